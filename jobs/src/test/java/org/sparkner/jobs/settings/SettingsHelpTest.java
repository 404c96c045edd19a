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

package org.sparkner.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.UsageException;
import org.sparkner.option.Options;

class SettingsHelpTest {
  @Test
  void everySettingIsListedWithItsDefault() {
    List<String> lines = SettingsHelp.lines(null);

    assertThat(lines).allMatch(line -> line.length() <= 80);
    Options.settings()
        .forEach(
            option ->
                assertThat(lines)
                    .contains("  " + option.key() + " = " + option.defaultText().orElse("null")));
    assertThat(lines)
        .containsSequence(
            "training: How the network is trained.",
            "  training.epochs = 50",
            "      Largest number of epochs to train.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "training.learning-rate-decay",
        "learning-rate-decay",
        "learningRateDecay",
        "SPARK_NER_TRAINING_LEARNING_RATE_DECAY",
        "decay",
        "training.decay"
      })
  void oneSettingIsExplainedByAnyOfItsNames(String name) {
    assertThat(SettingsHelp.lines(name))
        .containsExactly(
            "training.learning-rate-decay",
            "  Decay of the learning rate (>= 0). Epoch e, counted from 0, has the rate",
            "  learning-rate / (1 + learning-rate-decay * e).",
            "",
            "  needs      a number of at least 0",
            "  default    0.05",
            "  heeded by  neural",
            "  set by     --set training.learning-rate-decay=VALUE",
            "             the key training.learning-rate-decay in a file for --config",
            "             SPARK_NER_TRAINING_LEARNING_RATE_DECAY in the environment",
            "             the param learningRateDecay of Spark's stages, also in Python",
            "  formerly   decay, training.decay");
  }

  @Test
  void optionsOfStagesAloneAreExplainedToo() {
    assertThat(SettingsHelp.lines("attributeCol"))
        .contains(
            "attributeCol",
            "  set by     the option --attribute-column",
            "  formerly   posCol, --pos-column");
  }

  @Test
  void anUnknownNameIsToldTheNearestKey() {
    assertThatThrownBy(() -> SettingsHelp.lines("training.dropuot"))
        .isInstanceOf(UsageException.class)
        .hasMessage("unknown setting training.dropuot; did you mean training.dropout?");
  }
}
