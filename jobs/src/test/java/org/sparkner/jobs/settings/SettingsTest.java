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

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.Decoder;
import org.sparkner.model.WordEncoder;
import org.sparkner.train.Preset;
import org.sparkner.train.TrainingOptions;

class SettingsTest {
  @TempDir private Path directory;

  @Test
  void defaultsOfTheFileAreThoseOfTraining() {
    assertThat(new TrainingSettings(load(Map.of(), Map.of())).options())
        .isEqualTo(TrainingOptions.DEFAULT);
  }

  @Test
  void environmentGoesBeforeFileAndSetBeforeEnvironment() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("my.conf"), "training { epochs = 3, seed = 3, patience = 3 }");
    Settings settings =
        Settings.load(
            file,
            Map.of("SPARK_NER_TRAINING_SEED", "4", "SPARK_NER_TRAINING_PATIENCE", "4"),
            Map.of("training.patience", "5"));

    assertThat(settings.integer("training.epochs")).isEqualTo(3);
    assertThat(settings.number("training.seed")).isEqualTo(4);
    assertThat(settings.integer("training.patience")).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void aFileThatIsNotUtf8IsRefusedByItsLine(String charset) throws IOException {
    Path file = directory.resolve("my.conf");
    Files.write(file, "# Åda\ntraining.epochs = 3\n".getBytes(Charset.forName(charset)));

    assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of()))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("--config " + file + ":1: found ")
        .hasMessageEndingWith("wanted UTF-8; convert the file.");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
    Path file = Files.writeString(directory.resolve("my.conf"), "\uFEFFtraining.epochs = 3\r\n");

    assertThat(Settings.load(file, Map.of(), Map.of()).integer("training.epochs")).isEqualTo(3);
  }

  @Test
  void variablesOfTheLauncherAreNoSettings() {
    assertThat(
            load(Map.of("SPARK_NER_HEAP", "4g", "PATH", "/bin"), Map.of()).number("training.seed"))
        .isEqualTo(1);
  }

  @Test
  void unknownKeyIsRefusedWithTheNearestKnownOne() {
    assertThatThrownBy(() -> load(Map.of(), Map.of("training.epoch", "3")))
        .isInstanceOf(UsageException.class)
        .hasMessage("unknown setting training.epoch in --set; did you mean training.epochs?");
    assertThatThrownBy(() -> load(Map.of(), Map.of("dropuot", "0")))
        .hasMessageEndingWith("did you mean training.dropout?");
    assertThatThrownBy(() -> load(Map.of("SPARK_NER_TRAINING_SEDE", "3"), Map.of()))
        .hasMessageContaining("SPARK_NER_TRAINING_SEDE")
        .hasMessageEndingWith("did you mean SPARK_NER_TRAINING_SEED?");
  }

  @Test
  void unknownKeyOfAFileIsRefusedByTheNameOfTheFile() throws IOException {
    Path file = Files.writeString(directory.resolve("my.conf"), "training { hidden = 3 }");

    assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("training.hidden")
        .hasMessageContaining("my.conf");
  }

  @Test
  void fileThatIsNoHoconIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(directory.resolve("my.conf"), "training {\n epochs = = 3\n");

    assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("my.conf")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void partsOfTheNetworkAreChosenByName() {
    Architecture sizes =
        new NetworkSettings(
                load(
                    Map.of("SPARK_NER_NETWORK_ENCODER", "ffnn-window"),
                    Map.of(
                        "network.layers", "2",
                        "network.bidirectional", "false",
                        "network.char-encoder", "intnet",
                        "network.character-widths", "3, 5",
                        "network.window-width", "7",
                        "network.decoder", "softmax")))
            .architecture();

    assertThat(sizes)
        .isEqualTo(
            Architecture.DEFAULT
                .withEncoder(WordEncoder.FFNN_WINDOW, 2, false)
                .withWindowWidth(7)
                .withCharEncoder(CharacterEncoder.INTNET)
                .withCharacterWidths(List.of(3, 5))
                .withDecoder(Decoder.SOFTMAX));
  }

  @ParameterizedTest
  @CsvSource({
    "encoder, transformer, 'one of lstm, gru, sru, rnn, linear-rnn, cnn, ffnn-window'",
    "decoder, beam, 'one of crf, softmax, crf-bigram'",
    "char-encoder, CNN, 'one of none, cnn, lstm, intnet'",
    "layers, 4, at most 3",
    "window-width, 4, an odd number",
    "character-widths, '3,4', 'odd, different numbers separated by commas'",
  })
  void aPartOfTheNetworkThatThereIsNotIsRefused(String key, String value, String wanted) {
    NetworkSettings settings = new NetworkSettings(load(Map.of(), Map.of("network." + key, value)));

    assertThatThrownBy(settings::architecture)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("network." + key + " wants " + wanted + ", found " + value);
  }

  @Test
  void aPresetHoldsForWhatNothingElseSays() {
    Map<String, String> environment = Map.of("SPARK_NER_PRESET", "best");

    assertThat(new TrainingSettings(load(environment, Map.of())).options())
        .isEqualTo(Preset.BEST.options());
    assertThat(
            new TrainingSettings(load(environment, Map.of("network.layers", "2")))
                .options()
                .architecture())
        .isEqualTo(Preset.BEST.options().architecture().withLayers(2));
  }

  @Test
  void theDefaultPresetIsWhatTheReferenceSays() {
    Settings settings = load(Map.of(), Map.of());

    PresetSettings.all(Preset.DEFAULT.options())
        .forEach(
            (key, value) ->
                assertThat(settings.text(key))
                    .as(key)
                    .isIn(value, value.endsWith(".0") ? value.replace(".0", "") : value));
  }

  @Test
  void aPresetThatThereIsNotIsRefused() {
    assertThatThrownBy(() -> load(Map.of(), Map.of("preset", "biggest")))
        .isInstanceOf(UsageException.class)
        .hasMessage("preset wants one of default, fast, best, found biggest (--set preset)");
  }

  @Test
  void missingFileIsRefused() {
    assertThatThrownBy(() -> Settings.load(directory.resolve("none.conf"), Map.of(), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("none.conf");
  }

  @Test
  void valueOfTheWrongKindIsRefusedWithItsKey() {
    Settings settings = load(Map.of(), Map.of("training.epochs", "many"));

    assertThatThrownBy(() -> settings.integer("training.epochs"))
        .isInstanceOf(UsageException.class)
        .hasMessage("training.epochs wants a whole number, found many (--set training.epochs)");
  }

  @Test
  void valueOutOfRangeIsRefusedWithItsRange() {
    for (Map.Entry<String, String> setting :
        Map.of(
                "training.epochs", "0",
                "training.dropout", "1",
                "training.learning-rate", "0",
                "training.decay", "-1",
                "network.character-width", "4",
                "network.hidden", "0",
                "training.max-vectors", "0")
            .entrySet()) {
      Settings settings = load(Map.of(), Map.of(setting.getKey(), setting.getValue()));

      assertThatThrownBy(() -> new TrainingSettings(settings).options())
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith(setting.getKey() + " wants ")
          .hasMessageContaining("found " + setting.getValue());
    }
  }

  @Test
  void timeBudgetIsADuration() {
    Settings settings = load(Map.of(), Map.of("training.time-budget", "90s"));

    assertThat(settings.duration("training.time-budget")).contains(Duration.ofSeconds(90));
  }

  @Test
  void settingsOfSparkKeepTheirNames() {
    assertThat(load(Map.of(), Map.of("spark.conf.spark.sql.shuffle.partitions", "8")).spark())
        .containsExactly(Map.entry("spark.sql.shuffle.partitions", "8"));
  }

  private static Settings load(Map<String, String> environment, Map<String, String> overrides) {
    return Settings.load(null, environment, overrides);
  }
}
