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

import org.sparkner.kernel.Kernels;
import org.sparkner.model.NeuralModel;

/** The vector of a word's characters. */
sealed interface CharacterVectors
    permits CharacterConvolutions, CharacterRecurrence, CharacterVectors.None {
  static CharacterVectors of(NeuralModel model, Kernels kernels) {
    return switch (model.architecture().characterEncoder()) {
      case NONE -> new None();
      case CNN, INTNET -> new CharacterConvolutions(model, kernels);
      case LSTM -> new CharacterRecurrence(model, kernels);
    };
  }

  /** Writes the vector of a token. */
  void encode(String token, float[] output, int offset);

  /** No vector. */
  record None() implements CharacterVectors {
    @Override
    public void encode(String token, float[] output, int offset) {
      // Nothing of a word's characters is read.
    }
  }
}
