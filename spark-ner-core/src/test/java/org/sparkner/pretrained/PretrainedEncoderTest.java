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

package org.sparkner.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.text.Context;

class PretrainedEncoderTest {
  private static final String INNER = "embeddings";
  private static final PretrainedEncoder LAST = TinyEncoder.read();

  @TempDir private Path folder;

  private static PretrainedEncoder inner() {
    return TinyEncoder.read(new PretrainedEncoderReader.Options(INNER, null, null, false));
  }

  @Test
  void isReadAsItsOwnFilesSay() {
    assertThat(LAST.vectors()).isEqualTo(new ContextualVectors("last_hidden_state", 6, 12, false));
    assertThat(inner().vectors().output()).isEqualTo(INNER);
    assertThat(
            TinyEncoder.read(new PretrainedEncoderReader.Options(null, null, false, false))
                .vectors())
        .isEqualTo(new ContextualVectors("last_hidden_state", 6, 12, false));
  }

  @Test
  void givesATokenTheVectorOfItsFirstPiece() {
    float[][] vectors = inner().encode(List.of("the", "unaffable"));

    assertThat(vectors).hasDimensions(2, 6);
    assertThat(vectors[1]).isEqualTo(inner().encode(List.of("the", "un"))[1]);
  }

  @Test
  void givesAWordTheMeanOfItsPiecesWhereThatIsAskedFor() {
    List<String> tokens = new ArrayList<>(List.of("the", "unaffable", "in"));
    EncoderInput input = LAST.inputs(tokens).get(0);
    int[] places = {1, 2, 3, 4};
    assertThat(LAST.pieceCounts(tokens)).as("the first two of three").containsExactly(1, 2, 1);
    float[] pieces =
        LAST.session()
            .run(List.of(new EncoderInput(input.pieces(), input.capitalisation(), places)))
            .get(0)
            .values();

    float[][] words = LAST.encodeWords(List.of(List.of("a"), tokens)).get(1);

    for (int i = 0; i < 6; i++) {
      assertThat(words[0][i]).isEqualTo(pieces[i]);
      float mean = (pieces[6 + i] + pieces[12 + i]) / 2;
      assertThat(words[1][i]).isCloseTo(mean, within(1e-6f));
      assertThat(words[2][i]).isEqualTo(pieces[18 + i]);
    }
    for (int i = 0; i < 5; i++) {
      tokens.addAll(List.of("unaffable", "a"));
    }
    float[][] overWindows = LAST.encodeWords(List.of(tokens)).get(0);
    assertThat(overWindows).hasDimensions(13, 6);
    for (float[] vector : overWindows) {
      assertThat(vector).isNotEqualTo(new float[6]);
    }
  }

  @Test
  void givesATokenAVectorThatDependsOnTheOthers() {
    assertThat(LAST.encode(List.of("the", "un"))[1])
        .isNotEqualTo(LAST.encode(List.of("in", "un"))[1]);
    assertThat(LAST.encode(List.of("The", "UN"))).isDeepEqualTo(LAST.encode(List.of("the", "un")));
  }

  @Test
  void readsALongSentenceInWindows() {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 41; i++) {
      tokens.add(List.of("the", "a", "b", "in", "c").get(i % 5));
    }

    float[][] vectors = LAST.encode(tokens);

