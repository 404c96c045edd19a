/*
 * Copyright 2026 The Spark NER authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package org.sparkner.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A convolution over the characters of a word: the names and shapes of its tensors. The filters
 * have a row for each place of the window times each component of the input, place first.
 *
 * @param name what the names of its tensors begin with
 * @param inputs floats that it reads for a character
 * @param width characters that a filter sees, odd
 * @param outputs filters
 */
public record ConvolutionShape(String name, int inputs, int width, int outputs) {
  /**
   * The convolutions of an architecture, stage by stage: those of all widths over the character
   * vectors; then in each block of a funnel a bottleneck of width 1 over all outputs of all widths
   * so far, and those of all widths over the bottleneck.
   */
  static List<List<ConvolutionShape>> stages(Architecture sizes) {
    int filters = sizes.characterFilters();
    List<List<ConvolutionShape>> stages = new ArrayList<>();
    stages.add(ofAllWidths("char", sizes.characterDimension(), sizes));
    int blocks = sizes.characterEncoder() == CharacterEncoder.INTNET ? sizes.characterBlocks() : 0;
    for (int block = 1; block <= blocks; block++) {
      int outputs = block * sizes.characterWidths().size() * filters;
      String name = "char.block" + block;
      stages.add(List.of(new ConvolutionShape(name + ".bottleneck", outputs, 1, filters)));
      stages.add(ofAllWidths(name, filters, sizes));
    }
    return stages;
  }

  private static List<ConvolutionShape> ofAllWidths(String name, int inputs, Architecture sizes) {
    List<Integer> widths = sizes.characterWidths();
    return widths.stream()
        .map(
            width ->
                new ConvolutionShape(
                    widths.size() == 1 ? name : name + "." + width,
                    inputs,
                    width,
                    sizes.characterFilters()))
        .toList();
  }

  /** Name of the filters [window × outputs]. */
  public String filters() {
    return name + ".filters";
  }

  /** Name of the bias [outputs]. */
  public String bias() {
    return name + ".bias";
  }

  /** Floats that a filter sees. */
  public int window() {
    return width * inputs;
  }

  /** The shapes of the tensors, in the order of the file. */
  Map<String, int[]> shapes() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put(filters(), new int[] {window(), outputs});
    shapes.put(bias(), new int[] {outputs});
    return shapes;
  }
}
