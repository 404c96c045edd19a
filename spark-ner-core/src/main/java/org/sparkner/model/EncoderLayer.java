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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One layer of an encoder, of words or of characters: the names and shapes of its tensors. A layer
 * that is not recurrent has one direction, and a block of input columns for each place of its
 * window, the first before the token.
 *
 * @param name what the names of its tensors begin with
 * @param encoder its kind
 * @param inputs floats that it reads for a token
 * @param hidden units per direction
 * @param window tokens whose inputs an output depends on by itself, odd; 1 where it is recurrent
 * @param directions forward, or forward and backward
 */
public record EncoderLayer(
    String name,
    WordEncoder encoder,
    int inputs,
    int hidden,
    int window,
    List<Direction> directions) {
  /** The order in which a sentence is read. */
  public enum Direction {
    FORWARD,
    BACKWARD
  }

  /**
   * A layer of an architecture's word encoder.
   *
   * @param number from 1, nearest to the words
   */
  static EncoderLayer ofWords(Architecture sizes, int number) {
    WordEncoder encoder = sizes.wordEncoder();
    boolean lowest = number == 1;
    return new EncoderLayer(
        lowest ? encoder.toString() : encoder + "." + number,
        encoder,
        lowest ? sizes.inputSize() : sizes.outputSize(),
        sizes.hidden(),
        encoder == WordEncoder.CNN || encoder == WordEncoder.FFNN_WINDOW && lowest
            ? sizes.windowWidth()
            : 1,
        sizes.outputSize() > sizes.hidden()
            ? List.of(Direction.FORWARD, Direction.BACKWARD)
            : List.of(Direction.FORWARD));
  }

  /** The BiLSTM over the characters of a word. */
  static EncoderLayer ofCharacters(Architecture sizes) {
    return new EncoderLayer(
        "char.lstm",
        WordEncoder.LSTM,
        sizes.characterDimension(),
        sizes.characterFilters(),
        1,
        List.of(Direction.FORWARD, Direction.BACKWARD));
  }

  /** Floats that it gives for a token: forward, then backward. */
  public int outputs() {
    return directions.size() * hidden;
  }

  /** Columns of the input's weights of a direction. */
  public int inputColumns() {
    return window * encoder.inputBlocks() * hidden;
  }

  /** Values of the bias of a direction: those of the input columns, but one of a window's place. */
  public int biasColumns() {
    return encoder.inputBlocks() * hidden;
  }

  /** Columns of the recurrent weights of a direction. */
  public int recurrentColumns() {
    return encoder.recurrentBlocks() * hidden;
  }

  /** Name of the weights [inputs × input columns]. */
  public String input(Direction direction) {
    return name(direction, "input");
  }

  /** Name of the weights [hidden × recurrent columns]. */
  public String recurrent(Direction direction) {
    return name(direction, "recurrent");
  }

  /** Name of the weights [diagonals × hidden]. */
  public String diagonal(Direction direction) {
    return name(direction, "diagonal");
  }

  /** Name of the bias [bias columns]. */
  public String bias(Direction direction) {
    return name(direction, "bias");
  }

  private String name(Direction direction, String part) {
    return encoder.recurrent()
        ? String.join(".", name, direction.name().toLowerCase(Locale.ROOT), part)
        : name + "." + part;
  }

  /** The shape of every tensor, in the order of the file. */
  public Map<String, int[]> shapes() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    for (Direction direction : directions) {
      shapes.put(input(direction), new int[] {inputs, inputColumns()});
      if (encoder.recurrentBlocks() > 0) {
        shapes.put(recurrent(direction), new int[] {hidden, recurrentColumns()});
      }
      if (encoder.diagonals() > 0) {
        shapes.put(diagonal(direction), new int[] {encoder.diagonals(), hidden});
      }
      shapes.put(bias(direction), new int[] {biasColumns()});
    }
    return shapes;
  }

  /** Floating-point operations of its matrix products for a token, two a multiply-add. */
  double flopsPerToken() {
    return 2.0
        * directions.size()
        * ((double) inputs * inputColumns() + (double) hidden * recurrentColumns());
  }
}
