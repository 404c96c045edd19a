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

package org.sparkner.tagger;

import java.util.ArrayList;
import java.util.List;
import org.sparkner.kernel.Kernels;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.ConvolutionShape;
import org.sparkner.model.NeuralModel;

/**
 * The character vector of a word by convolutions with zeros around it and the maximum over its
 * positions (Ma &amp; Hovy 2016, section 2.1), or by a funnel of them (Xin et al. 2018).
 */
final class CharacterConvolutions implements CharacterVectors {
  private final Kernels kernels;
  private final Lexicon lexicon;
  private final int maxWordLength;
  private final boolean funnel;
  private final int outputs;
  private final List<CharacterConvolution> first = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  /** A bottleneck over all before, and the convolutions over it. */
  private record Block(FeatureConvolution bottleneck, List<FeatureConvolution> wide) {}

  CharacterConvolutions(NeuralModel model, Kernels kernels) {
    this.kernels = kernels;
    Architecture sizes = model.architecture();
    lexicon = model.lexicon();
    maxWordLength = sizes.maxWordLength();
    funnel = sizes.characterEncoder() == CharacterEncoder.INTNET;
    outputs = sizes.characterSize();
    List<List<ConvolutionShape>> stages = sizes.characterConvolutions();
    for (ConvolutionShape shape : stages.get(0)) {
      first.add(new CharacterConvolution(model, shape));
    }
    for (int i = 1; i < stages.size(); i += 2) {
      blocks.add(
          new Block(
              FeatureConvolution.of(model, stages.get(i).get(0)),
              stages.get(i + 1).stream()
                  .map(shape -> FeatureConvolution.of(model, shape))
                  .toList()));
    }
  }

  @Override
  public void encode(String token, float[] output, int offset) {
    int[] ids = token.codePoints().limit(maxWordLength).map(lexicon::characterId).toArray();
    if (ids.length == 0) {
      ids = new int[] {Lexicon.UNKNOWN_CHARACTER};
    }
    float[] features = new float[ids.length * outputs];
    int column = 0;
    for (CharacterConvolution convolution : first) {
      convolution.run(ids, features, column, outputs);
      column += convolution.filters();
    }
    if (funnel) {
      rectify(features);
      for (Block block : blocks) {
        column = run(block, ids.length, features, column);
      }
    }
    for (int f = 0; f < outputs; f++) {
      float most = features[f];
      for (int i = f + outputs; i < features.length; i += outputs) {
        most = Math.max(most, features[i]);
      }
      output[offset + f] = most;
    }
    if (!funnel) {
      kernels.tanh(output, offset, outputs);
    }
  }

  /** Fills the columns of a block, from {@code column} on; gives the column after. */
  private int run(Block block, int positions, float[] features, int column) {
    int size = block.bottleneck().outputs();
    float[] narrow = new float[positions * size];
    block.bottleneck().run(positions, features, outputs, narrow, 0, size);
    rectify(narrow);
    int to = column;
    for (FeatureConvolution convolution : block.wide()) {
      convolution.run(positions, narrow, size, features, to, outputs);
      to += convolution.outputs();
    }
    // Those before are so already, those after are zeros.
    rectify(features);
    return to;
  }

  private static void rectify(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]);
    }
  }
}
