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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleFunction;
import org.sparkner.crf.BigramChain;
import org.sparkner.crf.BigramDecoder;
import org.sparkner.crf.LabelDecoder;
import org.sparkner.crf.SentenceDecoder;
import org.sparkner.crf.Transitions;
import org.sparkner.kernel.Kernels;
import org.sparkner.model.ClassifierLabels;
import org.sparkner.model.ClassifierModel;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tags.LabelSet;

/**
 * The logarithms of a token classifier's softmax, decoded by a chain that only knows which labels
 * may follow each other. Safe for many threads.
 */
final class ClassifierLabeler implements SentenceLabeler {
  /** Tokens that are read together. */
  private static final int TOKENS = 8_192;

  /** Of what a classifier cannot say: never on a best path, and exp of it is 0. */
  private static final float IMPOSSIBLE = -1e6f;

  private final PretrainedEncoder encoder;
  private final EntityLabels entities;
  private final DoubleFunction<LabelDecoder> decoders;
  private final double temperature;
  private final int labels;
  private final int scores;

  /** Columns of the labels where each follows O. */
  private final int[] columns;

  /** Columns of the labels after each label, [K × K]; null where that is all the same. */
  private final int[] pairs;

  // Not a ThreadLocal: its values would keep the labeler alive as long as the thread.
  private final Queue<EmissionDecoder> idle = new ConcurrentLinkedQueue<>();

  /**
   * @throws org.sparkner.error.NerException if the encoder cannot be opened
   */
  ClassifierLabeler(ClassifierModel model, Kernels kernels) {
    encoder = model.encoder();
    encoder.open(); // here, not in the middle of the first text
    LabelSet set = model.labels();
    ClassifierLabels named = model.columns();
    entities = new EntityLabels(set);
    temperature = model.temperature();
    labels = set.size();
    columns = set.labels().stream().mapToInt(label -> named.column("O", label)).toArray();
    if (named.dependsOnPrevious()) {
      pairs = new int[labels * labels];
      for (int from = 0; from < labels; from++) {
        for (int to = 0; to < labels; to++) {
          pairs[from * labels + to] = named.column(set.label(from), set.label(to));
        }
      }
      BigramChain chain = BigramChain.of(set, new double[labels], new double[labels]);
      scores = chain.stride();
      decoders = divisor -> new BigramDecoder(chain);
    } else {
      pairs = null;
      scores = labels;
      Transitions legal =
          Transitions.of(set, new double[labels * labels], new double[labels], new double[labels]);
      decoders = divisor -> new SentenceDecoder(legal, kernels);
    }
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
    List<List<RankedSpans>> results = new ArrayList<>(sentences.size());
    run(
        sentences,
        (sentence, emissions, decoder) ->
            results.add(decoder.best(emissions, sentence.length(), count)));
    return results;
  }

  /** Sentences in their order. */
  private void run(List<Sentence> sentences, EmissionUse use) {
    EmissionDecoder decoder = idle.poll();
    if (decoder == null) {
      decoder = new EmissionDecoder(decoders, temperature, entities, labels, scores);
    }
    int from = 0;
    while (from < sentences.size()) {
      int to = from;
      for (int tokens = 0; to < sentences.size() && tokens < TOKENS; to++) {
        tokens += sentences.get(to).length();
      }
      List<Sentence> block = sentences.subList(from, to);
      List<float[][]> logits =
          encoder.encode(
              block.stream().map(Sentence::context).toList(),
              block.stream().mapToInt(Sentence::length).toArray());
      for (int i = 0; i < block.size(); i++) {
        use.of(block.get(i), emissions(logits.get(i)), decoder);
      }
      from = to;
    }
    idle.add(decoder);
  }

  private float[] emissions(float[][] logits) {
    float[] emissions = new float[logits.length * scores];
    for (int t = 0; t < logits.length; t++) {
      double partition = logOfSum(logits[t]);
      int row = t * scores;
      for (int j = 0; j < labels; j++) {
        emissions[row + j] = score(logits[t], columns[j], partition);
      }
      if (pairs != null) {
        for (int pair = 0; pair < pairs.length; pair++) {
          int to = pair % labels;
          emissions[row + labels + pair] =
              pairs[pair] == columns[to]
                  ? 0
                  : score(logits[t], pairs[pair], partition) - emissions[row + to];
        }
      }
    }
    return emissions;
  }

  private static float score(float[] logits, int column, double partition) {
    return column == ClassifierLabels.NONE ? IMPOSSIBLE : (float) (logits[column] - partition);
  }

  private static double logOfSum(float[] logits) {
    double most = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - most);
    }
    return most + Math.log(sum);
  }
}
