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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleFunction;
import org.sparkner.crf.BigramChain;
import org.sparkner.crf.BigramDecoder;
import org.sparkner.crf.GreedyDecoder;
import org.sparkner.crf.LabelDecoder;
import org.sparkner.crf.SentenceDecoder;
import org.sparkner.crf.Transitions;
import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.ProductLibrary;
import org.sparkner.model.NeuralModel;

/**
 * The network's forward pass and the decoding, in batches of sentences of like length. Safe for
 * many threads, which share the weights and the kept projections and take a {@link Worker} each.
 * What a sentence gets does not depend on the sentences beside it, to the bit.
 */
final class Engine implements SentenceLabeler {
  /** Sentences of a batch: enough rows for the product, few enough for the second-level cache. */
  private static final int BATCH_SENTENCES = 120;

  /** Tokens of a batch, except that one sentence is always taken: 26 MB of states by default. */
  private static final int BATCH_TOKENS = 16_384;

  /**
   * Tokens whose contextual vectors are read together: enough for batches of many sentences of
   * equal length, 25 MB of vectors of 768 floats.
   */
  private static final int CONTEXT_TOKENS = 8_192;

  /** Words whose projections a thread keeps: 6.5 MB at most by default. */
  private static final int RECENT_WORDS = 1 << 10;

  private final WordProjections projections;
  private final EncoderNetwork network;
  private final DoubleFunction<LabelDecoder> decoders;
  private final double temperature;
  private final EntityLabels entities;
  private final int labels;
  private final int scores;
  // Not a ThreadLocal: its values would keep the engine alive as long as the thread.
  private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param int8 makes the recurrent matrices in 8 bits; null for single precision
   * @param single makes all others
   */
  Engine(NeuralModel model, Kernels kernels, ProductLibrary int8, ProductLibrary single) {
    projections = new WordProjections(model, kernels, single, int8 != null);
    network =
        new EncoderNetwork(model, kernels, int8 == null ? single::single : int8::int8, single);
    decoders = decoders(model, kernels);
    temperature = model.temperature();
    entities = new EntityLabels(model.labels());
    labels = model.labels().size();
    scores = model.architecture().decoder().scores(labels);
  }

  /** Makes decoders, given the temperature of their transitions. */
  private static DoubleFunction<LabelDecoder> decoders(NeuralModel model, Kernels kernels) {
    return switch (model.architecture().decoder()) {
      case CRF -> {
        Transitions transitions = EmissionDecoder.transitions(model);
        yield divisor -> new SentenceDecoder(transitions.dividedBy(divisor), kernels);
      }
      case CRF_BIGRAM -> {
        BigramChain chain = EmissionDecoder.bigramChain(model);
        yield divisor -> new BigramDecoder(chain.dividedBy(divisor));
      }
      case SOFTMAX -> divisor -> new GreedyDecoder(model.labels().size());
    };
  }

  @Override
  public Labeling[] run(List<Sentence> sentences, Detail detail) {
    Labeling[] results = new Labeling[sentences.size()];
    run(
        sentences,
        (sentence, emissions, decoder) ->
            results[sentence.number()] = decoder.decode(emissions, sentence.length(), detail));
    return results;
  }

  @Override
  public List<List<RankedSpans>> best(List<Sentence> sentences, int count) {
    List<List<RankedSpans>> results = new ArrayList<>(Collections.nCopies(sentences.size(), null));
    run(
        sentences,
        (sentence, emissions, decoder) ->
            results.set(sentence.number(), decoder.best(emissions, sentence.length(), count)));
    return results;
  }

  @Override
  public boolean knows(String word) {
    return projections.knows(word);
  }

  private void run(List<Sentence> sentences, EmissionUse use) {
    Worker worker = idle.poll();
    if (worker == null) {
      worker = new Worker();
    }
    int from = 0;
    while (from < sentences.size()) {
      int to = projections.readsContexts() ? blockEnd(sentences, from) : sentences.size();
      List<Sentence> block = sentences.subList(from, to);
      worker.read(block);
      runBatches(worker, block, use);
      from = to;
    }
    worker.release();
    idle.add(worker);
  }

  /**
   * The end of the sentences whose contextual vectors are in memory together. Sentences of a
   * document are not parted, so that it is read once.
   */
  private static int blockEnd(List<Sentence> sentences, int from) {
    int to = from;
    int tokens = 0;
    while (to < sentences.size()
        && (tokens < CONTEXT_TOKENS || sharesDocument(sentences.get(to - 1), sentences.get(to)))) {
      tokens += sentences.get(to).length();
      to++;
    }
    return to;
  }

  private static boolean sharesDocument(Sentence one, Sentence other) {
    return one.given() != null
        && other.given() != null
        && one.given().tokens() == other.given().tokens();
  }

  private static void runBatches(Worker worker, List<Sentence> sentences, EmissionUse use) {
    List<Sentence> order = new ArrayList<>(sentences);
    order.sort(Comparator.comparingInt(Sentence::length).reversed());
    int from = 0;
    while (from < order.size()) {
      int to = from + 1;
      int tokens = order.get(from).length();
      while (to < order.size()
          && to - from < BATCH_SENTENCES
          && tokens + order.get(to).length() <= BATCH_TOKENS) {
        tokens += order.get(to).length();
        to++;
      }
      worker.run(order.subList(from, to), use);
      from = to;
    }
  }

  /** The memory of one thread. */
  private final class Worker {
    private final EncoderNetwork.Workspace workspace = network.newWorkspace();
    private final EmissionDecoder decoder =
        new EmissionDecoder(decoders, temperature, entities, labels, scores);
    private final PackedBatch batch = new PackedBatch();
    private final RecentWords<float[]> recent = new RecentWords<>(RECENT_WORDS);
    private float[][] found = new float[0][];
    private float[] emissions = new float[0];
    private List<float[][]> contexts = List.of();
    private int firstContext;

    /**
     * Reads the contextual vectors of the sentences that are tagged next, if the network has any.
     *
     * @param sentences in the order of their numbers
     */
    void read(List<Sentence> sentences) {
      if (projections.readsContexts()) {
        contexts = projections.readContexts(sentences);
        firstContext = sentences.get(0).number();
      }
    }

    /** Forgets the contextual vectors. */
    void release() {
      contexts = List.of();
    }

    /**
     * Computes the emissions of a batch.
     *
     * @param sentences longest first
     */
    void run(List<Sentence> sentences, EmissionUse use) {
      batch.fill(sentences);
      if (found.length < batch.tokens()) {
        found = new float[batch.tokens()][];
      }
      projections.find(batch.tokensByPlace(), batch.tokens(), recent, found);
      projections.addContext(batch, found, number -> contexts.get(number - firstContext));
      float[] all = workspace.run(batch, found);
      for (int row = 0; row < sentences.size(); row++) {
        Sentence sentence = sentences.get(row);
        gather(all, row, sentence.length());
        use.of(sentence, emissions, decoder);
      }
      Arrays.fill(found, 0, batch.tokens(), null);
      batch.clear();
    }

    private void gather(float[] all, int row, int length) {
      if (emissions.length < length * scores) {
        emissions = new float[length * scores];
      }
      for (int t = 0; t < length; t++) {
        int place = batch.first(t) + row;
        System.arraycopy(all, place * scores, emissions, t * scores, scores);
      }
    }
  }
}