    assertThat(vectors).hasDimensions(41, 6);
    assertThat(vectors[0])
        .as("the first window holds ten pieces")
        .isEqualTo(LAST.encode(tokens.subList(0, 10))[0]);
    assertThat(LAST.encode(List.of("abcdefghijklmnop", "the")))
        .as("of a token with many pieces the first ones are read")
        .hasDimensions(2, 6);
    assertThat(LAST.encode(List.of())).isEmpty();
  }

  @Test
  void readsASentenceWithinItsDocumentIfThatIsWanted() {
    List<String> document = List.of("the", "un", "in", "a");
    PretrainedEncoder whole = TinyEncoder.readWholeDocuments();
    Context context = new Context(document, 1);

    assertThat(whole.encode(context, 2))
        .isDeepEqualTo(Arrays.copyOfRange(LAST.encode(document), 1, 3));
    assertThat(LAST.encode(context, 2)).isDeepEqualTo(LAST.encode(List.of("un", "in")));
  }

  @Test
  void namesTheOutputsWhereThereIsNoneOfTheNameWanted() {
    assertThatThrownBy(
            () ->
                TinyEncoder.read(new PretrainedEncoderReader.Options("layer.7", null, null, false)))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("found no output layer.7 of vectors of pieces")
        .hasMessageEndingWith("one of its outputs: embeddings, last_hidden_state.");
  }

  @Test
  void readsAWordAsItsTokenizerCutsIt() throws IOException {
    copy("model.onnx", "model.onnx");
    copy("config.json", "config.json");
    copy("tokenizer-unigram.json", "tokenizer.json");

    PretrainedEncoder unigrams = read();
    assertThat(unigrams.inputs(List.of("The", "unaffable")).get(0).pieces())
        .as("of a token the first two pieces, as a window holds ten")
        .containsExactly(0, 100, 101, 103, 2);
    assertThat(unigrams.encode(List.of("The", "cafe\u0301")))
        .isDeepEqualTo(unigrams.encode(List.of("The", "caf\u00E9")));
    assertThat(unigrams.encode(List.of("the"))).isNotEqualTo(unigrams.encode(List.of("The")));
    copy("tokenizer-bpe.json", "tokenizer.json");
    assertThat(read().inputs(List.of("The", "\u200B")).get(0).pieces())
        .containsExactly(0, 105, 4, 3, 2);
  }

  @Test
  void refusesATokenizerThatIsNotTheGraphs() throws IOException {
    copy("model.onnx", "model.onnx");
    String json = Files.readString(TinyEncoder.DIRECTORY.resolve("tokenizer-bpe.json"));
    Files.writeString(
        folder.resolve("tokenizer.json"), json.replaceFirst("\"Z\": \\d+", "\"Z\": 5000"));
    assertRefused(
        "tokenizer.json cannot be used: found pieces up to number 5000, expected no more");
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    assertRefused("tokenizer.json cannot be used: found no model's type");
    copy("tokenizer-bpe.json", "tokenizer.json");
    assertThatThrownBy(
            () ->
                PretrainedEncoderReader.read(
                    PretrainedEncoderFolder.of(folder),
                    new PretrainedEncoderReader.Options(null, null, true, false)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("pretrainedEncoderLowerCase is for encoders with vocab.txt; leave");
  }

  @Test
  void isFoundInTheFolderOnnxToo() throws IOException {
    Files.createDirectory(folder.resolve("onnx"));
    copy("model.onnx", "onnx/model.onnx");
    copy("vocab.txt", "vocab.txt");

    ContextualVectors vectors = read().vectors();

    assertThat(vectors).isEqualTo(new ContextualVectors("last_hidden_state", 6, 512, false));
  }

  @Test
  void saysWhichFileIsMissingOrNoneOfAnEncoders() throws IOException {
    assertRefused("model.onnx cannot be used: found no such file");
    Files.writeString(folder.resolve("model.onnx"), "<html>");
    assertRefused(
        "tokenizer.json cannot be used: found no such file, expected the encoder's tokenizer, or");
    copy("vocab.txt", "vocab.txt");
    assertRefused("model.onnx cannot be used: found what ONNX Runtime refuses (");
    copy("model.onnx", "model.onnx");
    Files.writeString(folder.resolve("config.json"), "{\"max_position_embeddings\": 3}");
    assertRefused("at least 8 positions");
    Files.writeString(folder.resolve("config.json"), "{");
    assertRefused("config.json cannot be used: found no JSON");
  }

  @Test
  void saysWhatToAddWhereOnnxRuntimeIsMissing() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Class<?> needed :
        List.of(
            PretrainedEncoderReader.class,
            Caffeine.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonInclude.class)) {
      urls.add(needed.getProtectionDomain().getCodeSource().getLocation());
    }
    try (URLClassLoader without =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> folders = without.loadClass(PretrainedEncoderFolder.class.getName());
      Class<?> options = without.loadClass(PretrainedEncoderReader.Options.class.getName());
      Object tiny = folders.getMethod("of", Path.class).invoke(null, TinyEncoder.DIRECTORY);
      Object defaults = options.getField("DEFAULT").get(null);
      Method read =
          without
              .loadClass(PretrainedEncoderReader.class.getName())
              .getMethod("read", folders, options);

      assertThatThrownBy(() -> read.invoke(null, tiny, defaults))
          .cause()
          .hasMessageStartingWith("contextual vectors want ONNX Runtime on the class path: add")
          .extracting(cause -> cause.getClass().getSimpleName())
          .isEqualTo("UsageException");
    }
  }

  private PretrainedEncoder read() {
    return PretrainedEncoderReader.read(
        PretrainedEncoderFolder.of(folder), PretrainedEncoderReader.Options.DEFAULT);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private void copy(String from, String to) throws IOException {
    Files.write(folder.resolve(to), Files.readAllBytes(TinyEncoder.DIRECTORY.resolve(from)));
  }
}
