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

package org.sparkner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;

class TrainingLibraryTest {
  private static final Recipe LEARNING = Recipe.DEFAULT.withFineTuneEncoder(true);

  @Test
  void aNetworkIsComputedByTheBackendThatItsRecipeNames() {
    assertThat(TrainingLibrary.backend(Recipe.DEFAULT).name()).isEqualTo("java");
    assertThat(TrainingLibrary.backend(LEARNING).name()).isEqualTo("java");
    assertThat(TrainingLibrary.backend(Recipe.DEFAULT.withTrainingDevice("cuda:0")).name())
        .isEqualTo("java");
  }

  @Test
  void besideAnEncoderThatLearnsOnAGpuItIsLibtorch() {
    assertThatThrownBy(() -> TrainingLibrary.backend(LEARNING.withTrainingDevice("cuda")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("training backend torch");
  }
}
