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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sparkner.crf.LocalNormalization;
import org.sparkner.crf.SentenceDecoder;
import org.sparkner.crf.Transitions;
import org.sparkner.feature.AttributeFeatures;
import org.sparkner.feature.EmissionScorer;
import org.sparkner.feature.FeatureTable;
import org.sparkner.feature.PhraseFeatures;
import org.sparkner.feature.WordScores;
import org.sparkner.kernel.Kernels;
import org.sparkner.model.Algorithm;
import org.sparkner.model.LinearModel;

/**
 * Emissions as sums of weights of features, decoded by the same chain as those of a network. Safe
 * for many threads, which share the weights and take a {@link Worker} each.
 */
final class LinearLabeler implements SentenceLabeler {
  /** Words whose scores a thread keeps: less than a kilobyte each. */
  private static final int RECENT_WORDS = 1 << 13;

  private final Kernels kernels;
  private final EmissionScorer scorer;
  private final PhraseFeatures phrases;
  private final AttributeFeatures attributes;
  private final FeatureTable table;
  private final Transitions transitions;
  private final EntityLabels entities;
  private final double temperature;
  private final boolean locallyNormalized;
  // Not a ThreadLocal: its values would keep the weights alive as long as the thread.
  private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

  LinearLabeler(LinearModel model, Kernels kernels) {
    this.kernels = kernels;
    table = model.table();
    scorer = new EmissionScorer(model.templates(), table);
    phrases = new PhraseFeatures(model.lexicon().gazetteers());
    attributes = new AttributeFeatures(model.lexicon().attributeValues());
    transitions = EmissionDecoder.transitions(model);
    entities = new EntityLabels(model.labels());
    temperature = model.temperature();
    locallyNormalized = model.algorithm() == Algorithm.MEMM;
  }

  @Override
  public Labeling[] run(List<Sentence> sentences, Detail detail) {
    Worker worker = idle.poll();
    if (worker == null) {
      worker = new Worker();
    }
    Labeling[] results = new Labeling[sentences.size()];
    for (Sentence sentence : sentences) {
      results[sentence.number()] = worker.label(sentence, detail);
    }
    idle.add(worker);
    return results;
  }

  @Override
  public List<List<RankedSpans>> best(List<Sentence> sentences, int count) {
    Worker worker = idle.poll();
    if (worker == null) {
      worker = new Worker();
    }
    List<List<RankedSpans>> results = new ArrayList<>(sentences.size());
    for (Sentence sentence : sentences) {
      results.add(worker.best(sentence, count));
    }
    idle.add(worker);
    return results;
  }

  /** The memory of one thread. */
  private final class Worker {
    private final EmissionDecoder decoder =
        new EmissionDecoder(
            divisor -> new SentenceDecoder(transitions.dividedBy(divisor), kernels),
            temperature,
            entities,
            transitions.labels(),
            transitions.labels());
    private final LocalNormalization normalization =
        locallyNormalized ? new LocalNormalization(transitions) : null;
    private final RecentWords<WordScores> recent = new RecentWords<>(RECENT_WORDS);
    private WordScores[] words = new WordScores[0];
    private float[] emissions = new float[0];

    Labeling label(Sentence sentence, Detail detail) {
      score(sentence);
      return decoder.decode(emissions, sentence.length(), detail);
    }

    List<RankedSpans> best(Sentence sentence, int count) {
      score(sentence);
      return decoder.best(emissions, sentence.length(), count);
    }

    private void score(Sentence sentence) {
      int length = sentence.length();
      if (words.length < length) {
        words = new WordScores[length];
        emissions = new float[length * transitions.labels()];
      }
      for (int t = 0; t < length; t++) {
        words[t] = word(sentence.token(t));
      }
      scorer.score(words, length, emissions);
      phrases.score(sentence.words(), table, emissions);
      attributes.score(sentence.ownAttributes(), table, emissions);
      Arrays.fill(words, 0, length, null);
      if (normalization != null) {
        normalization.apply(emissions, length);
      }
    }

    private WordScores word(String token) {
      WordScores scores = recent.get(token);
      if (scores == null) {
        scores = scorer.word(token);
        if (token.length() <= RecentWords.LONGEST) {
          recent.put(token, scores);
        }
      }
      return scores;
    }
  }
}
