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

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.sparkner.option.NetworkOption;
import org.sparkner.option.Options;
import org.sparkner.option.TrainingOption;
import org.sparkner.train.Preset;
import org.sparkner.train.TrainingOptions;

class SettingsTest {
  private static final Path REFERENCE = Path.of("../conf/spark-ner.conf");

  @TempDir private Path directory;

  @Test
  void defaultsOfTheFileAreThoseOfTraining() {
    assertThat(TrainingOptions.DEFAULT.overlaid(load(Map.of(), Map.of())))
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

    assertThat(settings.get(TrainingOption.EPOCHS)).isEqualTo(3);
    assertThat(settings.get(TrainingOption.SEED)).isEqualTo(4);
    assertThat(settings.get(TrainingOption.PATIENCE)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void aFileThatIsNotUtf8IsRefusedByItsLine(String charset) throws IOException {
    Path file = directory.resolve("my.conf");
    Files.write(file, "# Åda\ntraining.epochs = 3\n".getBytes(Charset.forName(charset)));

    assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of()))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("--config " + file + ":1: found ")
        .hasMessageEndingWith("expected UTF-8; convert the file.");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
    Path file = Files.writeString(directory.resolve("my.conf"), "\uFEFFtraining.epochs = 3\r\n");

    assertThat(Settings.load(file, Map.of(), Map.of()).get(TrainingOption.EPOCHS)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SPARK_NER_HEAP", "SPARK_NER_SPARK", "SPARK_NER_DATA", "SPARK_NER_MODELS", "PATH"})
  void variablesOfTheLauncherAndThoseThatNamePlacesAreNoSettings(String variable) {
    assertThat(load(Map.of(variable, "/somewhere"), Map.of()).get(TrainingOption.SEED))
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
  void fileThatIsNestedTooDeepIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(directory.resolve("my.conf"), "a = " + "[".repeat(200_000));

    assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("my.conf is nested too deep");
  }

  @Test
  void aFileIncludesFilesOfThisMachineAndFetchesNothing() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.conf";
      Files.writeString(directory.resolve("more.conf"), "network.hidden = 7");
      Path file = directory.resolve("settings.conf");
      Files.writeString(file, "include \"more.conf\"");
      assertThat(Settings.load(file, Map.of(), Map.of()).get(NetworkOption.HIDDEN)).isEqualTo(7);
      for (String include : List.of("url(\"" + url + "\")", "\"" + url + "\"")) {
        Files.writeString(file, "include " + include);
        assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of()))
            .isInstanceOf(UsageException.class)
            .hasMessageContainingAll(file.toString(), "includes " + url, "only files");
      }
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "training.epochs = ${nothing} | ' has a reference that leads nowhere: FILE: 1: Could not resolve'",
        "training.epochs += 3 | ' cannot be put together: the default: Cannot concatenate'",
        "spark.conf { a = ${spark} } | was part of a cycle of substitutions",
        "a = ${training} | unknown setting a.",
      })
  void referencesThatLeadNowhereAreRefusedInOneLine(String text, String message)
      throws IOException {
    Path file = Files.writeString(directory.resolve("my.conf"), text);

    assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message.replace("FILE", file.toString()))
        .hasMessageNotContaining("\n");
  }

  @Test
  void aReferenceIsToWhatIsSetElsewhere() throws IOException {
    Path file =
        Files.writeString(directory.resolve("my.conf"), "training.epochs = ${training.patience}");

    Settings settings = Settings.load(file, Map.of(), Map.of("training.patience", "7"));

    assertThat(settings.get(TrainingOption.EPOCHS)).isEqualTo(7);
  }

  @Test
  void partsOfTheNetworkAreChosenByName() {
    Architecture sizes =
        Architecture.DEFAULT.overlaid(
            load(
                Map.of("SPARK_NER_NETWORK_WORD_ENCODER", "ffnn-window"),
                Map.of(
                    "network.layers", "2",
                    "network.bidirectional", "false",
                    "network.character-encoder", "intnet",
                    "network.character-widths", "3, 5",
                    "network.window-width", "7",
                    "network.decoder", "softmax")));

    assertThat(sizes)
        .isEqualTo(
            Architecture.DEFAULT
                .withEncoder(WordEncoder.FFNN_WINDOW, 2, false)
                .withWindowWidth(7)
                .withCharacterEncoder(CharacterEncoder.INTNET)
                .withCharacterWidths(List.of(3, 5))
                .withDecoder(Decoder.SOFTMAX));
  }

  @ParameterizedTest
  @CsvSource({
    "word-encoder, transformer, 'one of lstm, gru, sru, rnn, linear-rnn, cnn, ffnn-window, none'",
    "decoder, beam, 'one of crf, softmax, crf-bigram'",
    "character-encoder, CNN, 'one of none, cnn, lstm, intnet'",
    "layers, 4, a whole number from 1 to 3",
    "window-width, 4, an odd whole number from 1 to 16384",
    "character-widths, '3,4', 'odd, different numbers separated by commas'",
  })
  void aPartOfTheNetworkThatThereIsNotIsRefused(String key, String value, String expected) {
    Settings settings = load(Map.of(), Map.of("network." + key, value));

    assertThatThrownBy(() -> Architecture.DEFAULT.overlaid(settings))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("network." + key + " needs " + expected + ", found " + value);
  }

  @Test
  void aPresetHoldsForWhatNothingElseSays() {
    Map<String, String> environment = Map.of("SPARK_NER_PRESET", "best");

    assertThat(TrainingOptions.DEFAULT.overlaid(load(environment, Map.of())))
        .isEqualTo(Preset.BEST.options());
    assertThat(
            TrainingOptions.DEFAULT
                .overlaid(load(environment, Map.of("network.layers", "2")))
                .architecture())
        .isEqualTo(Preset.BEST.options().architecture().withLayers(2));
  }

  @Test
  void settingsAreKnownByTheirFormerKeysToo() {
    assertThatThrownBy(() -> load(Map.of(), Map.of("training.clip", "3")))
        .isInstanceOf(UsageException.class)
        .hasMessage("training.clip in --set is now training.max-gradient-norm");
    assertThatThrownBy(() -> load(Map.of("SPARK_NER_TRAINING_TIME_BUDGET", "3s"), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "the variable SPARK_NER_TRAINING_TIME_BUDGET is now SPARK_NER_TRAINING_TIME_LIMIT");
  }

  @Test
  void nullIsASettingThatIsNotSet() {
    assertThat(load(Map.of(), Map.of("training.epochs", "null")).find(TrainingOption.EPOCHS))
        .isEmpty();
    assertThat(load(Map.of(), Map.of("training.epochs", "50")).find(TrainingOption.EPOCHS))
        .contains(50);
  }

  @Test
  void theReferenceSaysWhatIsTheDefault() {
    Settings reference = Settings.load(REFERENCE, Map.of(), Map.of());

    Options.settings()
        .forEach(
            option ->
                assertThat((Object) reference.get(option))
                    .as(option.key())
                    .isEqualTo(option.byDefault()));
  }

  @Test
  void aPresetThatThereIsNotIsRefused() {
    assertThatThrownBy(() -> load(Map.of(), Map.of("preset", "biggest")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "preset needs one of default, fast, best, fine-tuned, found biggest (--set preset)");
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

    assertThatThrownBy(() -> settings.get(TrainingOption.EPOCHS))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "training.epochs needs a whole number of at least 1, found many (--set"
                + " training.epochs)");
  }

  @Test
  void valueOutOfRangeIsRefusedWithItsRange() {
    for (Map.Entry<String, String> setting :
        Map.of(
                "training.epochs", "0",
                "training.dropout", "1",
                "training.learning-rate", "0",
                "training.learning-rate-decay", "-1",
                "network.character-width", "4",
                "network.hidden", "0",
                "training.max-vectors", "0")
            .entrySet()) {
      Settings settings = load(Map.of(), Map.of(setting.getKey(), setting.getValue()));

      assertThatThrownBy(() -> TrainingOptions.DEFAULT.overlaid(settings))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith(setting.getKey() + " needs ")
          .hasMessageContaining("found " + setting.getValue());
    }
  }

  @Test
  void timeBudgetIsADuration() {
    Settings settings = load(Map.of(), Map.of("training.time-limit", "90s"));

    assertThat(settings.find(TrainingOption.TIME_LIMIT)).contains(Duration.ofSeconds(90));
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
