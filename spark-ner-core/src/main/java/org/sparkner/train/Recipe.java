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
import org.sparkner.option.OptionMap;
import org.sparkner.option.OptionValues;
import org.sparkner.option.TrainingOption;

/**
 * How the network is trained. Written by {@code build-tools/generate-options}.
 *
 * @param epochs largest number of epochs to train (>= 1).
 * @param patience number of epochs without a better validation score after which training stops (>=
 *     1).
 * @param batchSize number of sentences per batch (>= 1).
 * @param lengthBucketing whether the sentences of a batch are of similar length, which is faster.
 *     Otherwise they are drawn whatever their lengths.
 * @param learningRate learning rate of the first epoch (&gt; 0).
 * @param learningRateDecay decay of the learning rate (>= 0). Epoch e, counted from 0, has the rate
 *     learningRate / (1 + learningRateDecay * e).
 * @param learningRateWarmUp number of epochs at the beginning over which the learning rate rises to
 *     its full value (>= 0). Large rates, such as those of many workers, need it (Goyal et al.
 *     2017).
 * @param momentum momentum of stochastic gradient descent (in [0, 1)).
 * @param maxGradientNorm largest norm of the gradient of all parameters together; a longer one is
 *     scaled (&gt; 0).
 * @param dropout probability that a value is dropped (in [0, 1)).
 * @param wordDropout probability that a word's vector is replaced by that of the unknown word (in
 *     [0, 1)). The characters of the word stay.
 * @param minimumAffixCount number of training tokens that must have a prefix or suffix for it to be
 *     known (>= 1).
 * @param weightAveraging number of epochs over which the model's weights are a moving average, such
 *     as 0.25; 0 for none (>= 0). Word vectors are not averaged.
 * @param calibrate whether confidences are calibrated on the validation data. That changes no
 *     entity and needs 100 entities found there.
 * @param fineTuneVectors whether pretrained word vectors learn as well.
 * @param vectorChannels number of vectors per word; the second is a copy that does not learn (1 to
 *     2).
 * @param maxVectors largest number of pretrained words that are kept, the first of the file (>= 1).
 * @param timeLimit time after which training stops; without it, there is no limit (such as 90s, 15m
 *     or 2h). Null where it is not set.
 * @param seed seed of initial weights, the order of sentences, dropout and the validation split.
 * @param language BCP 47 tag of the text, which chooses the tokeniser; und for any language.
 * @param trainingBackend library that computes the network while it trains (java, torch). java has
 *     its kernels in Java and computes on the processor; torch is libtorch, for processors and
 *     GPUs, which the module spark-ner-torch brings.
 * @param trainingDevice device on which the network trains (cpu, cuda or cuda:N). cuda is the GPU
 *     that Spark gives a task, elsewhere the first; cuda:N is the GPU of that number. A GPU is of
 *     use with trainingBackend torch.
 */
