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

package org.sparkner.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.crf.BigramChain;
import org.sparkner.crf.BigramDecoder;
import org.sparkner.crf.GreedyDecoder;
import org.sparkner.crf.LabelDecoder;
import org.sparkner.crf.SentenceDecoder;
import org.sparkner.crf.Transitions;
import org.sparkner.kernel.KernelProvider;
import org.sparkner.lexicon.Affixes;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.GazetteersBuilder;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.model.Architecture;
import org.sparkner.model.Decoder;
import org.sparkner.model.FeatureVectors;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.TrainingSummaryBuilder;
import org.sparkner.model.Weights;
import org.sparkner.model.WordEncoder;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.TinyEncoder;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/** The tagging engine against DeepLearning4J's graph, two implementations of the same network. */
class EngineAgainstGraphTest {
  private static final Architecture SIZES =
      Architecture.DEFAULT
          .with()
          .wordDimension(20)
          .characterDimension(8)
          .characterFilters(10)
          .hidden(50)
          .maxWordLength(12)
          .build();
  private static final LabelSet LABELS = LabelSet.bioes(List.of("LOC", "PER"));

  /** Attributes, the first of which the model does not know. */
  private static final List<String> ATTRIBUTES = List.of("X", "NOUN", "VERB", "ADJ");

  private static final PretrainedEncoder ENCODER = TinyEncoder.read();

  private final Random random = new Random(31);
  private final Lexicon lexicon =
      new Lexicon(words(), new int[] {'a', 'b', 'c', 'd', 'e'})
          .withAffixes(Affixes.of(WordCounts.of(List.of(words())), 2))
          .withGazetteers(gazetteers())
          .withAttributeValues(AttributeValues.of(ATTRIBUTES.subList(1, ATTRIBUTES.size())));

  private List<String> words() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      words.add("word" + (char) ('a' + i % 26) + i / 26);
    }
    return words;
  }

  /** Every other word is a phrase of the one type, pairs of some words of the other. */
  private Gazetteers gazetteers() {
    GazetteersBuilder builder = new GazetteersBuilder("und", true);
    StringBuilder pairs = new StringBuilder();
    List<String> words = words();
    words.subList(0, 9).forEach(a -> words.forEach(b -> pairs.append(a + " " + b + "\n")));
    add(builder, "PAIR", pairs.toString());
    add(builder, "WORD", String.join("\n", words.subList(0, 20)));
    return builder.build();
  }

  private static void add(GazetteersBuilder builder, String type, String lines) {
    builder.add(type, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), type);
  }

  static Stream<Architecture> architectures() {
    return Architectures.of(SIZES);
  }

  private GraphNetwork network(Architecture sizes) {
    WordTable table = Architectures.words(sizes, random, lexicon.wordRows(), lexicon.wordRows());
    GraphNetwork network = new GraphNetwork(NetworkSizes.of(sizes, lexicon), LABELS, table, 0.5, 8);
    // Louder than initial weights, so that entities are found and gates leave their linear part;
    // but an Elman network as loud as that is chaotic, and no two roundings of it stay together.
    float factor = sizes.wordEncoder() == WordEncoder.RNN ? 1.5f : 3;
    float[] parameters = network.parameters();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] *= factor;
    }
    network.setParameters(parameters);
    return network;
  }

  private List<String> sentence(int length) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      tokens.add(
          random.nextInt(5) == 0
              ? "unknown✓" + random.nextInt(9)
              : lexicon.word(1 + random.nextInt(40)));
    }
    return tokens;
  }

  private List<String> attributes(List<String> tokens) {
    return tokens.stream().map(token -> ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()))).toList();
  }

  private IndexedSentence index(List<String> tokens, List<String> attributes, Architecture sizes) {
    int[] rows = tokens.stream().mapToInt(lexicon::row).toArray();
    int[][] characters =
        tokens.stream()
            .map(
                t ->
                    t.codePoints().limit(SIZES.maxWordLength()).map(lexicon::characterId).toArray())
            .toArray(int[][]::new);
    int[][] features =
        sizes.features().size() == 0
            ? new int[tokens.size()][0]
            : FeatureVectors.ids(tokens, attributes, sizes.features(), lexicon);
    IndexedSentence sentence = new IndexedSentence(rows, characters, features, null);
    return sizes.features().contextual() == null
        ? sentence
        : sentence.withContextual(ENCODER.encode(tokens));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void tagsAreTheSameAndConfidencesAgree(Architecture sizes) {
    GraphNetwork network = network(sizes);
    List<List<String>> sentences = new ArrayList<>();
    for (int length : new int[] {1, 7, 3, 30, 12, 12, 2, 19, 25, 40}) {
      sentences.add(sentence(length));
    }
    List<List<String>> attributes = sentences.stream().map(this::attributes).toList();
    Weights weights = network.weights();
    NeuralModel model =
        new NeuralModel(
            sizes,
            LABELS,
            lexicon,
            weights,
            sizes.features().contextual() == null ? null : ENCODER,
            1,
            TrainingSummaryBuilder.builder()
                .language("en")
                .sourceScheme("IOB2")
                .trainingSentences(0)
                .trainingTokens(0)
                .trainingFingerprint("")
                .seed(8)
                .epoch(0)
                .metrics(Map.of())
                .build());
    List<TaggedSentence> tagged =
        Tagger.of(model, Precision.F32).tagSentences(sentences, attributes, false);
    List<IndexedSentence> indexed = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      indexed.add(index(sentences.get(i), attributes.get(i), sizes));
    }
    List<float[]> emissions = network.emissions(indexed);
    int entities = 0;
    for (int i = 0; i < sentences.size(); i++) {
      int length = sentences.get(i).size();
      int[] path = new int[length];
      LabelDecoder decoder = decoder(sizes, weights);
      decoder.decode(emissions.get(i), 0, path);
      decoder.run(emissions.get(i), 0, length);
      List<Span> spans = TagScheme.spans(LABELS.decode(path));
      assertThat(tagged.get(i).tags()).isEqualTo(TagScheme.BIOES.tags(spans, length));
      assertThat(tagged.get(i).entities()).hasSameSizeAs(spans);
      for (Entity entity : tagged.get(i).entities()) {
        assertThat(new Span(entity.begin(), entity.end(), entity.type())).isIn(spans);
        assertThat(entity.confidence())
            .isCloseTo(decoder.posterior(path, entity.begin(), entity.end()), within(1e-4));
        entities++;
      }
    }
    assertThat(entities).as("entities compared").isGreaterThan(10);
  }

  private static LabelDecoder decoder(Architecture sizes, Weights weights) {
    if (sizes.decoder() == Decoder.SOFTMAX) {
      return new GreedyDecoder(LABELS.size());
    }
    if (sizes.decoder() == Decoder.CRF_BIGRAM) {
      return new BigramDecoder(
          BigramChain.of(LABELS, weights.values(Weights.BEGIN), weights.values(Weights.END)));
    }
    Transitions transitions =
        Transitions.of(
            LABELS,
            weights.values(Weights.TRANSITIONS),
            weights.values(Weights.BEGIN),
            weights.values(Weights.END));
    return new SentenceDecoder(transitions, KernelProvider.plain());
  }
}
