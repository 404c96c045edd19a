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

package org.sparkner.spark;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * The sizes of the network and how it is trained. The defaults are those of Ma &amp; Hovy (2016).
 *
 * @param <S> the stage, which the setters return
 */
public interface HasRecipeParams<S> extends Params {
  /** The params of this stage. */
  RecipeParams recipeParams();

  /** This stage. */
  S self();

  /** What the params of network and recipe are that are not set. */
  default Param<String> preset() {
    return recipeParams().preset;
  }

  /** The most epochs to train. */
  default IntParam epochs() {
    return recipeParams().epochs;
  }

  /** Epochs without a better validation score after which training stops. */
  default IntParam patience() {
    return recipeParams().patience;
  }

  /** Sentences a batch. */
  default IntParam batchSize() {
    return recipeParams().batchSize;
  }

  /** Learning rate of the first epoch. */
  default DoubleParam learningRate() {
    return recipeParams().learningRate;
  }

  /** Learning-rate decay: epoch e, from 0, has learningRate / (1 + decay * e). */
  default DoubleParam decay() {
    return recipeParams().decay;
  }

  /** Momentum of SGD. */
  default DoubleParam momentum() {
    return recipeParams().momentum;
  }

  /** Largest norm of the gradient, over all parameters together. */
  default DoubleParam clip() {
    return recipeParams().clip;
  }

  /** Probability to drop. */
  default DoubleParam dropout() {
    return recipeParams().dropout;
  }

  /** Probability that a word's vector is that of the unknown word. */
  default DoubleParam wordDropout() {
    return recipeParams().wordDropout;
  }

  /** Tokens that must have an affix for the network to know it. */
  default IntParam affixMinimumCount() {
    return recipeParams().affixMinimumCount;
  }

  /** Epochs over which the model's weights are a moving average; 0 for none. */
  default DoubleParam weightAveraging() {
    return recipeParams().weightAveraging;
  }

  /** Whether the confidences of the trained model are fitted to the validation data. */
  default BooleanParam calibrate() {
    return recipeParams().calibrate;
  }

  /** Whether pretrained word vectors learn too. */
  default BooleanParam fineTune() {
    return recipeParams().fineTune;
  }

  /** Pretrained words kept, the file's first. */
  default IntParam maxVectors() {
    return recipeParams().maxVectors;
  }

  /** Seconds of training after which it stops; 0 for no limit. */
  default DoubleParam timeLimitSeconds() {
    return recipeParams().timeLimitSeconds;
  }

  /** Seed of initial weights, shuffling, dropout and the validation split. */
  default LongParam seed() {
    return recipeParams().seed;
  }

  /** BCP 47 tag of the text, which chooses the tokeniser; und for any. */
  default Param<String> language() {
    return recipeParams().language;
  }

  /** Whether fit tells of each epoch: in the log, in Python on stderr. */
  default BooleanParam verbose() {
    return recipeParams().verbose;
  }

  /** {@link #preset}. */
  default String getPreset() {
    return getOrDefault(preset());
  }

  /** {@link #epochs}. */
  default int getEpochs() {
    return (Integer) getOrDefault(epochs());
  }

  /** {@link #patience}. */
  default int getPatience() {
    return (Integer) getOrDefault(patience());
  }

  /** {@link #batchSize}. */
  default int getBatchSize() {
    return (Integer) getOrDefault(batchSize());
  }

  /** {@link #learningRate}. */
  default double getLearningRate() {
    return (Double) getOrDefault(learningRate());
  }

  /** {@link #decay}. */
  default double getDecay() {
    return (Double) getOrDefault(decay());
  }

  /** {@link #momentum}. */
  default double getMomentum() {
    return (Double) getOrDefault(momentum());
  }

  /** {@link #clip}. */
  default double getClip() {
    return (Double) getOrDefault(clip());
  }

  /** {@link #dropout}. */
  default double getDropout() {
    return (Double) getOrDefault(dropout());
  }

  /** {@link #wordDropout}. */
  default double getWordDropout() {
    return (Double) getOrDefault(wordDropout());
  }

  /** {@link #affixMinimumCount}. */
  default int getAffixMinimumCount() {
    return (Integer) getOrDefault(affixMinimumCount());
  }

  /** {@link #weightAveraging}. */
  default double getWeightAveraging() {
    return (Double) getOrDefault(weightAveraging());
  }

