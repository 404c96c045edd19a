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

package org.sparkner.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.sparkner.corpus.CorpusFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.crf.ForwardBackward;
import org.sparkner.crf.Transitions;
import org.sparkner.crf.Viterbi;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.FeatureVectors;
import org.sparkner.model.ModelReader;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Weights;
import org.sparkner.network.GraphNetwork;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.WordTable;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * Compares the tagger with DeepLearning4J's graph of the same weights, decoded by the log-space
 * algorithms in double precision: every tag, and every entity's confidence, for several batch
 * compositions and numbers of threads.
 */
public final class GraphAgreement {
  /** The largest difference of confidences that counts as none. */
  static final double TOLERANCE = 1e-4;

  private static final int GRAPH_BATCH = 32;
  private static final int MIXED_BATCH = 97;
  private static final int[] THREADS = {1, 2, 4};

  private final List<List<String>> sentences;
  private final List<Expected> expected = new ArrayList<>();

  /** What the graph gives for a sentence: its tags, and the posterior of each of their spans. */
  private record Expected(List<String> tags, double[] confidences) {}

  /** How the sentences are put together. */
  enum Composition {
    /** One sentence a call. */
    ALONE,
    /** All sentences in one call. */
    WHOLE,
    /** Shuffled, 97 a call. */
    SHUFFLED;

