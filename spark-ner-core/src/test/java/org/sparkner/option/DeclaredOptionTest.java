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

package org.sparkner.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.error.UsageException;
import org.sparkner.eval.SpanReading;
import org.sparkner.model.Algorithm;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.Decoder;
import org.sparkner.model.WordEncoder;
import org.sparkner.tagger.Precision;
import org.sparkner.train.Preset;

class DeclaredOptionTest {
  static Stream<DeclaredOption<?>> options() {
    return Options.all();
  }

  @Test
  void hasOneNameInEveryDoor() {
    DeclaredOption<Double> option = TrainingOption.LEARNING_RATE;

    assertThat(option.name()).isEqualTo("learningRate");
    assertThat(option.key()).isEqualTo("training.learning-rate");
    assertThat(option.variable()).isEqualTo("SPARK_NER_TRAINING_LEARNING_RATE");
    assertThat(option.constant()).isEqualTo("LEARNING_RATE");
    assertThat(ModelOption.PRESET.key()).isEqualTo("preset");
  }

  @Test
  void keysAndParamsOfAStageAreDistinct() {
    assertThat(Options.settings().map(DeclaredOption::key)).doesNotHaveDuplicates();
    assertThat(
            Options.all()
                .filter(option -> option.isParam() && option.group() != EvaluationOption.GROUP)
                .map(DeclaredOption::name))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("options")
  void isDeclaredInFull(DeclaredOption<?> option) {
    assertThat(option.name()).matches("[a-z][A-Za-z0-9]*");
    assertThat(option.doc()).matches("(?s)[A-Z0-9].*[.]").doesNotContain("{", "..", "  ");
    assertThat(option.heededBy())
        .isSubsetOf(Arrays.stream(Algorithm.values()).map(Algorithm::toString).toList());
    assertThat(option.isParam() || option.isSetting()).isTrue();
    option.defaultText().ifPresent(text -> option.parse(option.name(), text));
  }

  @ParameterizedTest
  @MethodSource("options")
  void isNotCalledWhatAnotherOneWasCalled(DeclaredOption<?> option) {
    assertThat(option.formerNames())
        .allSatisfy(former -> assertThat(Options.formerlyNamed(former)).contains(option))
        .noneMatch(former -> Options.all().anyMatch(other -> other.name().equals(former)));
    assertThat(option.formerKeys())
        .noneMatch(former -> Options.settings().anyMatch(other -> other.key().equals(former)));
  }

  @Test
  void isFoundByTheNamesThatItHad() {
    assertThat(Options.formerlyNamed("clip")).contains(TrainingOption.MAX_GRADIENT_NORM);
    assertThat(Options.formerlyOfKey("training.clip")).contains(TrainingOption.MAX_GRADIENT_NORM);
    assertThat(Options.formerlyOfKey("training.time-budget")).contains(TrainingOption.TIME_LIMIT);
    assertThat(Options.formerlyOfKey("training.momentum")).isEmpty();
  }

  @Test
  void documentationNamesOtherOptionsAsTheDoorDoes() {
    assertThat(TrainingOption.LEARNING_RATE_DECAY.doc()).contains("(1 + learningRateDecay * e)");
    assertThat(TrainingOption.LEARNING_RATE_DECAY.settingDoc())
        .contains("(1 + learning-rate-decay * e)");
    assertThat(NetworkOption.ATTRIBUTE_DIMENSION.settingDoc()).contains("--attribute-column");
    assertThat(NetworkOption.LAYERS.doc()).contains("(1 to 3)");
  }

  static Stream<Arguments> choices() {
    return Stream.of(
        Arguments.of(
            ModelOption.ALGORITHM,
            EnumSet.complementOf(EnumSet.of(Algorithm.CLASSIFIER)).toArray()), // it is not trained
        Arguments.of(ModelOption.PRESET, Preset.values()),
        Arguments.of(NetworkOption.WORD_ENCODER, WordEncoder.values()),
        Arguments.of(NetworkOption.CHARACTER_ENCODER, CharacterEncoder.values()),
        Arguments.of(NetworkOption.DECODER, Decoder.values()),
        Arguments.of(TaggingOption.PRECISION, Precision.values()),
        Arguments.of(
            EvaluationOption.READING,
            Arrays.stream(SpanReading.values())
                .map(reading -> reading.name().toLowerCase(Locale.ROOT))
                .toArray()));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void choicesAreThoseOfTheEnum(DeclaredOption<String> option, Object[] values) {
    assertThat(((Choice) option.kind()).names())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(values).map(Object::toString).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "0, epochs needs a whole number of at least 1",
    "many, epochs needs a whole number of at least 1",
    "2.5, epochs needs a whole number of at least 1",
    "1000000000000, epochs needs a whole number of at least 1",
  })
  void wrongNumberIsRefusedInOneLine(String text, String needs) {
    assertThatThrownBy(() -> TrainingOption.EPOCHS.parse("epochs", text))
        .isInstanceOf(UsageException.class)
        .hasMessage(needs + ", found " + text);
  }

  @Test
  void wrongChoiceIsToldTheOneThatWasMeant() {
    assertThatThrownBy(() -> NetworkOption.DECODER.parse("network.decoder", "softmx"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "network.decoder needs one of crf, softmax, crf-bigram, found softmx; did you mean"
                + " softmax?");
  }

  @Test
  void numbersNeedToBeFiniteAndInRange() {
    for (double value : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> TrainingOption.LEARNING_RATE.check(value))
          .hasMessageStartingWith("learningRate needs a number above 0, found ");
    }
    assertThatThrownBy(() -> TrainingOption.DROPOUT.check(1.0))
        .hasMessage("dropout needs a number from 0 to below 1, found 1");
    assertThat(TrainingOption.DROPOUT.check(0.0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"90s, PT90S", "1.5h, PT90M", "2 hours, PT2H", "250ms, PT0.25S", "3d, PT72H"})
  void timeIsANumberWithAUnit(String text, Duration time) {
    assertThat(TrainingOption.TIME_LIMIT.parse("timeLimit", text)).isEqualTo(time);
    assertThat(
            TrainingOption.TIME_LIMIT.parse(
                "timeLimit", TrainingOption.TIME_LIMIT.kind().text(time)))
        .isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({"90", "0s", "-1s", "1 fortnight", "s"})
  void timeWithoutAUnitOrALengthIsRefused(String text) {
    assertThatThrownBy(() -> TrainingOption.TIME_LIMIT.parse("timeLimit", text))
        .hasMessage("timeLimit needs a time such as 90s, 15m or 2h, found " + text);
  }

  @Test
  void widthsAreOddAndDifferent() {
    assertThat(NetworkOption.CHARACTER_WIDTHS.parse("", "3, 5")).isEqualTo(List.of(3, 5));
    for (String text : List.of("3,4", "3,3", "", "3;5")) {
      assertThatThrownBy(() -> NetworkOption.CHARACTER_WIDTHS.parse("widths", text))
          .hasMessageStartingWith("widths needs odd, different numbers separated by commas");
    }
  }

  @Test
  void valuesThatAreSetOverlayTheOthers() {
    OptionMap set = new OptionMap().put(TrainingOption.EPOCHS, 3).put(TrainingOption.DROPOUT, null);

    assertThat(set.get(TrainingOption.EPOCHS)).isEqualTo(3);
    assertThat(set.get(TrainingOption.DROPOUT, 0.25)).isEqualTo(0.25);
    assertThat(set.get(TrainingOption.PATIENCE)).isEqualTo(20);
    assertThat(set.texts()).containsExactlyEntriesOf(java.util.Map.of(TrainingOption.EPOCHS, "3"));
  }
}
