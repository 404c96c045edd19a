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

package org.sparkner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.tags.LabelSet;

class DamagedModelTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path parts;

  @BeforeEach
  void saveAModel() {
    NeuralModel model =
        RandomModel.of(
            Architecture.DEFAULT
                .with()
                .wordDimension(5)
                .characterDimension(4)
                .characterFilters(3)
                .hidden(2)
                .maxWordLength(10)
                .build(),
            LabelSet.bioes(List.of("LOC", "PER")),
            RandomModel.syntheticLexicon(20),
            1);
    ModelWriter.write(model, folder.resolve("model"), IfExists.REFUSE);
    parts = folder.resolve("model/model");
  }

  @Test
  void aModelThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ModelReader.read(folder.resolve("absent")))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("absent does not exist");
    assertThatThrownBy(() -> ModelReader.read(parts.resolve("manifest.json")))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("is a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "lexicon.txt", "weights.safetensors"})
  void aMissingPartIsNamed(String part) throws IOException {
    Files.delete(parts.resolve(part));

    assertThat(failure()).contains(part).contains("no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lexicon.txt", "weights.safetensors"})
  void aTruncatedPartIsNamedWithBothLengths(String part) throws IOException {
    byte[] bytes = Files.readAllBytes(parts.resolve(part));
    Files.write(parts.resolve(part), Arrays.copyOf(bytes, bytes.length - 1));

    assertThat(failure())
        .contains(part)
        .contains("found " + (bytes.length - 1) + " bytes")
        .contains("expected " + bytes.length + " bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lexicon.txt", "weights.safetensors"})
  void everyFlippedByteIsFoundByTheDigest(String part) throws IOException {
    byte[] bytes = Files.readAllBytes(parts.resolve(part));
    int step = Math.max(1, bytes.length / 97);
    for (int i = 0; i < bytes.length; i += step) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 0x40;
      Files.write(parts.resolve(part), flipped);

      assertThat(failure())
          .as("byte %d", i)
          .contains(part)
          .contains("found SHA-256 " + sha256(flipped) + ",");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "formatVersion, 2, found format version 2",
    "formatVersion, \"one\", found STRING one for formatVersion",
    "format, \"other\", found format other",
    "labels, null, found NULL null for labels",
    "labels, [], at least one label",
    "'labels', '[\"O\",\"O\"]', stands twice",
    "scheme, \"IOB1\", BIOES or PLAIN",
    "scheme, \"BILOU\", BILOU",
    "wordRows, \"many\", many",
    "wordRows, 22, expected 22",
    "characterIds, 7, 'expected 21, 7 and 0'",
    "characterIds, -1, 'found [21, -1, 0, 0]'",
    "training, \"x\", 'found STRING x for training, expected an object'",
    "labels, [1], found NUMBER 1 for labels",
    "'parts', '[]', no entry in the manifest",
  })
  void aWrongManifestIsNamedWithItsFault(String field, String json, String message)
      throws IOException {
    editManifest(manifest -> manifest.set(field, parse(json)));

    assertThat(failure()).contains(message);
  }

  /** Every field of the manifest but those of {@code software} and {@code metrics}. */
  static Stream<String> fields() {
    Stream<String> root =
        Stream.of(
            "format",
            "formatVersion",
            "algorithm",
            "architecture",
            "wordRows",
            "characterIds",
            "affixes",
            "attributeValues",
            "scheme",
            "labels",
            "temperature",
            "training",
            "software",
            "parts");
    Stream<String> architecture =
        Stream.of(
            "wordDimension",
            "characterEncoder",
            "characterDimension",
            "characterFilters",
            "characterWidths",
            "characterBlocks",
            "maxWordLength",
            "wordEncoder",
            "layers",
            "bidirectional",
            "hidden",
            "windowWidth",
            "decoder",
            "features");
    Stream<String> features =
        Stream.of(
            "capitalisationDimension",
            "affixDimension",
            "gazetteerDimension",
            "gazetteerTypes",
            "attributeDimension");
    Stream<String> training =
        Stream.of(
            "language",
            "sourceScheme",
            "trainingSentences",
            "trainingTokens",
            "trainingFingerprint",
            "seed",
            "epoch",
            "metrics");
    return Stream.of(
            root,
            architecture.map(field -> "architecture." + field),
            features.map(field -> "architecture.features." + field),
            training.map(field -> "training." + field))
        .flatMap(Function.identity());
  }

  @Test
  void theFieldsOfAManifestAreThese() throws IOException {
    ObjectNode manifest = (ObjectNode) JSON.readTree(parts.resolve("manifest.json").toFile());

    assertThat(names(manifest, "")).containsExactlyElementsOf(fields().sorted().toList());
  }

  private static List<String> names(JsonNode node, String prefix) {
    List<String> names = new ArrayList<>();
    node.fields()
        .forEachRemaining(
            field -> {
              names.add(prefix + field.getKey());
              if (!List.of("software", "metrics").contains(field.getKey())) {
                names.addAll(names(field.getValue(), prefix + field.getKey() + "."));
              }
            });
    return names.stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aMissingFieldIsNamed(String field) throws IOException {
    int dot = field.lastIndexOf('.');
    String parent = "/" + field.substring(0, Math.max(0, dot)).replace('.', '/');
    editManifest(
        manifest ->
            ((ObjectNode) (dot < 0 ? manifest : manifest.at(parent)))
                .remove(field.substring(dot + 1)));

    assertThat(failure()).contains("manifest.json").contains("found no value for " + field + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/architecture", "/architecture/features", "/training", "/parts/0"})
  void anUnknownFieldIsNamed(String parent) throws IOException {
    editManifest(manifest -> ((ObjectNode) manifest.at(parent)).put("novelty", 1));

    assertThat(failure())
        .contains("manifest.json")
        .contains("found the unknown field")
        .contains("novelty,")
        .contains("use the version of Spark NER that wrote it");
  }

  @Test
  void aManifestThatIsNoJsonIsNamed() throws IOException {
    Files.writeString(parts.resolve("manifest.json"), "{\"format\": ");

    assertThat(failure()).contains("manifest.json");
  }

  @Test
  void aManifestOfAbsurdLengthIsNotRead() throws IOException {
    Files.write(parts.resolve("manifest.json"), new byte[ManifestJson.MOST_BYTES + 1]);

    assertThat(failure()).contains("manifest.json").contains("at most");
  }

  @Test
  void anArchitectureThatTheWeightsAreNotOfIsFoundBeforeAnythingIsAllocated() throws IOException {
    editManifest(manifest -> ((ObjectNode) manifest.get("architecture")).put("hidden", 16_000));

    assertThat(failure()).contains("weights.safetensors").contains("lstm.forward.input");
  }

  @Test
  void anArchitectureOfAbsurdSizesIsRefused() throws IOException {
    editManifest(
        manifest -> ((ObjectNode) manifest.get("architecture")).put("hidden", 500_000_000));

    assertThat(failure())
        .contains("manifest.json")
        .contains("hidden needs a whole number from 1 to 16384");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1 << 21, Long.MAX_VALUE})
  void aHeaderOfAbsurdLengthIsRefused(long length) throws IOException {
    byte[] weights = Files.readAllBytes(parts.resolve("weights.safetensors"));
    ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    replaceWeights(weights);

    assertThat(failure()).contains("weights.safetensors").contains("a header of " + length);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"F32\"', '\"F16\"', found F16",
    "emission.bias, emission.bios, no tensor emission.bias",
    "'[21,5]', '[5,21]', 'found F32 word.vectors [5, 21]'",
    "'\"data_offsets\":[0,420]', '\"data_offsets\":[4,420]', 'word.vectors at bytes [4, 420]'",
    "'{', '[', no JSON",
  })
  void aHeaderThatIsNotOfTheArchitectureIsRefused(String from, String to, String message)
      throws IOException {
    byte[] weights = Files.readAllBytes(parts.resolve("weights.safetensors"));
    String text = new String(weights, StandardCharsets.ISO_8859_1);
    assertThat(from).hasSameSizeAs(to);
    replaceWeights(replaceFirst(text, from, to).getBytes(StandardCharsets.ISO_8859_1));

    assertThat(failure()).contains("weights.safetensors").contains(message);
  }

  @Test
  void aLexiconThatIsNoneIsNamed() throws IOException {
    replace("lexicon.txt", 0, "the\nof\n".getBytes(StandardCharsets.UTF_8));

    assertThat(failure()).contains("lexicon.txt").contains("no lexicon");
  }

  @Test
  void aLexiconOfAnotherSizeThanTheManifestSaysIsRefused() throws IOException {
    String lexicon = Files.readString(parts.resolve("lexicon.txt"));
    byte[] longer =
        lexicon.replace(" 20 ", " 21 ").concat("more\n").getBytes(StandardCharsets.UTF_8);
    replace("lexicon.txt", 0, longer);

    assertThat(failure())
        .contains("lexicon.txt")
        .contains("found 22 word rows")
        .contains("expected 21");
  }

  @Test
  void bytesAfterTheValuesAreRefused() throws IOException {
    byte[] weights = Files.readAllBytes(parts.resolve("weights.safetensors"));
    replaceWeights(Arrays.copyOf(weights, weights.length + 4));

    assertThat(failure()).contains("weights.safetensors").contains("bytes of values");
  }

  @Test
  void aWeightThatIsNotFiniteIsNamed() throws IOException {
    byte[] weights = Files.readAllBytes(parts.resolve("weights.safetensors"));
    ByteBuffer.wrap(weights)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(weights.length - Float.BYTES, Float.NaN);
    replaceWeights(weights);

    assertThat(failure()).contains("crf.end[8] = NaN");
  }

  private String failure() {
    return catchThrowableOfType(
            BadModelException.class, () -> ModelReader.read(folder.resolve("model")))
        .getMessage();
  }

  private static String replaceFirst(String text, String from, String to) {
    int at = text.indexOf(from);
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  private void replaceWeights(byte[] weights) throws IOException {
    replace("weights.safetensors", 1, weights);
  }

  /** Writes a part, and the length and digest that go with it. */
  private void replace(String part, int index, byte[] bytes) throws IOException {
    Files.write(parts.resolve(part), bytes);
    String digest = HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    editManifest(
        manifest ->
            ((ObjectNode) manifest.get("parts").get(index))
                .put("sha256", digest)
                .put("bytes", bytes.length));
  }

  private void editManifest(Consumer<ObjectNode> edit) throws IOException {
    Path file = parts.resolve("manifest.json");
    ObjectNode manifest = (ObjectNode) JSON.readTree(file.toFile());
    edit.accept(manifest);
    JSON.writeValue(file.toFile(), manifest);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
  }
}
