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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.error.BadModelException;
import org.sparkner.tags.LabelSet;

/** The parts of an architecture by their names in settings and in a saved model. */
class ArchitecturePartsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Architecture SMALL =
      Architecture.DEFAULT
          .with()
          .wordDimension(5)
          .characterDimension(4)
          .characterFilters(3)
          .hidden(2)
          .maxWordLength(10)
          .build();

  @TempDir Path folder;

  static Stream<Architecture> architectures() {
    return Stream.concat(
        Stream.of(WordEncoder.values()).map(encoder -> SMALL.withEncoder(encoder, 2, false)),
        Stream.of(
            SMALL.withCharacterEncoder(CharacterEncoder.NONE),
            SMALL.withCharacterEncoder(CharacterEncoder.LSTM),
            SMALL.withCharacterWidths(List.of(5, 3)),
            SMALL
                .withCharacterEncoder(CharacterEncoder.INTNET)
                .withCharacterWidths(List.of(3, 5))
                .withCharacterBlocks(1),
            SMALL.withEncoder(WordEncoder.GRU, 3, true),
            SMALL.withFeatures(
                InputFeatures.NONE.with().capitalisationDimension(4).affixDimension(3).build()),
            SMALL.withFeatures(InputFeatures.NONE.withAttributeDimension(5)),
            SMALL.withEncoder(WordEncoder.CNN, 3, true).withWindowWidth(7),
            SMALL.withDecoder(Decoder.SOFTMAX),
            SMALL.withDecoder(Decoder.CRF_BIGRAM)));
  }

  private Path save(Architecture sizes) {
    Path directory = folder.resolve("saved");
    ModelWriter.write(
        RandomModel.of(sizes, LabelSet.bioes(List.of("PER")), RandomModel.syntheticLexicon(20), 1),
        directory,
        IfExists.REFUSE);
    return directory;
  }

  private static Architecture architecture(Path directory) {
    return ((NeuralModel) ModelReader.read(directory)).architecture();
  }

  private static ObjectNode manifest(Path directory) throws IOException {
    return (ObjectNode) JSON.readTree(directory.resolve("model/manifest.json").toFile());
  }

  private static void write(Path directory, ObjectNode manifest) throws IOException {
    Files.writeString(directory.resolve("model/manifest.json"), manifest.toString());
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void comeBackFromASavedModel(Architecture sizes) {
    assertThat(architecture(save(sizes))).isEqualTo(sizes);
  }

  @Test
  void standInTheManifestUnderTheirSettingsNames() throws IOException {
    ObjectNode manifest = manifest(save(SMALL.withEncoder(WordEncoder.LINEAR_RNN, 2, true)));

    assertThat(manifest.get("architecture").get("wordEncoder").asText()).isEqualTo("linear-rnn");
    assertThat(manifest.get("architecture").get("characterEncoder").asText()).isEqualTo("cnn");
    assertThat(manifest.get("architecture").get("decoder").asText()).isEqualTo("crf");
  }

  @ParameterizedTest
  @CsvSource({
    "wordEncoder, transformer, 'encoder transformer, of lstm, gru, sru'",
    "characterEncoder, bytes, 'character encoder bytes, of none, cnn, lstm, intnet'",
    "decoder, beam, 'decoder beam, of crf, softmax, crf-bigram'",
  })
  void areRefusedByNameWhereTheyAreUnknown(String field, String value, String message)
      throws IOException {
    Path directory = save(SMALL);
    ObjectNode manifest = manifest(directory);
    ((ObjectNode) manifest.get("architecture")).put(field, value);
    write(directory, manifest);

    assertThatThrownBy(() -> ModelReader.read(directory))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("manifest.json")
        .hasMessageContaining(message);
  }

  @Test
  void theWidthsOfFiltersAreOddAndDifferent() {
    for (List<Integer> widths : List.of(List.of(2), List.of(3, 3), List.<Integer>of())) {
      assertThatThrownBy(() -> SMALL.withCharacterWidths(widths))
          .hasMessageContaining("odd, different numbers");
    }
  }

  @Test
  void aFunnelIsNotWiderThanASizeMayBe() {
    Architecture funnel = SMALL.withCharacterEncoder(CharacterEncoder.INTNET);

    assertThatThrownBy(() -> funnel.withCharacterBlocks(1 << 14))
        .hasMessage("Character convolutions need at most 16384 outputs, found 49155");
  }

  @Test
  void anEncoderHasAtMostThreeLayers() {
    assertThatThrownBy(() -> SMALL.withEncoder(WordEncoder.LSTM, 4, true))
        .hasMessage("layers needs a whole number from 1 to 3, found 4");
  }
}
