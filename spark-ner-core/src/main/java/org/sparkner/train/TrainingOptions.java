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

package org.sparkner.train;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.time.Duration;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.model.Architecture;
import org.sparkner.pretrained.PretrainedEncoder;

/**
 * How to train. The defaults are Ma &amp; Hovy's (2016, section 3): SGD with momentum 0.9, learning
 * rate 0.015 / (1 + 0.05 epoch), batches of 10, gradient norm clipped at 5, dropout 0.5, at most 50
 * epochs.
 *
 * @param architecture sizes of the network; the word dimension gives way to that of the vectors,
 *     and is that of all channels in the model
 * @param epochs the most epochs to train, at least 1
 * @param patience epochs without a better score after which to stop, at least 1
 * @param batchSize sentences a batch
 * @param likeLengths whether the sentences of a batch are of about one length, which is faster;
 *     else they are drawn whatever their lengths
 * @param learningRate of the first epoch
 * @param decay the learning rate of epoch e (from 0) is {@code learningRate / (1 + decay * e)}
 * @param momentum 0 to below 1
 * @param clip largest norm of the gradient, over all parameters together
 * @param dropout probability to drop, 0 to below 1
 * @param wordDropout probability that a word's vector is that of the unknown word, 0 to below 1
 * @param affixMinimumCount tokens that must have an affix for it to be known, at least 1
 * @param gazetteers lists of phrases that the network is told of
 * @param contextual a pretrained encoder whose vectors of tokens the network reads, on one machine
 *     only; null for none
 * @param weightAveraging epochs over which the model's weights are a moving average of the
 *     optimiser's; 0 for the optimiser's own. Of a round of workers only the end counts
 * @param fineTune whether pretrained word vectors learn too
 * @param vectorChannels 1, or 2 for a frozen copy of each word's vector beside the one that learns
 *     (Kim 2014)
 * @param maxVectors pretrained words kept, the file's first; {@code Integer.MAX_VALUE} keeps all
 * @param timeLimit training stops after the epoch in which it runs out, which may end early; null
 *     for none
 * @param seed of initial weights, shuffling and dropout
 * @param language BCP 47 tag of the text
 */
@RecordBuilder
public record TrainingOptions(
    Architecture architecture,
    int epochs,
    int patience,
    int batchSize,
    boolean likeLengths,
    double learningRate,
    double decay,
    double momentum,
    double clip,
    double dropout,
    double wordDropout,
    int affixMinimumCount,
    Gazetteers gazetteers,
    PretrainedEncoder contextual,
    double weightAveraging,
    boolean fineTune,
    int vectorChannels,
    int maxVectors,
    Duration timeLimit,
    long seed,
    String language)
    implements TrainingOptionsBuilder.With, Serializable {

  /**
   * @throws UsageException if a value is out of its range
   */
  public TrainingOptions {
    require(epochs >= 1, "epochs", epochs, "at least 1");
    require(patience >= 1, "patience", patience, "at least 1");
    require(batchSize >= 1, "batchSize", batchSize, "at least 1");
    require(learningRate > 0, "learningRate", learningRate, "above 0");
    require(decay >= 0, "decay", decay, "0 or more");
    require(momentum >= 0 && momentum < 1, "momentum", momentum, "from 0 to below 1");
    require(clip > 0, "clip", clip, "above 0");
    require(dropout >= 0 && dropout < 1, "dropout", dropout, "from 0 to below 1");
    require(wordDropout >= 0 && wordDropout < 1, "wordDropout", wordDropout, "from 0 to below 1");
    require(affixMinimumCount >= 1, "affixMinimumCount", affixMinimumCount, "at least 1");
    require(weightAveraging >= 0, "weightAveraging", weightAveraging, "0 or more");
    require(
        vectorChannels == 1 || (vectorChannels == 2 && fineTune),
        "vectorChannels",
        vectorChannels,
        "1, or 2 where fineTune is true");
    require(maxVectors >= 0, "maxVectors", maxVectors, "0 or more");
    require(
        timeLimit == null || timeLimit.toNanos() > 0,
        "timeLimit",
        timeLimit,
        "longer than nothing");
  }

  private static void require(boolean inRange, String option, Object found, String wanted) {
    if (!inRange) {
      throw new UsageException(
          "The training option " + option + " is " + found + "; wanted " + wanted + ".");
    }
  }

  /** Ma &amp; Hovy's recipe, seed 1, English. */
  public static final TrainingOptions DEFAULT =
      new TrainingOptions(
          Architecture.DEFAULT,
          50,
          20,
          10,
          true,
          0.015,
          0.05,
          0.9,
          5,
          0.5,
          0,
          3,
          Gazetteers.NONE,
          null,
          0,
          true,
          1,
          Integer.MAX_VALUE,
          null,
          1,
          "en");
}
