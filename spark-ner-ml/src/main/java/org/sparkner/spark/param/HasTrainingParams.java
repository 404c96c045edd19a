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

package org.sparkner.spark.param;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.sparkner.option.TrainingOption;

/**
 * How the network is trained. Written by {@code build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasTrainingParams<S> extends HasParams<S> {
  /** Largest number of epochs to train (>= 1). */
  default IntParam epochs() {
    return stageParams().intParam(TrainingOption.EPOCHS);
  }

  /** The value of {@link #epochs}. */
  default int getEpochs() {
    return (Integer) getOrDefault(epochs());
  }

  /** Sets {@link #epochs}: Largest number of epochs to train (>= 1). */
  default S setEpochs(int value) {
    set(epochs(), value);
    return self();
  }

  /** Number of epochs without a better validation score after which training stops (>= 1). */
  default IntParam patience() {
    return stageParams().intParam(TrainingOption.PATIENCE);
  }

  /** The value of {@link #patience}. */
  default int getPatience() {
    return (Integer) getOrDefault(patience());
  }

  /**
   * Sets {@link #patience}: Number of epochs without a better validation score after which training
   * stops (>= 1).
   */
  default S setPatience(int value) {
    set(patience(), value);
    return self();
  }

  /** Number of sentences per batch (>= 1). */
  default IntParam batchSize() {
    return stageParams().intParam(TrainingOption.BATCH_SIZE);
  }

  /** The value of {@link #batchSize}. */
  default int getBatchSize() {
    return (Integer) getOrDefault(batchSize());
  }

  /** Sets {@link #batchSize}: Number of sentences per batch (>= 1). */
  default S setBatchSize(int value) {
    set(batchSize(), value);
    return self();
  }

  /**
   * Whether the sentences of a batch are of similar length, which is faster. Otherwise they are
   * drawn whatever their lengths.
   */
  default BooleanParam lengthBucketing() {
    return stageParams().booleanParam(TrainingOption.LENGTH_BUCKETING);
  }

  /** The value of {@link #lengthBucketing}. */
  default boolean getLengthBucketing() {
    return (Boolean) getOrDefault(lengthBucketing());
  }

  /**
   * Sets {@link #lengthBucketing}: Whether the sentences of a batch are of similar length, which is
   * faster. Otherwise they are drawn whatever their lengths.
   */
  default S setLengthBucketing(boolean value) {
    set(lengthBucketing(), value);
    return self();
  }

  /** Learning rate of the first epoch (&gt; 0). */
  default DoubleParam learningRate() {
    return stageParams().doubleParam(TrainingOption.LEARNING_RATE);
  }

  /** The value of {@link #learningRate}. */
  default double getLearningRate() {
    return (Double) getOrDefault(learningRate());
  }

  /** Sets {@link #learningRate}: Learning rate of the first epoch (&gt; 0). */
  default S setLearningRate(double value) {
    set(learningRate(), value);
    return self();
  }

  /**
   * Decay of the learning rate (>= 0). Epoch e, counted from 0, has the rate learningRate / (1 +
   * learningRateDecay * e).
   */
  default DoubleParam learningRateDecay() {
    return stageParams().doubleParam(TrainingOption.LEARNING_RATE_DECAY);
  }

  /** The value of {@link #learningRateDecay}. */
  default double getLearningRateDecay() {
    return (Double) getOrDefault(learningRateDecay());
  }

  /**
   * Sets {@link #learningRateDecay}: Decay of the learning rate (>= 0). Epoch e, counted from 0,
   * has the rate learningRate / (1 + learningRateDecay * e).
   */
  default S setLearningRateDecay(double value) {
    set(learningRateDecay(), value);
    return self();
  }

  /**
   * Number of epochs at the beginning over which the learning rate rises to its full value (>= 0).
   * Large rates, such as those of many workers, need it (Goyal et al. 2017).
   */
  default IntParam learningRateWarmUp() {
    return stageParams().intParam(TrainingOption.LEARNING_RATE_WARM_UP);
  }

  /** The value of {@link #learningRateWarmUp}. */
  default int getLearningRateWarmUp() {
    return (Integer) getOrDefault(learningRateWarmUp());
  }

  /**
   * Sets {@link #learningRateWarmUp}: Number of epochs at the beginning over which the learning
   * rate rises to its full value (>= 0). Large rates, such as those of many workers, need it (Goyal
   * et al. 2017).
   */
  default S setLearningRateWarmUp(int value) {
    set(learningRateWarmUp(), value);
    return self();
  }

  /**
   * How the learning rate changes (inverse, linear). inverse changes it from epoch to epoch, by
   * learningRateWarmUp and learningRateDecay; linear changes it from step to step: it rises over
   * warmUpShare and then falls, to 0 at the end of the last of the epochs.
   */
  default Param<String> learningRateSchedule() {
    return stageParams().textParam(TrainingOption.LEARNING_RATE_SCHEDULE);
  }

  /** The value of {@link #learningRateSchedule}. */
  default String getLearningRateSchedule() {
    return getOrDefault(learningRateSchedule());
  }

  /**
   * Sets {@link #learningRateSchedule}: How the learning rate changes (inverse, linear). inverse
   * changes it from epoch to epoch, by learningRateWarmUp and learningRateDecay; linear changes it
   * from step to step: it rises over warmUpShare and then falls, to 0 at the end of the last of the
   * epochs.
   */
  default S setLearningRateSchedule(String value) {
    set(learningRateSchedule(), value);
    return self();
  }

  /**
   * Share of all steps at the beginning over which the learning rate rises to its full value, where
   * learningRateSchedule is linear (in [0, 1)).
   */
  default DoubleParam warmUpShare() {
    return stageParams().doubleParam(TrainingOption.WARM_UP_SHARE);
  }

  /** The value of {@link #warmUpShare}. */
  default double getWarmUpShare() {
    return (Double) getOrDefault(warmUpShare());
  }

  /**
   * Sets {@link #warmUpShare}: Share of all steps at the beginning over which the learning rate
   * rises to its full value, where learningRateSchedule is linear (in [0, 1)).
   */
  default S setWarmUpShare(double value) {
    set(warmUpShare(), value);
    return self();
  }

  /**
   * What makes steps of gradients (sgd, adamw). sgd is stochastic gradient descent; adamw
   * (Loshchilov and Hutter 2019) needs a learningRate of about 0.001.
   */
  default Param<String> optimiser() {
    return stageParams().textParam(TrainingOption.OPTIMISER);
  }

  /** The value of {@link #optimiser}. */
  default String getOptimiser() {
    return getOrDefault(optimiser());
  }

  /**
   * Sets {@link #optimiser}: What makes steps of gradients (sgd, adamw). sgd is stochastic gradient
   * descent; adamw (Loshchilov and Hutter 2019) needs a learningRate of about 0.001.
   */
  default S setOptimiser(String value) {
    set(optimiser(), value);
    return self();
  }

  /** Momentum of stochastic gradient descent, or the first decay rate of adamw (in [0, 1)). */
  default DoubleParam momentum() {
    return stageParams().doubleParam(TrainingOption.MOMENTUM);
  }

  /** The value of {@link #momentum}. */
  default double getMomentum() {
    return (Double) getOrDefault(momentum());
  }

  /**
   * Sets {@link #momentum}: Momentum of stochastic gradient descent, or the first decay rate of
   * adamw (in [0, 1)).
   */
  default S setMomentum(double value) {
    set(momentum(), value);
    return self();
  }

  /** Weight decay of adamw (>= 0). Word vectors have none. */
  default DoubleParam weightDecay() {
    return stageParams().doubleParam(TrainingOption.WEIGHT_DECAY);
  }

  /** The value of {@link #weightDecay}. */
  default double getWeightDecay() {
    return (Double) getOrDefault(weightDecay());
  }

  /** Sets {@link #weightDecay}: Weight decay of adamw (>= 0). Word vectors have none. */
  default S setWeightDecay(double value) {
    set(weightDecay(), value);
    return self();
  }

  /** Largest norm of the gradient of all parameters together; a longer one is scaled (&gt; 0). */
  default DoubleParam maxGradientNorm() {
    return stageParams().doubleParam(TrainingOption.MAX_GRADIENT_NORM);
  }

  /** The value of {@link #maxGradientNorm}. */
  default double getMaxGradientNorm() {
    return (Double) getOrDefault(maxGradientNorm());
  }

  /**
   * Sets {@link #maxGradientNorm}: Largest norm of the gradient of all parameters together; a
   * longer one is scaled (&gt; 0).
   */
  default S setMaxGradientNorm(double value) {
    set(maxGradientNorm(), value);
    return self();
  }

  /** Probability that a value is dropped (in [0, 1)). */
  default DoubleParam dropout() {
    return stageParams().doubleParam(TrainingOption.DROPOUT);
  }

  /** The value of {@link #dropout}. */
  default double getDropout() {
    return (Double) getOrDefault(dropout());
  }

  /** Sets {@link #dropout}: Probability that a value is dropped (in [0, 1)). */
  default S setDropout(double value) {
    set(dropout(), value);
    return self();
  }

  /**
   * Probability that a word's vector is replaced by that of the unknown word (in [0, 1)). The
   * characters of the word stay.
   */
  default DoubleParam wordDropout() {
    return stageParams().doubleParam(TrainingOption.WORD_DROPOUT);
  }

  /** The value of {@link #wordDropout}. */
  default double getWordDropout() {
    return (Double) getOrDefault(wordDropout());
  }

  /**
   * Sets {@link #wordDropout}: Probability that a word's vector is replaced by that of the unknown
   * word (in [0, 1)). The characters of the word stay.
   */
  default S setWordDropout(double value) {
    set(wordDropout(), value);
    return self();
  }

  /**
   * Share of the sentences that an epoch shows in capitals, so that the model learns to read such
   * text too (in [0, 1]). Each epoch shows other ones so; the words of the model stay those of the
   * text as it is written.
   */
  default DoubleParam upperCaseShare() {
    return stageParams().doubleParam(TrainingOption.UPPER_CASE_SHARE);
  }

  /** The value of {@link #upperCaseShare}. */
  default double getUpperCaseShare() {
    return (Double) getOrDefault(upperCaseShare());
  }

  /**
   * Sets {@link #upperCaseShare}: Share of the sentences that an epoch shows in capitals, so that
   * the model learns to read such text too (in [0, 1]). Each epoch shows other ones so; the words
   * of the model stay those of the text as it is written.
   */
  default S setUpperCaseShare(double value) {
    set(upperCaseShare(), value);
    return self();
  }

  /** Share of the sentences that an epoch shows in lower case (in [0, 1]). */
  default DoubleParam lowerCaseShare() {
    return stageParams().doubleParam(TrainingOption.LOWER_CASE_SHARE);
  }

  /** The value of {@link #lowerCaseShare}. */
  default double getLowerCaseShare() {
    return (Double) getOrDefault(lowerCaseShare());
  }

  /**
   * Sets {@link #lowerCaseShare}: Share of the sentences that an epoch shows in lower case (in [0,
   * 1]).
   */
  default S setLowerCaseShare(double value) {
    set(lowerCaseShare(), value);
    return self();
  }

  /**
   * Share of the sentences whose words an epoch shows without a capital that is their only one (in
   * [0, 1]). Words in capitals, such as IBM, keep them.
   */
  default DoubleParam uncapitalisedShare() {
    return stageParams().doubleParam(TrainingOption.UNCAPITALISED_SHARE);
  }

  /** The value of {@link #uncapitalisedShare}. */
  default double getUncapitalisedShare() {
    return (Double) getOrDefault(uncapitalisedShare());
  }

  /**
   * Sets {@link #uncapitalisedShare}: Share of the sentences whose words an epoch shows without a
   * capital that is their only one (in [0, 1]). Words in capitals, such as IBM, keep them.
   */
  default S setUncapitalisedShare(double value) {
    set(uncapitalisedShare(), value);
    return self();
  }

  /**
   * Share of the sentences, in whatever case, that an epoch shows with typing errors, misread
   * letters and missing accents (in [0, 1]).
   */
  default DoubleParam noiseShare() {
    return stageParams().doubleParam(TrainingOption.NOISE_SHARE);
  }

  /** The value of {@link #noiseShare}. */
  default double getNoiseShare() {
    return (Double) getOrDefault(noiseShare());
  }

  /**
   * Sets {@link #noiseShare}: Share of the sentences, in whatever case, that an epoch shows with
   * typing errors, misread letters and missing accents (in [0, 1]).
   */
  default S setNoiseShare(double value) {
    set(noiseShare(), value);
    return self();
  }

  /**
   * Number of training tokens that must have a prefix or suffix for it to be known; 3 are enough
   * for one of 1 or 2 characters (>= 1).
   */
  default IntParam minimumAffixCount() {
    return stageParams().intParam(TrainingOption.MINIMUM_AFFIX_COUNT);
  }

  /** The value of {@link #minimumAffixCount}. */
  default int getMinimumAffixCount() {
    return (Integer) getOrDefault(minimumAffixCount());
  }

  /**
   * Sets {@link #minimumAffixCount}: Number of training tokens that must have a prefix or suffix
   * for it to be known; 3 are enough for one of 1 or 2 characters (>= 1).
   */
  default S setMinimumAffixCount(int value) {
    set(minimumAffixCount(), value);
    return self();
  }

  /**
   * Number of epochs over which the model's weights are a moving average, such as 0.25; 0 for none
   * (>= 0). Word vectors are not averaged.
   */
  default DoubleParam weightAveraging() {
    return stageParams().doubleParam(TrainingOption.WEIGHT_AVERAGING);
  }

  /** The value of {@link #weightAveraging}. */
  default double getWeightAveraging() {
    return (Double) getOrDefault(weightAveraging());
  }

  /**
   * Sets {@link #weightAveraging}: Number of epochs over which the model's weights are a moving
   * average, such as 0.25; 0 for none (>= 0). Word vectors are not averaged.
   */
  default S setWeightAveraging(double value) {
    set(weightAveraging(), value);
    return self();
  }

  /**
   * Whether confidences are calibrated on the validation data. That changes no entity and needs 100
   * entities found there.
   */
  default BooleanParam calibrate() {
    return stageParams().booleanParam(TrainingOption.CALIBRATE);
  }

  /** The value of {@link #calibrate}. */
  default boolean getCalibrate() {
    return (Boolean) getOrDefault(calibrate());
  }

  /**
   * Sets {@link #calibrate}: Whether confidences are calibrated on the validation data. That
   * changes no entity and needs 100 entities found there.
   */
  default S setCalibrate(boolean value) {
    set(calibrate(), value);
    return self();
  }

  /** Whether pretrained word vectors learn as well. */
  default BooleanParam fineTuneVectors() {
    return stageParams().booleanParam(TrainingOption.FINE_TUNE_VECTORS);
  }

  /** The value of {@link #fineTuneVectors}. */
  default boolean getFineTuneVectors() {
    return (Boolean) getOrDefault(fineTuneVectors());
  }

  /** Sets {@link #fineTuneVectors}: Whether pretrained word vectors learn as well. */
  default S setFineTuneVectors(boolean value) {
    set(fineTuneVectors(), value);
    return self();
  }

  /** Number of vectors per word; the second is a copy that does not learn (1 to 2). */
  default IntParam vectorChannels() {
    return stageParams().intParam(TrainingOption.VECTOR_CHANNELS);
  }

  /** The value of {@link #vectorChannels}. */
  default int getVectorChannels() {
    return (Integer) getOrDefault(vectorChannels());
  }

  /**
   * Sets {@link #vectorChannels}: Number of vectors per word; the second is a copy that does not
   * learn (1 to 2).
   */
  default S setVectorChannels(int value) {
    set(vectorChannels(), value);
    return self();
  }

  /** Largest number of pretrained words that are kept, the first of the file (>= 1). */
  default IntParam maxVectors() {
    return stageParams().intParam(TrainingOption.MAX_VECTORS);
  }

  /** The value of {@link #maxVectors}. */
  default int getMaxVectors() {
    return (Integer) getOrDefault(maxVectors());
  }

  /**
   * Sets {@link #maxVectors}: Largest number of pretrained words that are kept, the first of the
   * file (>= 1).
   */
  default S setMaxVectors(int value) {
    set(maxVectors(), value);
    return self();
  }

  /** Time after which training stops; without it, there is no limit (such as 90s, 15m or 2h). */
  default Param<String> timeLimit() {
    return stageParams().textParam(TrainingOption.TIME_LIMIT);
  }

  /**
   * The value of {@link #timeLimit}; throws {@link java.util.NoSuchElementException} where it is
   * not set.
   */
  default String getTimeLimit() {
    return getOrDefault(timeLimit());
  }

  /**
   * Sets {@link #timeLimit}: Time after which training stops; without it, there is no limit (such
   * as 90s, 15m or 2h).
   */
  default S setTimeLimit(String value) {
    set(timeLimit(), value);
    return self();
  }

  /** Seed of initial weights, the order of sentences, dropout and the validation split. */
  default LongParam seed() {
    return stageParams().longParam(TrainingOption.SEED);
  }

  /** The value of {@link #seed}. */
  default long getSeed() {
    return (Long) getOrDefault(seed());
  }

  /**
   * Sets {@link #seed}: Seed of initial weights, the order of sentences, dropout and the validation
   * split.
   */
  default S setSeed(long value) {
    set(seed(), value);
    return self();
  }

  /** BCP 47 tag of the text, which chooses the tokeniser; und for any language. */
  default Param<String> language() {
    return stageParams().textParam(TrainingOption.LANGUAGE);
  }

  /** The value of {@link #language}. */
  default String getLanguage() {
    return getOrDefault(language());
  }

  /**
   * Sets {@link #language}: BCP 47 tag of the text, which chooses the tokeniser; und for any
   * language.
   */
  default S setLanguage(String value) {
    set(language(), value);
    return self();
  }

  /**
   * Number of epochs, from the first on, that train on silverTable too; 0 for all (>= 0). The
   * epochs after them train on the labelled sentences alone.
   */
  default IntParam silverEpochs() {
    return stageParams().intParam(TrainingOption.SILVER_EPOCHS);
  }

  /** The value of {@link #silverEpochs}. */
  default int getSilverEpochs() {
    return (Integer) getOrDefault(silverEpochs());
  }

  /**
   * Sets {@link #silverEpochs}: Number of epochs, from the first on, that train on silverTable too;
   * 0 for all (>= 0). The epochs after them train on the labelled sentences alone.
   */
  default S setSilverEpochs(int value) {
    set(silverEpochs(), value);
    return self();
  }

  /**
   * Library that computes the network while it trains (java, torch). java has its kernels in Java
   * and computes on the processor; torch is libtorch, for processors and GPUs, which the module
   * spark-ner-torch brings.
   */
  default Param<String> trainingBackend() {
    return stageParams().textParam(TrainingOption.TRAINING_BACKEND);
  }

  /** The value of {@link #trainingBackend}. */
  default String getTrainingBackend() {
    return getOrDefault(trainingBackend());
  }

  /**
   * Sets {@link #trainingBackend}: Library that computes the network while it trains (java, torch).
   * java has its kernels in Java and computes on the processor; torch is libtorch, for processors
   * and GPUs, which the module spark-ner-torch brings.
   */
  default S setTrainingBackend(String value) {
    set(trainingBackend(), value);
    return self();
  }

  /**
   * Device on which the network trains (cpu, cuda or cuda:N). cuda is the GPU that Spark gives a
   * task, elsewhere the first; cuda:N is the GPU of that number. A GPU is of use with
   * trainingBackend torch, and to an encoder that learns, whose network is on it too.
   */
  default Param<String> trainingDevice() {
    return stageParams().textParam(TrainingOption.TRAINING_DEVICE);
  }

  /** The value of {@link #trainingDevice}. */
  default String getTrainingDevice() {
    return getOrDefault(trainingDevice());
  }

  /**
   * Sets {@link #trainingDevice}: Device on which the network trains (cpu, cuda or cuda:N). cuda is
   * the GPU that Spark gives a task, elsewhere the first; cuda:N is the GPU of that number. A GPU
   * is of use with trainingBackend torch, and to an encoder that learns, whose network is on it
   * too.
   */
  default S setTrainingDevice(String value) {
    set(trainingDevice(), value);
    return self();
  }
}
