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
import org.apache.spark.ml.param.Param;
import org.sparkner.option.FineTuningOption;

/**
 * How a pretrained encoder learns, and what becomes of it. Written by {@code
 * build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasFineTuningParams<S> extends HasParams<S> {
  /** Whether pretrainedEncoder learns as well, by AdamW. It needs the module spark-ner-torch. */
  default BooleanParam fineTuneEncoder() {
    return stageParams().booleanParam(FineTuningOption.FINE_TUNE_ENCODER);
  }

  /** The value of {@link #fineTuneEncoder}. */
  default boolean getFineTuneEncoder() {
    return (Boolean) getOrDefault(fineTuneEncoder());
  }

  /**
   * Sets {@link #fineTuneEncoder}: Whether pretrainedEncoder learns as well, by AdamW. It needs the
   * module spark-ner-torch.
   */
  default S setFineTuneEncoder(boolean value) {
    set(fineTuneEncoder(), value);
    return self();
  }

  /**
   * Learning rate of an encoder that learns (&gt; 0). It changes as learningRate does, but not with
   * the number of workers.
   */
  default DoubleParam encoderLearningRate() {
    return stageParams().doubleParam(FineTuningOption.ENCODER_LEARNING_RATE);
  }

  /** The value of {@link #encoderLearningRate}. */
  default double getEncoderLearningRate() {
    return (Double) getOrDefault(encoderLearningRate());
  }

  /**
   * Sets {@link #encoderLearningRate}: Learning rate of an encoder that learns (&gt; 0). It changes
   * as learningRate does, but not with the number of workers.
   */
  default S setEncoderLearningRate(double value) {
    set(encoderLearningRate(), value);
    return self();
  }

  /**
   * Factor from the learning rate of each layer of the encoder to that of the layer below (in (0,
   * 1]). The embeddings are the lowest layer.
   */
  default DoubleParam encoderLayerDecay() {
    return stageParams().doubleParam(FineTuningOption.ENCODER_LAYER_DECAY);
  }

  /** The value of {@link #encoderLayerDecay}. */
  default double getEncoderLayerDecay() {
    return (Double) getOrDefault(encoderLayerDecay());
  }

  /**
   * Sets {@link #encoderLayerDecay}: Factor from the learning rate of each layer of the encoder to
   * that of the layer below (in (0, 1]). The embeddings are the lowest layer.
   */
  default S setEncoderLayerDecay(double value) {
    set(encoderLayerDecay(), value);
    return self();
  }

  /**
   * Number of layers of the encoder that do not learn, from the lowest on (>= 0). 1 is the
   * embeddings alone.
   */
  default IntParam encoderFrozenLayers() {
    return stageParams().intParam(FineTuningOption.ENCODER_FROZEN_LAYERS);
  }

  /** The value of {@link #encoderFrozenLayers}. */
  default int getEncoderFrozenLayers() {
    return (Integer) getOrDefault(encoderFrozenLayers());
  }

  /**
   * Sets {@link #encoderFrozenLayers}: Number of layers of the encoder that do not learn, from the
   * lowest on (>= 0). 1 is the embeddings alone.
   */
  default S setEncoderFrozenLayers(int value) {
    set(encoderFrozenLayers(), value);
    return self();
  }

  /** Weight decay of the encoder's matrices (>= 0). */
  default DoubleParam encoderWeightDecay() {
    return stageParams().doubleParam(FineTuningOption.ENCODER_WEIGHT_DECAY);
  }

  /** The value of {@link #encoderWeightDecay}. */
  default double getEncoderWeightDecay() {
    return (Double) getOrDefault(encoderWeightDecay());
  }

  /** Sets {@link #encoderWeightDecay}: Weight decay of the encoder's matrices (>= 0). */
  default S setEncoderWeightDecay(double value) {
    set(encoderWeightDecay(), value);
    return self();
  }

  /** Probability that a value within the encoder is dropped while it learns (in [0, 1)). */
  default DoubleParam encoderDropout() {
    return stageParams().doubleParam(FineTuningOption.ENCODER_DROPOUT);
  }

  /** The value of {@link #encoderDropout}. */
  default double getEncoderDropout() {
    return (Double) getOrDefault(encoderDropout());
  }

  /**
   * Sets {@link #encoderDropout}: Probability that a value within the encoder is dropped while it
   * learns (in [0, 1)).
   */
  default S setEncoderDropout(double value) {
    set(encoderDropout(), value);
    return self();
  }

  /**
   * Whether the encoder learns to read the capitalisation of each word too. The lowest layer that
   * learns reads it. That helps encoders of lower case.
   */
  default BooleanParam encoderCapitalisation() {
    return stageParams().booleanParam(FineTuningOption.ENCODER_CAPITALISATION);
  }

  /** The value of {@link #encoderCapitalisation}. */
  default boolean getEncoderCapitalisation() {
    return (Boolean) getOrDefault(encoderCapitalisation());
  }

  /**
   * Sets {@link #encoderCapitalisation}: Whether the encoder learns to read the capitalisation of
   * each word too. The lowest layer that learns reads it. That helps encoders of lower case.
   */
  default S setEncoderCapitalisation(boolean value) {
    set(encoderCapitalisation(), value);
    return self();
  }

  /**
   * Largest number of word pieces that an encoder that learns reads at once (>= 8). With
   * pretrainedEncoderDocument it learns from windows of whole sentences of a document, else from
   * one sentence at a time.
   */
  default IntParam encoderWindow() {
    return stageParams().intParam(FineTuningOption.ENCODER_WINDOW);
  }

  /** The value of {@link #encoderWindow}. */
  default int getEncoderWindow() {
    return (Integer) getOrDefault(encoderWindow());
  }

  /**
   * Sets {@link #encoderWindow}: Largest number of word pieces that an encoder that learns reads at
   * once (>= 8). With pretrainedEncoderDocument it learns from windows of whole sentences of a
   * document, else from one sentence at a time.
   */
  default S setEncoderWindow(int value) {
    set(encoderWindow(), value);
    return self();
  }

  /** Whether an encoder that learns computes in 16 bits where the device is faster with them. */
  default BooleanParam mixedPrecision() {
    return stageParams().booleanParam(FineTuningOption.MIXED_PRECISION);
  }

  /** The value of {@link #mixedPrecision}. */
  default boolean getMixedPrecision() {
    return (Boolean) getOrDefault(mixedPrecision());
  }

  /**
   * Sets {@link #mixedPrecision}: Whether an encoder that learns computes in 16 bits where the
   * device is faster with them.
   */
  default S setMixedPrecision(boolean value) {
    set(mixedPrecision(), value);
    return self();
  }

  /**
   * Whether an encoder that learns computes the inside of its layers twice instead of keeping it.
   * That takes a third more time and much less memory.
   */
  default BooleanParam encoderRecompute() {
    return stageParams().booleanParam(FineTuningOption.ENCODER_RECOMPUTE);
  }

  /** The value of {@link #encoderRecompute}. */
  default boolean getEncoderRecompute() {
    return (Boolean) getOrDefault(encoderRecompute());
  }

  /**
   * Sets {@link #encoderRecompute}: Whether an encoder that learns computes the inside of its
   * layers twice instead of keeping it. That takes a third more time and much less memory.
   */
  default S setEncoderRecompute(boolean value) {
    set(encoderRecompute(), value);
    return self();
  }

  /**
   * Numbers that the encoder of the finished model computes with, whether it has learned or not
   * (f32, f16, int8). int8 is faster on processors, f16 on GPUs; they are fitted to the text that
   * is validated on, and confidences to the model that comes of it.
   */
  default Param<String> encoderPrecision() {
    return stageParams().textParam(FineTuningOption.ENCODER_PRECISION);
  }

  /** The value of {@link #encoderPrecision}. */
  default String getEncoderPrecision() {
    return getOrDefault(encoderPrecision());
  }

  /**
   * Sets {@link #encoderPrecision}: Numbers that the encoder of the finished model computes with,
   * whether it has learned or not (f32, f16, int8). int8 is faster on processors, f16 on GPUs; they
   * are fitted to the text that is validated on, and confidences to the model that comes of it.
   */
  default S setEncoderPrecision(String value) {
    set(encoderPrecision(), value);
    return self();
  }
}