@RecordBuilder
public record Recipe(
    int epochs,
    int patience,
    int batchSize,
    boolean lengthBucketing,
    double learningRate,
    double learningRateDecay,
    int learningRateWarmUp,
    double momentum,
    double maxGradientNorm,
    double dropout,
    double wordDropout,
    int minimumAffixCount,
    double weightAveraging,
    boolean calibrate,
    boolean fineTuneVectors,
    int vectorChannels,
    int maxVectors,
    Duration timeLimit,
    long seed,
    String language,
    String trainingBackend,
    String trainingDevice)
    implements RecipeBuilder.With, Serializable {

  /** The defaults. */
  public static final Recipe DEFAULT =
      RecipeBuilder.builder()
          .epochs(TrainingOption.EPOCHS.byDefault())
          .patience(TrainingOption.PATIENCE.byDefault())
          .batchSize(TrainingOption.BATCH_SIZE.byDefault())
          .lengthBucketing(TrainingOption.LENGTH_BUCKETING.byDefault())
          .learningRate(TrainingOption.LEARNING_RATE.byDefault())
          .learningRateDecay(TrainingOption.LEARNING_RATE_DECAY.byDefault())
          .learningRateWarmUp(TrainingOption.LEARNING_RATE_WARM_UP.byDefault())
          .momentum(TrainingOption.MOMENTUM.byDefault())
          .maxGradientNorm(TrainingOption.MAX_GRADIENT_NORM.byDefault())
          .dropout(TrainingOption.DROPOUT.byDefault())
          .wordDropout(TrainingOption.WORD_DROPOUT.byDefault())
          .minimumAffixCount(TrainingOption.MINIMUM_AFFIX_COUNT.byDefault())
          .weightAveraging(TrainingOption.WEIGHT_AVERAGING.byDefault())
          .calibrate(TrainingOption.CALIBRATE.byDefault())
          .fineTuneVectors(TrainingOption.FINE_TUNE_VECTORS.byDefault())
          .vectorChannels(TrainingOption.VECTOR_CHANNELS.byDefault())
          .maxVectors(TrainingOption.MAX_VECTORS.byDefault())
          .timeLimit(TrainingOption.TIME_LIMIT.byDefault())
          .seed(TrainingOption.SEED.byDefault())
          .language(TrainingOption.LANGUAGE.byDefault())
          .trainingBackend(TrainingOption.TRAINING_BACKEND.byDefault())
          .trainingDevice(TrainingOption.TRAINING_DEVICE.byDefault())
          .build();

  /**
   * @throws org.sparkner.error.UsageException if a value is out of its range
   */
  public Recipe {
    TrainingOption.EPOCHS.check(epochs);
    TrainingOption.PATIENCE.check(patience);
    TrainingOption.BATCH_SIZE.check(batchSize);
    TrainingOption.LENGTH_BUCKETING.check(lengthBucketing);
    TrainingOption.LEARNING_RATE.check(learningRate);
    TrainingOption.LEARNING_RATE_DECAY.check(learningRateDecay);
    TrainingOption.LEARNING_RATE_WARM_UP.check(learningRateWarmUp);
    TrainingOption.MOMENTUM.check(momentum);
    TrainingOption.MAX_GRADIENT_NORM.check(maxGradientNorm);
    TrainingOption.DROPOUT.check(dropout);
    TrainingOption.WORD_DROPOUT.check(wordDropout);
    TrainingOption.MINIMUM_AFFIX_COUNT.check(minimumAffixCount);
    TrainingOption.WEIGHT_AVERAGING.check(weightAveraging);
    TrainingOption.CALIBRATE.check(calibrate);
    TrainingOption.FINE_TUNE_VECTORS.check(fineTuneVectors);
    TrainingOption.VECTOR_CHANNELS.check(vectorChannels);
    TrainingOption.MAX_VECTORS.check(maxVectors);
    TrainingOption.TIME_LIMIT.check(timeLimit);
    TrainingOption.SEED.check(seed);
    TrainingOption.LANGUAGE.check(language);
    TrainingOption.TRAINING_BACKEND.check(trainingBackend);
    TrainingOption.TRAINING_DEVICE.check(trainingDevice);
  }

  /** What is set, over the values here. */
  public Recipe overlaid(OptionValues set) {
    return with()
        .epochs(set.get(TrainingOption.EPOCHS, epochs))
        .patience(set.get(TrainingOption.PATIENCE, patience))
        .batchSize(set.get(TrainingOption.BATCH_SIZE, batchSize))
        .lengthBucketing(set.get(TrainingOption.LENGTH_BUCKETING, lengthBucketing))
        .learningRate(set.get(TrainingOption.LEARNING_RATE, learningRate))
        .learningRateDecay(set.get(TrainingOption.LEARNING_RATE_DECAY, learningRateDecay))
        .learningRateWarmUp(set.get(TrainingOption.LEARNING_RATE_WARM_UP, learningRateWarmUp))
        .momentum(set.get(TrainingOption.MOMENTUM, momentum))
        .maxGradientNorm(set.get(TrainingOption.MAX_GRADIENT_NORM, maxGradientNorm))
        .dropout(set.get(TrainingOption.DROPOUT, dropout))
        .wordDropout(set.get(TrainingOption.WORD_DROPOUT, wordDropout))
        .minimumAffixCount(set.get(TrainingOption.MINIMUM_AFFIX_COUNT, minimumAffixCount))
        .weightAveraging(set.get(TrainingOption.WEIGHT_AVERAGING, weightAveraging))
        .calibrate(set.get(TrainingOption.CALIBRATE, calibrate))
        .fineTuneVectors(set.get(TrainingOption.FINE_TUNE_VECTORS, fineTuneVectors))
        .vectorChannels(set.get(TrainingOption.VECTOR_CHANNELS, vectorChannels))
        .maxVectors(set.get(TrainingOption.MAX_VECTORS, maxVectors))
        .timeLimit(set.get(TrainingOption.TIME_LIMIT, timeLimit))
        .seed(set.get(TrainingOption.SEED, seed))
        .language(set.get(TrainingOption.LANGUAGE, language))
        .trainingBackend(set.get(TrainingOption.TRAINING_BACKEND, trainingBackend))
        .trainingDevice(set.get(TrainingOption.TRAINING_DEVICE, trainingDevice))
        .build();
  }

  /** The values by their options. */
  public OptionMap values() {
    return new OptionMap()
        .put(TrainingOption.EPOCHS, epochs)
        .put(TrainingOption.PATIENCE, patience)
        .put(TrainingOption.BATCH_SIZE, batchSize)
        .put(TrainingOption.LENGTH_BUCKETING, lengthBucketing)
        .put(TrainingOption.LEARNING_RATE, learningRate)
        .put(TrainingOption.LEARNING_RATE_DECAY, learningRateDecay)
        .put(TrainingOption.LEARNING_RATE_WARM_UP, learningRateWarmUp)
        .put(TrainingOption.MOMENTUM, momentum)
        .put(TrainingOption.MAX_GRADIENT_NORM, maxGradientNorm)
        .put(TrainingOption.DROPOUT, dropout)
        .put(TrainingOption.WORD_DROPOUT, wordDropout)
        .put(TrainingOption.MINIMUM_AFFIX_COUNT, minimumAffixCount)
        .put(TrainingOption.WEIGHT_AVERAGING, weightAveraging)
        .put(TrainingOption.CALIBRATE, calibrate)
        .put(TrainingOption.FINE_TUNE_VECTORS, fineTuneVectors)
        .put(TrainingOption.VECTOR_CHANNELS, vectorChannels)
        .put(TrainingOption.MAX_VECTORS, maxVectors)
        .put(TrainingOption.TIME_LIMIT, timeLimit)
        .put(TrainingOption.SEED, seed)
        .put(TrainingOption.LANGUAGE, language)
        .put(TrainingOption.TRAINING_BACKEND, trainingBackend)
        .put(TrainingOption.TRAINING_DEVICE, trainingDevice);
  }
}
