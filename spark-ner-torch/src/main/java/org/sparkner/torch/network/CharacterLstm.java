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

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.sparkner.model.Architecture;
import org.sparkner.model.Weights;
import org.sparkner.network.DistinctWords;
import org.sparkner.network.TokenLayout;
import org.sparkner.torch.TorchDevice;

/** The last states of an LSTM over the characters of a word in each direction. */
final class CharacterLstm implements CharacterLayer {
  private final RecurrentLayer layer;
  private final int hidden;
  private final ParameterTensors parameters;
  private final TorchDevice device;

  CharacterLstm(Architecture sizes, ParameterTensors parameters, TorchDevice device) {
    this.layer = new RecurrentLayer(sizes.characterLayer(), parameters, device);
    this.hidden = sizes.characterLayer().hidden();
    this.parameters = parameters;
    this.device = device;
  }

  @Override
  public Tensor vectors(DistinctWords words, Masks masks) {
    TokenLayout layout = TokenLayout.of(words.lengths());
    long[] ids = new long[words.positions()];
    long[] lasts = new long[words.size()];
    long[] firsts = new long[words.size()];
    for (int u = 0; u < words.size(); u++) {
      for (int p = words.begin(u); p < words.end(u); p++) {
        ids[layout.row(u, p - words.begin(u))] = words.character(p);
      }
      lasts[u] = layout.row(u, layout.length(u) - 1);
      firsts[u] = layout.row(u, 0);
    }
    Tensor characters =
        masks.ofCharacters(
            Rows.of(parameters.matrix(Weights.CHARACTER_VECTORS), ids, device), words, layout);
    Tensor states = layer.forward(characters, layout);
    return Rows.beside(
        List.of(
            Rows.of(states.narrow(1, 0, hidden), lasts, device),
            Rows.of(states.narrow(1, hidden, hidden), firsts, device)));
  }
}
