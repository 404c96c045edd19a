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

package org.sparkner.option;

import java.util.List;

/** How a pretrained encoder learns, and what becomes of it. */
public final class FineTuningOption {
  public static final OptionGroup GROUP =
      new OptionGroup(
          "FineTuning", "training", "How a pretrained encoder learns, and what becomes of it.");

  /** Single precision: the encoder stays as it has learned, or as it came. */
  public static final String F32 = "f32";

  public static final DeclaredOption<Boolean> FINE_TUNE_ENCODER =
      fineTuning("fineTuneEncoder", new Flag())
          .byDefault(false)
          .doc(
              "Whether {pretrainedEncoder} learns as well, by AdamW.",
              "It needs the module spark-ner-torch.")
          .add();

  public static final DeclaredOption<Double> ENCODER_LEARNING_RATE =
      fineTuning("encoderLearningRate", RealNumber.POSITIVE)
          .byDefault(5e-5)
          .doc(
              "Learning rate of an encoder that learns.",
              "It changes as {learningRate} does, but not with the number of workers.")
          .add();

  public static final DeclaredOption<Double> ENCODER_LAYER_DECAY =
      fineTuning("encoderLayerDecay", RealNumber.UP_TO_ONE)
          .byDefault(1.0)
          .doc(
              "Factor from the learning rate of each layer of the encoder to that of the layer"
                  + " below.",
              "The embeddings are the lowest layer.")
          .add();

  public static final DeclaredOption<Integer> ENCODER_FROZEN_LAYERS =
      fineTuning("encoderFrozenLayers", WholeNumber.atLeast(0))
          .byDefault(0)
          .doc(
              "Number of layers of the encoder that do not learn, from the lowest on.",
              "1 is the embeddings alone.")
          .add();

  public static final DeclaredOption<Double> ENCODER_WEIGHT_DECAY =
      fineTuning("encoderWeightDecay", RealNumber.NOT_NEGATIVE)
          .byDefault(0.01)
          .doc("Weight decay of the encoder's matrices.")
          .add();

  public static final DeclaredOption<Double> ENCODER_DROPOUT =
      fineTuning("encoderDropout", RealNumber.BELOW_ONE)
          .byDefault(0.1)
          .doc("Probability that a value within the encoder is dropped while it learns.")
          .add();

  public static final DeclaredOption<Boolean> ENCODER_CAPITALISATION =
      fineTuning("encoderCapitalisation", new Flag())
          .byDefault(false)
          .doc(
              "Whether the encoder learns to read the capitalisation of each word too.",
              "The lowest layer that learns reads it. That helps encoders of lower case.")
          .add();

  public static final DeclaredOption<Integer> ENCODER_WINDOW =
      fineTuning("encoderWindow", WholeNumber.atLeast(8))
          .byDefault(256)
          .doc(
              "Largest number of word pieces that an encoder that learns reads at once.",
              "With {pretrainedEncoderDocument} it learns from windows of whole sentences of a"
                  + " document, else from one sentence at a time.")
          .add();

  public static final DeclaredOption<Boolean> MIXED_PRECISION =
      fineTuning("mixedPrecision", new Flag())
          .byDefault(true)
          .doc(
              "Whether an encoder that learns computes in 16 bits where the device is faster with"
                  + " them.")
          .add();

  public static final DeclaredOption<Boolean> ENCODER_RECOMPUTE =
      fineTuning("encoderRecompute", new Flag())
          .byDefault(false)
          .doc(
              "Whether an encoder that learns computes the inside of its layers twice instead of"
                  + " keeping it.",
              "That takes a third more time and much less memory.")
          .add();

  public static final DeclaredOption<String> ENCODER_PRECISION =
      fineTuning("encoderPrecision", new Choice(List.of(F32, "f16", "int8")))
          .byDefault(F32)
          .doc(
              "Numbers that the encoder of the finished model computes with, whether it has learned"
                  + " or not.",
              "int8 is faster on processors, f16 on GPUs; they are fitted to the text that is"
                  + " validated on, and confidences to the model that comes of it.")
          .mayChangeOnResume()
          .add();

  private FineTuningOption() {}

  private static <T> Declaration<T> fineTuning(String name, Kind<T> kind) {
    return GROUP.option(name, kind).heededBy(ModelOption.NETWORK);
  }
}
