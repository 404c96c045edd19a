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

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.error.UsageException;
import org.sparkner.option.Choice;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.DeviceName;
import org.sparkner.option.NetworkOption;
import org.sparkner.option.OptionMap;
import org.sparkner.option.Options;
import org.sparkner.option.TrainingOption;

/** The way of the options of networks and their training into the records, and back. */
class OptionRecordsTest {
  static Stream<DeclaredOption<?>> options() {
    return Options.all()
        .filter(
            option -> List.of("Network", "Training", "FineTuning").contains(option.group().name()));
  }

  @ParameterizedTest
  @MethodSource("options")
  void whatIsSetReachesTheRecordsAndComesBack(DeclaredOption<?> option) {
    roundTrip(option);
  }

  private static <T> void roundTrip(DeclaredOption<T> option) {
    T value = option.kind().parse(otherThanDefault(option));
    OptionMap set = new OptionMap().put(option, value);

    TrainingOptions options = TrainingOptions.DEFAULT.overlaid(set);

    assertThat(options).isNotEqualTo(TrainingOptions.DEFAULT);
    assertThat(options.values().find(option)).contains(value);
    assertThat(TrainingOptions.DEFAULT.overlaid(options.values())).isEqualTo(options);
  }

  private static String otherThanDefault(DeclaredOption<?> option) {
    if (option.kind() instanceof Choice choice) {
      return choice.names().stream()
          .filter(name -> !name.equals(option.byDefault()))
          .findFirst()
          .orElseThrow();
    }
    return switch (option.kind().type().getSimpleName()) {
      case "Boolean" -> String.valueOf(!(Boolean) option.byDefault());
      case "Double" -> "0.375";
      case "List" -> "3,5";
      case "Duration" -> "90s";
      case "String" -> option.kind() instanceof DeviceName ? "cuda:1" : "sv";
      default -> option == NetworkOption.WINDOW_WIDTH ? "7" : odd(option);
    };
  }

  private static String odd(DeclaredOption<?> option) {
    return option.kind().range().equals("1 to 3")
        ? "3"
        : option.kind().range().equals("1 to 2") ? "2" : "9";
  }

  @Test
  void defaultsAreThoseThatAreDeclared() {
    TrainingOptions.DEFAULT
        .values()
        .forEach(
            (option, text) -> assertThat(option.defaultText()).as(option.name()).contains(text));
  }

  @Test
  void presetsStayUnderWhatIsSet() {
    OptionMap set = new OptionMap().put(TrainingOption.DROPOUT, 0.1);

    Recipe recipe = Preset.BEST.options().overlaid(set).recipe();

    assertThat(recipe).isEqualTo(Preset.BEST.options().recipe().withDropout(0.1));
  }

  @Test
  void twoChannelsOfVectorsThatDoNotLearnAreRefused() {
    assertThatThrownBy(
            () ->
                TrainingOptions.DEFAULT.withRecipe(
                    recipe -> recipe.withVectorChannels(2).withFineTuneVectors(false)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("vectorChannels 2 needs fineTuneVectors true, found false");
  }
}
