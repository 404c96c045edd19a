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

package org.sparkner.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.lexicon.WordTier;
import org.sparkner.model.ElementType;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.RandomModel;
import org.sparkner.model.Weights;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;

class CompressedModelTest {
  private static final NeuralModel MODEL = RandomModel.tiny();
  private static final WordCounts NO_TEXT = new WordCounts();
  private static final CompressionOptions SMALL = CompressionOptions.DEFAULT.withSubwordRows(64);
  private static final List<List<String>> SENTENCES =
      List.of(List.of("w1", "W7", "Unheard", "w50"), List.of("w33", "of", "w12", "w44", "w3"));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"8, false, 0.02", "4, false, 0.3", "8, true, 0.02"})
  void itsProbabilitiesAreCloseToThoseOfTheModelThatItWasMadeOf(
      int bits, boolean spread, float difference) {
    NeuralModel small = compressed(SMALL.with().bits(bits).isSpread(spread).build());

    float[][][] expected = marginals(MODEL);
    float[][][] found = marginals(small);

    for (int s = 0; s < expected.length; s++) {
      for (int t = 0; t < expected[s].length; t++) {
        for (int label = 0; label < expected[s][t].length; label++) {
          assertThat(found[s][t][label]).isCloseTo(expected[s][t][label], within(difference));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8, false, 50",
    "8, false, 20",
    "4, false, 20",
    "8, false, 0",
    "8, true, 50",
    "8, true, 20",
    "8, true, 0"
  })
  void itFindsTheSameOnceItIsSavedAndRead(int bits, boolean spread, int words) {
    NeuralModel small = compressed(SMALL.with().bits(bits).isSpread(spread).words(words).build());
    Path saved = save(small);

    NeuralModel read = (NeuralModel) ModelReader.read(saved);

    assertThat(read.sizes()).isEqualTo(small.sizes());
    assertThat(read.lexicon().words()).isEqualTo(small.lexicon().words());
    assertThat(read.weights().tensors())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(small.weights().tensors());
    assertThat(read.weights().byteTensors())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(small.weights().byteTensors());
    assertThat(marginals(read)).isEqualTo(marginals(small));
    assertThat(bytesOf(saved)).isEqualTo(SavedSize.of(small));
  }

  @Test
  void itIsWrittenAgainAsItIs() throws IOException {
    Path first = save(compressed(SMALL.withWords(30)));

    Path second = folder.resolve("again");
    ModelWriter.write(ModelReader.read(first), second, IfExists.REFUSE);

    for (String part : List.of("manifest.json", "lexicon.txt.gz", "weights.safetensors")) {
      assertThat(second.resolve("model").resolve(part))
          .hasSameBinaryContentAs(first.resolve("model").resolve(part));
    }
  }

  @Test
  void keepsTheWordsThatTextUsesMost() {
    WordCounts use = new WordCounts();
    use.add("w40", 2);
    use.add("W8", 1);
    use.add("Unheard", 9);

    CompressedModel compressed = CompressedModel.of(MODEL, SMALL.withWords(4), use);

    assertThat(compressed.model().lexicon().words()).containsExactly("w1", "w2", "w8", "w40");
    assertThat(compressed.pruned()).isEqualTo(46);
    assertThat(compressed.before()).isEqualTo(SavedSize.of(MODEL));
  }

  @Test
  void wordsThatItNeverKnewStayUnknownToIt() {
    List<List<String>> unheard = List.of(List.of("Unheard", "Of"));

    Tagger before = tagger(MODEL);
    Tagger after = tagger(compressed(SMALL.withWords(0)));

    float[] expected = before.tagSentences(unheard, true).get(0).marginals()[0];
    float[] found = after.tagSentences(unheard, true).get(0).marginals()[0];
    assertThat(found).containsExactly(expected, within(0.02f));
  }

  @Test
  void wordsThatAreLeftOutHaveVectorsOfTheirParts() {
    NeuralModel small = compressed(SMALL.withWords(0));
    NeuralModel without = compressed(SMALL.withSubwordRows(0).withWords(0));
    List<List<String>> word = List.of(List.of("w12"));

    assertThat(marginals(small, word)).isNotEqualTo(marginals(without, word));
    assertThat(small.weights().byteTensor(Weights.SUBWORD_VECTORS).shape()).containsExactly(64, 8);
    assertThat(((NetworkSizes) without.sizes()).compression().filterBytes()).isZero();
  }

  @Test
  void isAsSmallAsItIsToBeAndNoSmaller() {
    CompressionOptions plain = SMALL.withSubwordRows(0);
    long all = SavedSize.of(compressed(plain));
    long none = SavedSize.of(compressed(plain.withWords(0)));
    long most = (all + none) / 2;

    CompressedModel compressed = CompressedModel.of(MODEL, plain.withMaxBytes(most), NO_TEXT);

    int words = compressed.model().lexicon().wordRows() - 1;
    assertThat(compressed.after()).isLessThanOrEqualTo(most);
    assertThat(words).isBetween(1, 49);
    assertThat(SavedSize.of(compressed(plain.withWords(words + 1)))).isGreaterThan(most);
  }

  @Test
  void largeMatricesAreInHalfPrecision() {
    NeuralModel small = compressed(SMALL);

    assertThat(small.weights().tensor("lstm.forward.recurrent").type()).isEqualTo(ElementType.F32);
    NeuralModel wide =
        (NeuralModel)
            CompressedModel.of(
                    RandomModel.ofDefaultSizes(10, 1), CompressionOptions.DEFAULT, NO_TEXT)
                .model();
    assertThat(wide.weights().tensor("lstm.forward.recurrent").type()).isEqualTo(ElementType.F16);
    assertThat(wide.weights().tensor(Weights.TRANSITIONS).type()).isEqualTo(ElementType.F32);
  }

  @Test
  void refusesWhatIsCompressedAlready() {
    assertThatThrownBy(() -> CompressedModel.of(compressed(SMALL), SMALL, NO_TEXT))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("compressed already");
  }

  @Test
  void refusesASizeThatTheNetworkAloneExceeds() {
    assertThatThrownBy(() -> CompressedModel.of(MODEL, SMALL.withMaxBytes(1000), NO_TEXT))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("without a single word, and may have 1000;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "lexicon.txt.gz", "weights.safetensors"})
  void aMissingPartIsNamed(String part) throws IOException {
    Path saved = save(compressed(SMALL.withWords(30)));
    Files.delete(saved.resolve("model").resolve(part));

    assertThatThrownBy(() -> ModelReader.read(saved))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(part)
        .hasMessageContaining("no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lexicon.txt.gz", "weights.safetensors"})
  void everyFlippedByteIsFoundByTheDigest(String part) throws IOException {
    Path saved = save(compressed(SMALL.withWords(30)));
    Path file = saved.resolve("model").resolve(part);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i += Math.max(1, bytes.length / 37)) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 0x10;
      Files.write(file, flipped);

      assertThatThrownBy(() -> ModelReader.read(saved))
          .as("byte %d", i)
          .isInstanceOf(BadModelException.class)
          .hasMessageContaining(part)
          .hasMessageContaining("found SHA-256");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bits, 5, '4 or 8 bits a value'",
    "bits, 4, 'I8 word.vectors [31, 4]'",
    "filterBytes, 3, 'subword.words [3]'",
    "filterBytes, -1, 'found -1'",
  })
  void aWrongManifestIsNamedWithItsFault(String field, int value, String message)
      throws IOException {
    Path saved = save(compressed(SMALL.withWords(30)));
    edit(saved, manifest -> ((ObjectNode) manifest.get("compression")).put(field, value));

    assertThatThrownBy(() -> ModelReader.read(saved))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void wordsInMoreUseHaveLargerVectors() {
    NeuralModel model = RandomModel.ofDefaultSizes(300, 1);
    WordCounts use = new WordCounts();
    for (int word = 1; word <= 300; word++) {
      use.add("w" + word, 90_000 / (word * word));
    }
    CompressionOptions spread = CompressionOptions.DEFAULT.with().isSpread(true).build();
    long all = CompressedModel.of(model, spread, use).after();
    long most = all - 15_000;

    CompressedModel compressed = CompressedModel.of(model, spread.withMaxBytes(most), use);

    assertThat(compressed.pruned()).isZero();
    assertThat(compressed.after()).isBetween(most - 1_000, most);
    List<WordTier> tiers = compressed.model().lexicon().compression().tiers(301);
    List<Integer> bytes = tiers.stream().map(tier -> tier.bits().rowBytes(100)).toList();
    assertThat(bytes).hasSizeGreaterThan(2).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(compressed.model().lexicon().words().subList(0, 2)).containsExactly("w1", "w2");
    Path saved = save(compressed.model());
    assertThat(marginals((NeuralModel) ModelReader.read(saved)))
        .isEqualTo(marginals(compressed.model()));
  }

  @Test
  void wordsAreLeftOutWhereTheSmallestVectorsOfAllDoNotFit() {
    NeuralModel model = RandomModel.ofDefaultSizes(300, 1);
    CompressionOptions spread =
        CompressionOptions.DEFAULT.withSubwordRows(0).with().isSpread(true).build();
    long none = CompressedModel.of(model, spread.withWords(0), NO_TEXT).after();

    CompressedModel compressed =
        CompressedModel.of(model, spread.withMaxBytes(none + 2_000), NO_TEXT);

    assertThat(compressed.pruned()).isBetween(100, 290);
    assertThat(compressed.after()).isBetween(none + 1_950, none + 2_000);
    assertThat(compressed.model().lexicon().compression().frequent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 'are 1 or more, found -1'",
    "0, 'are 1 or more, found 0'",
    "900, 'more than the 51 rows that there are'",
    "3, 'found I8 word.vectors'",
  })
  void aWrongNumberOfFrequentWordsIsNamed(int rows, String message) throws IOException {
    Path saved = save(compressed(SMALL.with().isSpread(true).build()));
    edit(
        saved,
        manifest -> {
          ObjectNode tier =
              ((ObjectNode) manifest.get("compression")).putArray("frequent").addObject();
          tier.put("rows", rows);
          tier.putArray("bits").add(8);
        });

    assertThatThrownBy(() -> ModelReader.read(saved))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'8,8,8,8,8,8,8,8,8,8,8,8', 'bits of 12 values for word vectors of 8'",
    "'9', 'a list of 1 to 8 for each, found [9]'",
    "'3,0', 'a list of 1 to 8 for each, found [3, 0]'",
    "'', 'found 0'",
  })
  void aWrongListOfBitsIsNamed(String bits, String message) throws IOException {
    Path saved = save(compressed(SMALL.with().words(30).isSpread(true).build()));
    edit(
        saved,
        manifest -> {
          ArrayNode list = ((ObjectNode) manifest.get("compression")).putArray("bits");
          Arrays.stream(bits.split(","))
              .filter(text -> !text.isEmpty())
              .forEach(text -> list.add(Integer.parseInt(text)));
        });

    assertThatThrownBy(() -> ModelReader.read(saved))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("manifest.json")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"8, 2147483647", "1, 2147483647"})
  void moreWordsThanATableCanHaveAreNamed(int width, int rows) throws IOException {
    Path saved = save(compressed(SMALL.with().isSpread(true).build()));
    edit(
        saved,
        manifest -> {
          ((ObjectNode) manifest).put("wordRows", rows);
          ArrayNode bits = ((ObjectNode) manifest.get("compression")).putArray("bits");
          for (int value = 0; value < 8; value++) {
            bits.add(width);
          }
        });

    assertThatThrownBy(() -> ModelReader.read(saved)).isInstanceOf(BadModelException.class);
  }

  @Test
  void aLexiconThatIsNoGzipIsNamed() throws IOException, NoSuchAlgorithmException {
    Path saved = save(compressed(SMALL.withWords(30)));
    byte[] other = "spark-ner-lexicon 1 0 0 0 0 cased 0\n\n".getBytes(StandardCharsets.UTF_8);
    Files.write(saved.resolve("model/lexicon.txt.gz"), other);
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(other));
    edit(
        saved,
        manifest ->
            ((ObjectNode) manifest.get("parts").get(0))
                .put("sha256", digest)
                .put("bytes", other.length));

    assertThatThrownBy(() -> ModelReader.read(saved))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("lexicon.txt.gz")
        .hasMessageContaining("no gzip");
  }

  private interface Edit {
    void change(JsonNode manifest);
  }

  private static void edit(Path saved, Edit edit) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path file = saved.resolve("model/manifest.json");
    JsonNode manifest = json.readTree(file.toFile());
    edit.change(manifest);
    json.writeValue(file.toFile(), manifest);
  }

  private static NeuralModel compressed(CompressionOptions options) {
    return CompressedModel.of(MODEL, options, NO_TEXT).model();
  }

  private Path save(NeuralModel model) {
    Path saved = folder.resolve("saved");
    ModelWriter.write(model, saved, IfExists.REFUSE);
    return saved;
  }

  private static long bytesOf(Path saved) {
    try (Stream<Path> parts = Files.list(saved.resolve("model"))) {
      return parts.mapToLong(part -> part.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tagger tagger(NeuralModel model) {
    return Tagger.of(model, Precision.F32);
  }

  private static float[][][] marginals(NeuralModel model) {
    return marginals(model, SENTENCES);
  }

  private static float[][][] marginals(NeuralModel model, List<List<String>> sentences) {
    List<TaggedSentence> tagged = tagger(model).tagSentences(sentences, true);
    return IntStream.range(0, tagged.size())
        .mapToObj(i -> tagged.get(i).marginals())
        .toArray(float[][][]::new);
  }
}
