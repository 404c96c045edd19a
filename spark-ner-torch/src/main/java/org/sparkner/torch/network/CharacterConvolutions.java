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

package org.sparkner.torch.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.ConvolutionShape;
import org.sparkner.model.Weights;
import org.sparkner.network.DistinctWords;
import org.sparkner.torch.TorchDevice;

/**
 * Convolutions over the characters of words and the maximum over each word: tanh of it, or in a
 * funnel each convolution rectified before it, with the blocks of {@link
 * Architecture#characterConvolutions} one upon the other.
 */
final class CharacterConvolutions implements CharacterLayer {
  private final List<List<ConvolutionShape>> stages;
  private final boolean funnel;
  private final ParameterTensors parameters;
  private final TorchDevice device;

  CharacterConvolutions(Architecture sizes, ParameterTensors parameters, TorchDevice device) {
    this.stages = sizes.characterConvolutions();
    this.funnel = sizes.characterEncoder() == CharacterEncoder.INTNET;
    this.parameters = parameters;
    this.device = device;
  }

  @Override
  public Tensor vectors(DistinctWords words, Masks masks) {
    long[] ids = new long[words.positions()];
    for (int p = 0; p < ids.length; p++) {
      ids[p] = words.character(p);
    }
    Tensor characters =
        masks.ofCharacters(
            Rows.of(parameters.matrix(Weights.CHARACTER_VECTORS), ids, device), words);
    List<Tensor> features = new ArrayList<>(stage(stages.get(0), characters, words));
    for (int i = 1; i < stages.size(); i += 2) {
      Tensor narrow = stage(stages.get(i), Rows.beside(features), words).get(0);
      features.addAll(stage(stages.get(i + 1), narrow, words));
    }
    Tensor most = maximum(Rows.beside(features), words);
    return funnel ? most : most.tanh();
  }

  private List<Tensor> stage(List<ConvolutionShape> stage, Tensor input, DistinctWords words) {
    return stage.stream()
        .map(shape -> convolution(shape, input, words))
        .map(output -> funnel ? output.relu() : output)
        .toList();
  }

  /** [positions × outputs] of inputs [positions × inputs], with zeros around each word. */
  private Tensor convolution(ConvolutionShape shape, Tensor input, DistinctWords words) {
    Tensor windows = shape.width() == 1 ? input : windows(shape, input, words);
    return torch.addmm(
        parameters.vector(shape.bias()), windows, parameters.matrix(shape.filters()));
  }

  private Tensor windows(ConvolutionShape shape, Tensor input, DistinctWords words) {
    int width = shape.width();
    long[] neighbours = new long[words.positions() * width];
    for (int u = 0; u < words.size(); u++) {
      for (int p = words.begin(u); p < words.end(u); p++) {
        for (int k = 0; k < width; k++) {
          int neighbour = p + k - width / 2;
          boolean within = neighbour >= words.begin(u) && neighbour < words.end(u);
          neighbours[p * width + k] = within ? neighbour : words.positions();
        }
      }
    }
    return Rows.of(Rows.withZeros(input), neighbours, device)
        .view(words.positions(), shape.window());
  }

  /** [words × columns]: the maximum over each word's positions. */
  private Tensor maximum(Tensor features, DistinctWords words) {
    int longest = 0;
    for (int length : words.lengths()) {
      longest = Math.max(longest, length);
    }
    long[] positions = new long[words.size() * longest];
    for (int u = 0; u < words.size(); u++) {
      for (int i = 0; i < longest; i++) {
        // A word's first position, once more, changes no maximum.
        positions[u * longest + i] =
            words.begin(u) + i < words.end(u) ? words.begin(u) + i : words.begin(u);
      }
    }
    return Rows.of(features, positions, device)
        .view(words.size(), longest, features.size(1))
        .max(1)
        .get0();
  }
}
