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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.sparkner.crf.BigramChain;
import org.sparkner.crf.LabelDecoder;
import org.sparkner.crf.ScoredPath;
import org.sparkner.crf.Transitions;
import org.sparkner.model.NerModel;
import org.sparkner.model.Weights;
import org.sparkner.tags.Span;

/**
 * From the emissions of a sentence to its labeling. The temperature divides all potentials where
 * posteriors are computed; the best path is the same at any. Memory of one thread.
 */
final class EmissionDecoder {
  private final LabelDecoder paths;
  private final LabelDecoder posteriors;
  private final double temperature;
  private final EntityLabels entities;
  private final int labels;
  private final int scores;
  private float[] scaled = new float[0];

  /**
   * @param decoders makes the decoder whose transitions are divided by a temperature
   * @param temperature of the posteriors
   * @param labels K
   * @param scores emissions of a token
   */
  EmissionDecoder(
      DoubleFunction<LabelDecoder> decoders,
      double temperature,
      EntityLabels entities,
      int labels,
      int scores) {
    this.paths = decoders.apply(1);
    this.posteriors = temperature == 1 ? paths : decoders.apply(temperature);
    this.temperature = temperature;
    this.entities = entities;
    this.labels = labels;
    this.scores = scores;
  }

  /** The transitions of a model, without those that its labels forbid. */
  static Transitions transitions(NerModel model) {
    Weights weights = model.weights();
    return Transitions.of(
        model.labels(),
        weights.values(Weights.TRANSITIONS),
        weights.values(Weights.BEGIN),
        weights.values(Weights.END));
  }

  /** The chain of a model whose emissions hold the transitions. */
  static BigramChain bigramChain(NerModel model) {
    return BigramChain.of(
        model.labels(), model.weights().values(Weights.BEGIN), model.weights().values(Weights.END));
  }

  /**
   * The labels that the decoder chooses, their entities and how probable they are. Where the labels
   * are no legal sequence, those of the entities take their place.
   *
   * @param emissions [length × scores of a token]
   */
  Labeling decode(float[] emissions, int length, Detail detail) {
    int[] path = new int[length];
    paths.decode(emissions, 0, path);
    List<Span> spans = entities.spans(path);
    int[] wellFormed = entities.wellFormed(path, spans);
    double[] confidences = new double[spans.size()];
    if (detail != Detail.LABELS || !spans.isEmpty()) {
      posteriors.run(divided(emissions, length * scores), 0, length);
      for (int i = 0; i < confidences.length; i++) {
        confidences[i] = posteriors.posterior(path, spans.get(i).begin(), spans.get(i).end());
      }
    }
    return new Labeling(
        wellFormed,
        spans,
        confidences,
        detail == Detail.MARGINALS ? marginals(length) : null,
        detail == Detail.PATHS ? paths(path, wellFormed) : null);
  }

  private PathPosteriors paths(int[] path, int[] wellFormed) {
    return new PathPosteriors(
        posteriors.posterior(path, 0, path.length),
        new PathCollector(entities.labels(), posteriors, wellFormed).distribution());
  }

  /**
   * The most probable readings, best first. Where labels are no legal sequence, several sequences
   * may have the same entities: the best of them counts.
   *
   * @param emissions [length × scores of a token]
   * @param count how many sequences are looked at
   */
  List<RankedSpans> best(float[] emissions, int length, int count) {
    List<ScoredPath> ranked = paths.best(emissions, 0, length, count);
    posteriors.run(divided(emissions, length * scores), 0, length);
    Map<List<Span>, RankedSpans> readings = new LinkedHashMap<>();
    for (ScoredPath path : ranked) {
      List<Span> spans = entities.spans(path.labels());
      readings.putIfAbsent(
          spans, new RankedSpans(spans, posteriors.posterior(path.labels(), 0, length)));
    }
    return List.copyOf(readings.values());
  }

  private float[] divided(float[] emissions, int size) {
    if (temperature == 1) {
      return emissions;
    }
    if (scaled.length < size) {
      scaled = new float[size];
    }
    for (int i = 0; i < size; i++) {
      scaled[i] = (float) (emissions[i] / temperature);
    }
    return scaled;
  }

  private float[][] marginals(int length) {
    float[][] marginals = new float[length][labels];
    for (int t = 0; t < length; t++) {
      for (int j = 0; j < labels; j++) {
        marginals[t][j] = (float) posteriors.marginal(t, j);
      }
    }
    return marginals;
  }
}