    private List<List<Integer>> calls(int sentences) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, sentences).boxed().toList());
      if (this == SHUFFLED) {
        Collections.shuffle(order, new Random(1));
      }
      int size = this == ALONE ? 1 : this == WHOLE ? sentences : MIXED_BATCH;
      List<List<Integer>> calls = new ArrayList<>();
      for (int from = 0; from < sentences; from += size) {
        calls.add(order.subList(from, Math.min(sentences, from + size)));
      }
      return calls;
    }
  }

  /**
   * Differences.
   *
   * @param tags that are not the graph's
   * @param confidence the largest difference of a confidence, where all tags are the same
   */
  record Difference(long tags, double confidence) {
    private static final Difference NONE = new Difference(0, 0);

    boolean isNone() {
      return tags == 0 && confidence <= TOLERANCE;
    }

    private Difference and(Difference other) {
      return new Difference(tags + other.tags, Math.max(confidence, other.confidence));
    }
  }

  /** Runs the graph. */
  GraphAgreement(NeuralModel model, List<List<String>> sentences) {
    this.sentences = sentences;
    GraphNetwork network = network(model);
    Weights weights = model.weights();
    Transitions transitions =
        Transitions.of(
            model.labels(),
            weights.values(Weights.TRANSITIONS),
            weights.values(Weights.BEGIN),
            weights.values(Weights.END));
    Transitions tempered = transitions.dividedBy(model.temperature());
    for (int from = 0; from < sentences.size(); from += GRAPH_BATCH) {
      List<List<String>> batch =
          sentences.subList(from, Math.min(sentences.size(), from + GRAPH_BATCH));
      List<float[]> emissions =
          network.emissions(batch.stream().map(tokens -> index(model, tokens)).toList());
      for (int i = 0; i < batch.size(); i++) {
        int[] path = Viterbi.best(transitions, emissions.get(i), 0, batch.get(i).size()).labels();
        ForwardBackward lattice = new ForwardBackward();
        lattice.run(tempered, quotients(emissions.get(i), model.temperature()), 0, path.length);
        List<String> tags = model.labels().decode(path);
        expected.add(
            new Expected(
                tags,
                TagScheme.spans(tags).stream()
                    .mapToDouble(span -> posterior(lattice, path, span))
                    .toArray()));
      }
    }
  }

  private static float[] quotients(float[] values, double divisor) {
    float[] quotients = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      quotients[i] = (float) (values[i] / divisor);
    }
    return quotients;
  }

  private static GraphNetwork network(NeuralModel model) {
    if (model.lexicon().compression() != null) {
      throw new UsageException(
          "The graph needs word vectors in single precision; give the model before it was"
              + " compressed.");
    }
    WordTable words =
        new WordTable(
            model.weights().values(Weights.WORD_VECTORS), model.architecture().wordDimension(), 0);
    GraphNetwork network = new GraphNetwork(model.sizes(), model.labels(), words, 0, 1);
    network.setWeights(model.weights());
    return network;
  }

  private static IndexedSentence index(NeuralModel model, List<String> tokens) {
    Lexicon lexicon = model.lexicon();
    int longest = model.architecture().maxWordLength();
    return new IndexedSentence(
        tokens.stream().mapToInt(lexicon::row).toArray(),
        tokens.stream()
            .map(t -> t.codePoints().limit(longest).map(lexicon::characterId).toArray())
            .toArray(int[][]::new),
        FeatureVectors.ids(tokens, List.of(), model.architecture().features(), lexicon),
        null);
  }

  private static double posterior(ForwardBackward lattice, int[] path, Span span) {
    return lattice.posterior(span.begin(), Arrays.copyOfRange(path, span.begin(), span.end()));
  }

  /** Entities that the graph finds. */
  int entities() {
    return expected.stream().mapToInt(sentence -> sentence.confidences().length).sum();
  }

  /** Tags all sentences on each of the threads at the same time, with one tagger. */
  Difference compare(Tagger tagger, Composition composition, int threads) {
    List<List<Integer>> calls = composition.calls(sentences.size());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Difference>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        running.add(pool.submit(() -> compare(tagger, calls)));
      }
      Difference difference = Difference.NONE;
      for (Future<Difference> future : running) {
        difference = difference.and(future.get());
      }
      return difference;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdown();
    }
  }

  private Difference compare(Tagger tagger, List<List<Integer>> calls) {
    Difference difference = Difference.NONE;
    for (List<Integer> call : calls) {
      List<TaggedSentence> tagged =
          tagger.tagSentences(call.stream().map(sentences::get).toList(), false);
      for (int i = 0; i < tagged.size(); i++) {
        difference = difference.and(difference(tagged.get(i), expected.get(call.get(i))));
      }
    }
    return difference;
  }

  private static Difference difference(TaggedSentence tagged, Expected expected) {
    long tags =
        IntStream.range(0, expected.tags().size())
            .filter(t -> !tagged.tags().get(t).equals(expected.tags().get(t)))
            .count();
    double most = 0;
    for (int i = 0; tags == 0 && i < expected.confidences().length; i++) {
      double found = tagged.entities().get(i).confidence();
      most = Math.max(most, Math.abs(found - expected.confidences()[i]));
    }
    return new Difference(tags, most);
  }

  /**
   * {@code GraphAgreement MODEL CONLL-FILE [PRECISION]}; ends with 1 where anything differs. 8-bit
   * products differ by nature: the count of their tags is what one needs to know.
   */
  public static void main(String[] arguments) {
    NeuralModel model = (NeuralModel) ModelReader.read(Path.of(arguments[0]));
    List<List<String>> sentences =
        CorpusReader.readAll(Path.of(arguments[1]), CorpusFormat.named("conll")).stream()
            .map(LabeledSentence::tokens)
            .toList();
    Tagger tagger = Tagger.of(model, Precision.named(arguments.length > 2 ? arguments[2] : "f32"));
    GraphAgreement agreement = new GraphAgreement(model, sentences);
    System.out.printf(
        Locale.ROOT,
        "%d sentences, %d entities%n| composition | threads | different tags | confidence differs"
            + " by |%n|---|---|---|---|%n",
        sentences.size(),
        agreement.entities());
    boolean agrees = true;
    for (Composition composition : Composition.values()) {
      for (int threads : THREADS) {
        Difference difference = agreement.compare(tagger, composition, threads);
        agrees &= difference.isNone();
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %d | %.1e |%n",
            composition.name().toLowerCase(Locale.ROOT),
            threads,
            difference.tags(),
            difference.confidence());
      }
    }
    System.exit(agrees ? 0 : 1);
  }
}
