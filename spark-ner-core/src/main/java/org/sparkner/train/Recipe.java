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
import org.sparkner.option.FineTuningOption;
import org.sparkner.option.OptionMap;
import org.sparkner.option.OptionValues;
import org.sparkner.option.TrainingOption;

/**
 * How the network is trained. How a pretrained encoder learns, and what becomes of it. Written by
 * {@code build-tools/generate-options}.
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
 * @param learningRateSchedule how the learning rate changes (inverse, linear). inverse changes it
 *     from epoch to epoch, by learningRateWarmUp and learningRateDecay; linear changes it from step
 *     to step: it rises over warmUpShare and then falls, to 0 at the end of the last of the epochs.
 * @param warmUpShare share of all steps at the beginning over which the learning rate rises to its
 *     full value, where learningRateSchedule is linear (in [0, 1)).
 * @param optimiser what makes steps of gradients (sgd, adamw). sgd is stochastic gradient descent;
 *     adamw (Loshchilov and Hutter 2019) needs a learningRate of about 0.001.
 * @param momentum momentum of stochastic gradient descent, or the first decay rate of adamw (in [0,
 *     1)).
 * @param weightDecay weight decay of adamw (>= 0). Word vectors have none.
 * @param maxGradientNorm largest norm of the gradient of all parameters together; a longer one is
 *     scaled (&gt; 0).
 * @param dropout probability that a value is dropped (in [0, 1)).
 * @param wordDropout probability that a word's vector is replaced by that of the unknown word (in
 *     [0, 1)). The characters of the word stay.
 * @param upperCaseShare share of the sentences that an epoch shows in capitals, so that the model
 *     learns to read such text too (in [0, 1]). Each epoch shows other ones so; the words of the
 *     model stay those of the text as it is written.
 * @param lowerCaseShare share of the sentences that an epoch shows in lower case (in [0, 1]).
 * @param uncapitalisedShare share of the sentences whose words an epoch shows without a capital
 *     that is their only one (in [0, 1]). Words in capitals, such as IBM, keep them.
 * @param noiseShare share of the sentences, in whatever case, that an epoch shows with typing
 *     errors, misread letters and missing accents (in [0, 1]).
 * @param minimumAffixCount number of training tokens that must have a prefix or suffix for it to be
 *     known; 3 are enough for one of 1 or 2 characters (>= 1).
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
 * @param silverEpochs number of epochs, from the first on, that train on silverTable too; 0 for all
 *     (>= 0). The epochs after them train on the labelled sentences alone.
 * @param trainingBackend library that computes the network while it trains (java, torch). java has
 *     its kernels in Java and computes on the processor; torch is libtorch, for processors and
 *     GPUs, which the module spark-ner-torch brings.
 * @param trainingDevice device on which the network trains (cpu, cuda or cuda:N). cuda is the GPU
 *     that Spark gives a task, elsewhere the first; cuda:N is the GPU of that number. A GPU is of
 *     use with trainingBackend torch, and to an encoder that learns, whose network is on it too.
 * @param fineTuneEncoder whether pretrainedEncoder learns as well, by AdamW. It needs the module
 *     spark-ner-torch.
 * @param encoderLearningRate learning rate of an encoder that learns (&gt; 0). It changes as
 *     learningRate does, but not with the number of workers.
 * @param encoderLayerDecay factor from the learning rate of each layer of the encoder to that of
 *     the layer below (in (0, 1]). The embeddings are the lowest layer.
 * @param encoderFrozenLayers number of layers of the encoder that do not learn, from the lowest on
 *     (>= 0). 1 is the embeddings alone.
 * @param encoderWeightDecay weight decay of the encoder's matrices (>= 0).
 * @param encoderDropout probability that a value within the encoder is dropped while it learns (in
 *     [0, 1)).
 * @param encoderCapitalisation whether the encoder learns to read the capitalisation of each word
 *     too. The lowest layer that learns reads it. That helps encoders of lower case.
 * @param encoderWindow largest number of word pieces that an encoder that learns reads at once (>=
 *     8). With pretrainedEncoderDocument it learns from windows of whole sentences of a document,
 *     else from one sentence at a time.
 * @param mixedPrecision whether an encoder that learns computes in 16 bits where the device is
 *     faster with them.
 * @param encoderRecompute whether an encoder that learns computes the inside of its layers twice
 *     instead of keeping it. That takes a third more time and much less memory.
 * @param encoderPrecision numbers that the encoder of the finished model computes with, whether it
 *     has learned or not (f32, f16, int8). int8 is faster on processors, f16 on GPUs; they are
 *     fitted to the text that is validated on, and confidences to the model that comes of it.
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
    String learningRateSchedule,
    double warmUpShare,
    String optimiser,
    double momentum,
    double weightDecay,
    double maxGradientNorm,
    double dropout,
    double wordDropout,
    double upperCaseShare,
    double lowerCaseShare,
    double uncapitalisedShare,
    double noiseShare,
    int minimumAffixCount,
    double weightAveraging,
    boolean calibrate,
    boolean fineTuneVectors,
    int vectorChannels,
    int maxVectors,
    Duration timeLimit,
    long seed,
    String language,
    int silverEpochs,
    String trainingBackend,
    String trainingDevice,
    boolean fineTuneEncoder,
    double encoderLearningRate,
    double encoderLayerDecay,
    int encoderFrozenLayers,
    double encoderWeightDecay,
    double encoderDropout,
    boolean encoderCapitalisation,
    int encoderWindow,
    boolean mixedPrecision,
    boolean encoderRecompute,
    String encoderPrecision)
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
          .learningRateSchedule(TrainingOption.LEARNING_RATE_SCHEDULE.byDefault())
          .warmUpShare(TrainingOption.WARM_UP_SHARE.byDefault())
          .optimiser(TrainingOption.OPTIMISER.byDefault())
          .momentum(TrainingOption.MOMENTUM.byDefault())
          .weightDecay(TrainingOption.WEIGHT_DECAY.byDefault())
          .maxGradientNorm(TrainingOption.MAX_GRADIENT_NORM.byDefault())
          .dropout(TrainingOption.DROPOUT.byDefault())
          .wordDropout(TrainingOption.WORD_DROPOUT.byDefault())
          .upperCaseShare(TrainingOption.UPPER_CASE_SHARE.byDefault())
          .lowerCaseShare(TrainingOption.LOWER_CASE_SHARE.byDefault())
          .uncapitalisedShare(TrainingOption.UNCAPITALISED_SHARE.byDefault())
          .noiseShare(TrainingOption.NOISE_SHARE.byDefault())
          .minimumAffixCount(TrainingOption.MINIMUM_AFFIX_COUNT.byDefault())
          .weightAveraging(TrainingOption.WEIGHT_AVERAGING.byDefault())
          .calibrate(TrainingOption.CALIBRATE.byDefault())
          .fineTuneVectors(TrainingOption.FINE_TUNE_VECTORS.byDefault())
          .vectorChannels(TrainingOption.VECTOR_CHANNELS.byDefault())
          .maxVectors(TrainingOption.MAX_VECTORS.byDefault())
          .timeLimit(TrainingOption.TIME_LIMIT.byDefault())
          .seed(TrainingOption.SEED.byDefault())
          .language(TrainingOption.LANGUAGE.byDefault())
          .silverEpochs(TrainingOption.SILVER_EPOCHS.byDefault())
          .trainingBackend(TrainingOption.TRAINING_BACKEND.byDefault())
          .trainingDevice(TrainingOption.TRAINING_DEVICE.byDefault())
          .fineTuneEncoder(FineTuningOption.FINE_TUNE_ENCODER.byDefault())
          .encoderLearningRate(FineTuningOption.ENCODER_LEARNING_RATE.byDefault())
          .encoderLayerDecay(FineTuningOption.ENCODER_LAYER_DECAY.byDefault())
          .encoderFrozenLayers(FineTuningOption.ENCODER_FROZEN_LAYERS.byDefault())
          .encoderWeightDecay(FineTuningOption.ENCODER_WEIGHT_DECAY.byDefault())
          .encoderDropout(FineTuningOption.ENCODER_DROPOUT.byDefault())
          .encoderCapitalisation(FineTuningOption.ENCODER_CAPITALISATION.byDefault())
          .encoderWindow(FineTuningOption.ENCODER_WINDOW.byDefault())
          .mixedPrecision(FineTuningOption.MIXED_PRECISION.byDefault())
          .encoderRecompute(FineTuningOption.ENCODER_RECOMPUTE.byDefault())
          .encoderPrecision(FineTuningOption.ENCODER_PRECISION.byDefault())
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
    TrainingOption.LEARNING_RATE_SCHEDULE.check(learningRateSchedule);
    TrainingOption.WARM_UP_SHARE.check(warmUpShare);
    TrainingOption.OPTIMISER.check(optimiser);
    TrainingOption.MOMENTUM.check(momentum);
    TrainingOption.WEIGHT_DECAY.check(weightDecay);
    TrainingOption.MAX_GRADIENT_NORM.check(maxGradientNorm);
    TrainingOption.DROPOUT.check(dropout);
    TrainingOption.WORD_DROPOUT.check(wordDropout);
    TrainingOption.UPPER_CASE_SHARE.check(upperCaseShare);
    TrainingOption.LOWER_CASE_SHARE.check(lowerCaseShare);
    TrainingOption.UNCAPITALISED_SHARE.check(uncapitalisedShare);
    TrainingOption.NOISE_SHARE.check(noiseShare);
    TrainingOption.MINIMUM_AFFIX_COUNT.check(minimumAffixCount);
    TrainingOption.WEIGHT_AVERAGING.check(weightAveraging);
    TrainingOption.CALIBRATE.check(calibrate);
    TrainingOption.FINE_TUNE_VECTORS.check(fineTuneVectors);
    TrainingOption.VECTOR_CHANNELS.check(vectorChannels);
    TrainingOption.MAX_VECTORS.check(maxVectors);
    TrainingOption.TIME_LIMIT.check(timeLimit);
    TrainingOption.SEED.check(seed);
    TrainingOption.LANGUAGE.check(language);
    TrainingOption.SILVER_EPOCHS.check(silverEpochs);
    TrainingOption.TRAINING_BACKEND.check(trainingBackend);
    TrainingOption.TRAINING_DEVICE.check(trainingDevice);
    FineTuningOption.FINE_TUNE_ENCODER.check(fineTuneEncoder);
    FineTuningOption.ENCODER_LEARNING_RATE.check(encoderLearningRate);
    FineTuningOption.ENCODER_LAYER_DECAY.check(encoderLayerDecay);
    FineTuningOption.ENCODER_FROZEN_LAYERS.check(encoderFrozenLayers);
    FineTuningOption.ENCODER_WEIGHT_DECAY.check(encoderWeightDecay);
    FineTuningOption.ENCODER_DROPOUT.check(encoderDropout);
    FineTuningOption.ENCODER_CAPITALISATION.check(encoderCapitalisation);
    FineTuningOption.ENCODER_WINDOW.check(encoderWindow);
    FineTuningOption.MIXED_PRECISION.check(mixedPrecision);
    FineTuningOption.ENCODER_RECOMPUTE.check(encoderRecompute);
    FineTuningOption.ENCODER_PRECISION.check(encoderPrecision);
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
        .learningRateSchedule(set.get(TrainingOption.LEARNING_RATE_SCHEDULE, learningRateSchedule))
        .warmUpShare(set.get(TrainingOption.WARM_UP_SHARE, warmUpShare))
        .optimiser(set.get(TrainingOption.OPTIMISER, optimiser))
        .momentum(set.get(TrainingOption.MOMENTUM, momentum))
        .weightDecay(set.get(TrainingOption.WEIGHT_DECAY, weightDecay))
        .maxGradientNorm(set.get(TrainingOption.MAX_GRADIENT_NORM, maxGradientNorm))
        .dropout(set.get(TrainingOption.DROPOUT, dropout))
        .wordDropout(set.get(TrainingOption.WORD_DROPOUT, wordDropout))
        .upperCaseShare(set.get(TrainingOption.UPPER_CASE_SHARE, upperCaseShare))
        .lowerCaseShare(set.get(TrainingOption.LOWER_CASE_SHARE, lowerCaseShare))
        .uncapitalisedShare(set.get(TrainingOption.UNCAPITALISED_SHARE, uncapitalisedShare))
        .noiseShare(set.get(TrainingOption.NOISE_SHARE, noiseShare))
        .minimumAffixCount(set.get(TrainingOption.MINIMUM_AFFIX_COUNT, minimumAffixCount))
        .weightAveraging(set.get(TrainingOption.WEIGHT_AVERAGING, weightAveraging))
        .calibrate(set.get(TrainingOption.CALIBRATE, calibrate))
        .fineTuneVectors(set.get(TrainingOption.FINE_TUNE_VECTORS, fineTuneVectors))
        .vectorChannels(set.get(TrainingOption.VECTOR_CHANNELS, vectorChannels))
        .maxVectors(set.get(TrainingOption.MAX_VECTORS, maxVectors))
        .timeLimit(set.get(TrainingOption.TIME_LIMIT, timeLimit))
        .seed(set.get(TrainingOption.SEED, seed))
        .language(set.get(TrainingOption.LANGUAGE, language))
        .silverEpochs(set.get(TrainingOption.SILVER_EPOCHS, silverEpochs))
        .trainingBackend(set.get(TrainingOption.TRAINING_BACKEND, trainingBackend))
        .trainingDevice(set.get(TrainingOption.TRAINING_DEVICE, trainingDevice))
        .fineTuneEncoder(set.get(FineTuningOption.FINE_TUNE_ENCODER, fineTuneEncoder))
        .encoderLearningRate(set.get(FineTuningOption.ENCODER_LEARNING_RATE, encoderLearningRate))
        .encoderLayerDecay(set.get(FineTuningOption.ENCODER_LAYER_DECAY, encoderLayerDecay))
        .encoderFrozenLayers(set.get(FineTuningOption.ENCODER_FROZEN_LAYERS, encoderFrozenLayers))
        .encoderWeightDecay(set.get(FineTuningOption.ENCODER_WEIGHT_DECAY, encoderWeightDecay))
        .encoderDropout(set.get(FineTuningOption.ENCODER_DROPOUT, encoderDropout))
        .encoderCapitalisation(
            set.get(FineTuningOption.ENCODER_CAPITALISATION, encoderCapitalisation))
        .encoderWindow(set.get(FineTuningOption.ENCODER_WINDOW, encoderWindow))
        .mixedPrecision(set.get(FineTuningOption.MIXED_PRECISION, mixedPrecision))
        .encoderRecompute(set.get(FineTuningOption.ENCODER_RECOMPUTE, encoderRecompute))
        .encoderPrecision(set.get(FineTuningOption.ENCODER_PRECISION, encoderPrecision))
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
        .put(TrainingOption.LEARNING_RATE_SCHEDULE, learningRateSchedule)
        .put(TrainingOption.WARM_UP_SHARE, warmUpShare)
        .put(TrainingOption.OPTIMISER, optimiser)
        .put(TrainingOption.MOMENTUM, momentum)
        .put(TrainingOption.WEIGHT_DECAY, weightDecay)
        .put(TrainingOption.MAX_GRADIENT_NORM, maxGradientNorm)
        .put(TrainingOption.DROPOUT, dropout)
        .put(TrainingOption.WORD_DROPOUT, wordDropout)
        .put(TrainingOption.UPPER_CASE_SHARE, upperCaseShare)
        .put(TrainingOption.LOWER_CASE_SHARE, lowerCaseShare)
        .put(TrainingOption.UNCAPITALISED_SHARE, uncapitalisedShare)
        .put(TrainingOption.NOISE_SHARE, noiseShare)
        .put(TrainingOption.MINIMUM_AFFIX_COUNT, minimumAffixCount)
        .put(TrainingOption.WEIGHT_AVERAGING, weightAveraging)
        .put(TrainingOption.CALIBRATE, calibrate)
        .put(TrainingOption.FINE_TUNE_VECTORS, fineTuneVectors)
        .put(TrainingOption.VECTOR_CHANNELS, vectorChannels)
        .put(TrainingOption.MAX_VECTORS, maxVectors)
        .put(TrainingOption.TIME_LIMIT, timeLimit)
        .put(TrainingOption.SEED, seed)
        .put(TrainingOption.LANGUAGE, language)
        .put(TrainingOption.SILVER_EPOCHS, silverEpochs)
        .put(TrainingOption.TRAINING_BACKEND, trainingBackend)
        .put(TrainingOption.TRAINING_DEVICE, trainingDevice)
        .put(FineTuningOption.FINE_TUNE_ENCODER, fineTuneEncoder)
        .put(FineTuningOption.ENCODER_LEARNING_RATE, encoderLearningRate)
        .put(FineTuningOption.ENCODER_LAYER_DECAY, encoderLayerDecay)
        .put(FineTuningOption.ENCODER_FROZEN_LAYERS, encoderFrozenLayers)
        .put(FineTuningOption.ENCODER_WEIGHT_DECAY, encoderWeightDecay)
        .put(FineTuningOption.ENCODER_DROPOUT, encoderDropout)
        .put(FineTuningOption.ENCODER_CAPITALISATION, encoderCapitalisation)
        .put(FineTuningOption.ENCODER_WINDOW, encoderWindow)
        .put(FineTuningOption.MIXED_PRECISION, mixedPrecision)
        .put(FineTuningOption.ENCODER_RECOMPUTE, encoderRecompute)
        .put(FineTuningOption.ENCODER_PRECISION, encoderPrecision);
  }
}
