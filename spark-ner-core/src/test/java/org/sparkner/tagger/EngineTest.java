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

package org.sparkner.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.crf.ForwardBackward;
import org.sparkner.crf.Viterbi;
import org.sparkner.kernel.KernelProvider;
import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.ProductProvider;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.Architecture;
import org.sparkner.model.Decoder;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.RandomModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;
import org.sparkner.model.WordEncoder;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** The engine against the formulae of {@link ReferenceTagger}, and against itself. */
class EngineTest {
  private static final Lexicon LEXICON =
      new Lexicon(
          List.of("the", "London", "ada", "1815", ".", "naïve", "😀"),
          "abcdefghijklmnopqrstuvwxyzAL18.ï".codePoints().toArray());
  private static final LabelSet LABELS = LabelSet.bioes(List.of("LOC", "PER"));

  private static final Architecture TINY =
      Architecture.DEFAULT
          .with()
          .wordDimension(5)
          .characterDimension(3)
          .characterFilters(4)
          .hidden(6)
          .maxWordLength(8)
          .build();
  private static final Architecture SMALL =
      Architecture.DEFAULT
          .with()
          .wordDimension(20)
          .characterDimension(5)
          .characterFilters(10)
          .hidden(40)
          .maxWordLength(20)
          .build();

  static Stream<Kernels> kernels() {
    return Stream.of(KernelProvider.best(), KernelProvider.plain());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void followsTheFormulae(Kernels kernels) {
    for (Architecture sizes :
        List.of(
            TINY,
            Architecture.DEFAULT
                .with()
                .wordDimension(9)
                .characterDimension(4)
                .characterFilters(7)
                .characterWidths(List.of(5))
                .hidden(24)
                .maxWordLength(5)
                .build())) {
      NeuralModel model = model(sizes, LABELS, 1);
      List<List<String>> sentences = sentences(new Random(2), 150);
      List<TaggedSentence> tagged =
          Tagger.of(model, kernels, ProductProvider.by(kernels), Precision.F32)
              .tagSentences(sentences, true);
      for (int i = 0; i < sentences.size(); i++) {
        assertAgrees(model, sentences.get(i), tagged.get(i));
      }
    }
  }

  private static void assertAgrees(NeuralModel model, List<String> tokens, TaggedSentence tagged) {
    if (tokens.isEmpty()) {
      assertThat(tagged.tags()).isEmpty();
      assertThat(tagged.entities()).isEmpty();
      assertThat(tagged.marginals()).isEmpty();
      return;
    }
    ReferenceTagger reference = new ReferenceTagger(model);
    float[] emissions = reference.roundedEmissions(tokens);
    int[] path = Viterbi.best(reference.transitions(), emissions, 0, tokens.size()).labels();
    ForwardBackward lattice = new ForwardBackward();
    lattice.run(reference.transitions(), emissions, 0, tokens.size());

    assertThat(tagged.tags()).isEqualTo(model.labels().decode(path));
    List<Span> spans = TagScheme.spans(tagged.tags());
    assertThat(tagged.entities()).hasSameSizeAs(spans);
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      Entity entity = tagged.entities().get(i);
      assertThat(new Span(entity.begin(), entity.end(), entity.type())).isEqualTo(span);
      assertThat(entity.text())
          .isEqualTo(String.join(" ", tokens.subList(span.begin(), span.end())));
      int[] labels = Arrays.copyOfRange(path, span.begin(), span.end());
      assertThat(entity.confidence())
          .isCloseTo(lattice.posterior(span.begin(), labels), within(1e-4));
    }
    for (int t = 0; t < tokens.size(); t++) {
      double sum = 0;
      for (int j = 0; j < model.labels().size(); j++) {
        assertThat((double) tagged.marginals()[t][j])
            .isCloseTo(lattice.marginal(t, j), within(1e-4));
        sum += tagged.marginals()[t][j];
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = WordEncoder.class,
      names = {"LSTM", "CNN", "FFNN_WINDOW"})
  void whatASentenceGetsDoesNotDependOnTheSentencesBesideIt(WordEncoder encoder) {
    Architecture sizes = SMALL.withEncoder(encoder, 1, true);
    Tagger tagger = Tagger.of(model(sizes, LABELS, 3));
    List<List<String>> sentences = sentences(new Random(4), 150);
    List<String> together = describe(tagger.tagSentences(sentences, true));
    List<String> alone = new ArrayList<>();
    for (List<String> sentence : sentences) {
      alone.addAll(describe(tagger.tagSentences(List.of(sentence), true)));
    }
    assertThat(alone).isEqualTo(together);

    List<List<String>> backwards = new ArrayList<>(sentences);
    Collections.reverse(backwards);
    List<String> reversed = describe(tagger.tagSentences(backwards, true));
    Collections.reverse(reversed);
    assertThat(reversed).isEqualTo(together);
  }

  @Test
  void manyThreadsGetWhatOneGets() throws Exception {
    NeuralModel model = model(SMALL, LABELS, 5);
    List<List<String>> sentences = sentences(new Random(6), 200);
    List<String> expected = describe(Tagger.of(model).tagSentences(sentences, true));
    Tagger shared = Tagger.of(model);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> tasks =
          Collections.nCopies(12, () -> describe(shared.tagSentences(sentences, true)));
      for (Future<List<String>> result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void theTemperatureDividesAllPotentialsOfTheProbabilitiesAndChangesNoTag() {
    Architecture crf =
        Architecture.DEFAULT
            .with()
            .wordDimension(9)
            .characterDimension(4)
            .characterFilters(7)
            .hidden(12)
            .maxWordLength(8)
            .build();
    for (Decoder decoder : Decoder.values()) {
      Architecture sizes = crf.withDecoder(decoder);
      NeuralModel model = model(sizes, LABELS, 11);
      List<List<String>> sentences = sentences(new Random(12), 60);
      List<TaggedSentence> tagged =
          Tagger.of(model.withTemperature(2.5)).tagSentences(sentences, true);
      List<TaggedSentence> expected =
          Tagger.of(dividedPotentials(model, 2.5f)).tagSentences(sentences, true);
      List<TaggedSentence> hot = Tagger.of(model).tagSentences(sentences, true);
      double difference = 0;
      for (int i = 0; i < sentences.size(); i++) {
        assertThat(tagged.get(i).tags()).isEqualTo(hot.get(i).tags());
        for (int j = 0; j < tagged.get(i).entities().size(); j++) {
          double confidence = tagged.get(i).entities().get(j).confidence();
          assertThat(confidence)
              .isCloseTo(expected.get(i).entities().get(j).confidence(), within(1e-5));
          difference += Math.abs(confidence - hot.get(i).entities().get(j).confidence());
        }
        for (int t = 0; t < sentences.get(i).size(); t++) {
          assertThat(tagged.get(i).marginals()[t])
              .containsExactly(expected.get(i).marginals()[t], within(1e-5f));
        }
      }
      assertThat(difference).isGreaterThan(1);
    }
  }

  private static NeuralModel dividedPotentials(NeuralModel model, float divisor) {
    List<Tensor> tensors = new ArrayList<>();
    for (Tensor tensor : model.weights().tensors()) {
      float[] values = tensor.values().clone();
      for (int i = 0; i < values.length && tensor.name().matches("(emission|crf)[.].*"); i++) {
        values[i] /= divisor;
      }
      tensors.add(new Tensor(tensor.name(), tensor.shape(), values));
    }
    return new NeuralModel(
        model.architecture(),
        model.labels(),
        model.lexicon(),
        new Weights(tensors),
        model.training());
  }

  @Test
  void plainLabelsHaveNoEntities() {
    LabelSet labels = LabelSet.of(TagScheme.PLAIN, List.of("NOUN", "VERB", "B-ADJ"));
    Tagger tagger = Tagger.of(model(TINY, labels, 7));
    for (TaggedSentence tagged : tagger.tagSentences(sentences(new Random(8), 20), false)) {
      assertThat(tagged.tags()).isSubsetOf(labels.labels());
      assertThat(tagged.entities()).isEmpty();
      assertThat(tagged.marginals()).isNull();
    }
  }

  @Test
  void aSentenceTooLongIsTaggedInPieces() {
    Tagger tagger = Tagger.of(model(TINY.with().hidden(16).build(), LABELS, 9));
    Random random = new Random(10);
    int most = Tagger.MAX_SENTENCE_TOKENS;
    List<String> tokens = new ArrayList<>();
    while (tokens.size() < 2 * most + 17) {
      tokens.add(word(random));
    }
    TaggedSentence whole = tagger.tagSentences(List.of(tokens), true).get(0);
    assertThat(whole.tags()).hasSize(tokens.size());
    assertThat(whole.marginals()).hasDimensions(tokens.size(), LABELS.size());
    for (int begin = 0; begin < tokens.size(); begin += most) {
      int end = Math.min(tokens.size(), begin + most);
      TaggedSentence piece = tagger.tagSentences(List.of(tokens.subList(begin, end)), false).get(0);
      assertThat(whole.tags().subList(begin, end)).isEqualTo(piece.tags());
    }
    for (Entity entity : whole.entities()) {
      assertThat(entity.text())
          .isEqualTo(String.join(" ", tokens.subList(entity.begin(), entity.end())));
    }
  }

  /** Random weights, but of all parts, so that no bias is zero and entities are frequent. */
  static NeuralModel model(Architecture sizes, LabelSet labels, long seed) {
    NeuralModel model = RandomModel.of(sizes, labels, LEXICON, seed);
    Random random = new Random(seed);
    List<Tensor> tensors = new ArrayList<>();
    for (Tensor tensor : model.weights().tensors()) {
      float[] values = new float[tensor.values().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (0.5 * random.nextGaussian());
      }
      tensors.add(new Tensor(tensor.name(), tensor.shape(), values));
    }
    return new NeuralModel(sizes, labels, model.lexicon(), new Weights(tensors), model.training());
  }

  /** Sentences of 0 to 20 tokens, known and unknown, in any order of length. */
  private static List<List<String>> sentences(Random random, int count) {
    List<List<String>> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> tokens = new ArrayList<>();
      int length = random.nextInt(21);
      for (int t = 0; t < length; t++) {
        tokens.add(word(random));
      }
      sentences.add(tokens);
    }
    return sentences;
  }

  private static String word(Random random) {
    List<String> words =
        List.of("the", "The", "London", "Ada", "1999", "", "😀", "naïve", "日本", "x", "\ud83d");
    return random.nextInt(3) == 0
        ? Integer.toString(random.nextInt(100_000), 36)
        : words.get(random.nextInt(words.size()));
  }

  /** Everything to the bit. */
  private static List<String> describe(List<TaggedSentence> tagged) {
    List<String> lines = new ArrayList<>();
    for (TaggedSentence sentence : tagged) {
      lines.add(
          sentence.tags()
              + " "
              + sentence.entities()
              + " "
              + Arrays.deepToString(sentence.marginals()));
    }
    return lines;
  }
}