  /** {@link #calibrate}. */
  default boolean getCalibrate() {
    return (Boolean) getOrDefault(calibrate());
  }

  /** Whether the sentences of a batch are of about one length. */
  default BooleanParam likeLengths() {
    return recipeParams().likeLengths;
  }

  /** {@link #likeLengths}. */
  default boolean getLikeLengths() {
    return (Boolean) getOrDefault(likeLengths());
  }

  /** Sets {@link #likeLengths}. */
  default S setLikeLengths(boolean value) {
    set(likeLengths(), value);
    return self();
  }

  /** Whether a copy of each word's vector that does not learn stands beside the one that does. */
  default IntParam vectorChannels() {
    return recipeParams().vectorChannels;
  }

  /** {@link #vectorChannels}. */
  default int getVectorChannels() {
    return (Integer) getOrDefault(vectorChannels());
  }

  /** Sets {@link #vectorChannels}. */
  default S setVectorChannels(int value) {
    set(vectorChannels(), value);
    return self();
  }

  /** {@link #fineTune}. */
  default boolean getFineTune() {
    return (Boolean) getOrDefault(fineTune());
  }

  /** {@link #maxVectors}. */
  default int getMaxVectors() {
    return (Integer) getOrDefault(maxVectors());
  }

  /** {@link #timeLimitSeconds}. */
  default double getTimeLimitSeconds() {
    return (Double) getOrDefault(timeLimitSeconds());
  }

  /** {@link #seed}. */
  default long getSeed() {
    return (Long) getOrDefault(seed());
  }

  /** {@link #language}. */
  default String getLanguage() {
    return getOrDefault(language());
  }

  /** Sets {@link #preset}. The getters of params that are not set go on giving the default ones. */
  default S setPreset(String value) {
    set(preset(), value);
    return self();
  }

  /** Sets {@link #epochs}. */
  default S setEpochs(int value) {
    set(epochs(), value);
    return self();
  }

  /** Sets {@link #patience}. */
  default S setPatience(int value) {
    set(patience(), value);
    return self();
  }

  /** Sets {@link #batchSize}. */
  default S setBatchSize(int value) {
    set(batchSize(), value);
    return self();
  }

  /** Sets {@link #learningRate}. */
  default S setLearningRate(double value) {
    set(learningRate(), value);
    return self();
  }

  /** Sets {@link #decay}. */
  default S setDecay(double value) {
    set(decay(), value);
    return self();
  }

  /** Sets {@link #momentum}. */
  default S setMomentum(double value) {
    set(momentum(), value);
    return self();
  }

  /** Sets {@link #clip}. */
  default S setClip(double value) {
    set(clip(), value);
    return self();
  }

  /** Sets {@link #dropout}. */
  default S setDropout(double value) {
    set(dropout(), value);
    return self();
  }

  /** Sets {@link #wordDropout}. */
  default S setWordDropout(double value) {
    set(wordDropout(), value);
    return self();
  }

  /** Sets {@link #affixMinimumCount}. */
  default S setAffixMinimumCount(int value) {
    set(affixMinimumCount(), value);
    return self();
  }

  /** Sets {@link #weightAveraging}. */
  default S setWeightAveraging(double value) {
    set(weightAveraging(), value);
    return self();
  }

  /** Sets {@link #calibrate}. */
  default S setCalibrate(boolean value) {
    set(calibrate(), value);
    return self();
  }

  /** Sets {@link #fineTune}. */
  default S setFineTune(boolean value) {
    set(fineTune(), value);
    return self();
  }

  /** Sets {@link #maxVectors}. */
  default S setMaxVectors(int value) {
    set(maxVectors(), value);
    return self();
  }

  /** Sets {@link #timeLimitSeconds}. */
  default S setTimeLimitSeconds(double value) {
    set(timeLimitSeconds(), value);
    return self();
  }

  /** Sets {@link #seed}. */
  default S setSeed(long value) {
    set(seed(), value);
    return self();
  }

  /** Sets {@link #language}. */
  default S setLanguage(String value) {
    set(language(), value);
    return self();
  }

  /** {@link #verbose}. */
  default boolean getVerbose() {
    return (Boolean) getOrDefault(verbose());
  }

  /** Sets {@link #verbose}. */
  default S setVerbose(boolean value) {
    set(verbose(), value);
    return self();
  }
}
