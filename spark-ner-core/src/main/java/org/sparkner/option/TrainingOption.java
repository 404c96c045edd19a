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

import java.time.Duration;
import java.util.List;

/** How the network is trained. The defaults are those of Ma &amp; Hovy (2016, section 3). */
public final class TrainingOption {
  public static final OptionGroup GROUP =
      new OptionGroup("Training", "training", "How the network is trained.");

  /** The learning rate falls from epoch to epoch. */
  public static final String INVERSE = "inverse";

  /** The learning rate rises and falls from step to step. */
  public static final String LINEAR = "linear";

  /** Stochastic gradient descent with momentum. */
  public static final String SGD = "sgd";

  /** Adam with weight decay. */
  public static final String ADAMW = "adamw";

  public static final DeclaredOption<Integer> EPOCHS =
      training("epochs", WholeNumber.atLeast(1))
          .byDefault(50)
          .doc("Largest number of epochs to train.")
          .flag("--epochs")
          .mayChangeOnResume()
          .add();

  public static final DeclaredOption<Integer> PATIENCE =
      training("patience", WholeNumber.atLeast(1))
          .byDefault(20)
          .doc("Number of epochs without a better validation score after which training stops.")
          .mayChangeOnResume()
          .add();

  public static final DeclaredOption<Integer> BATCH_SIZE =
      training("batchSize", WholeNumber.atLeast(1))
          .byDefault(10)
          .doc("Number of sentences per batch.")
          .add();

  public static final DeclaredOption<Boolean> LENGTH_BUCKETING =
      training("lengthBucketing", new Flag())
          .byDefault(true)
          .doc(
              "Whether the sentences of a batch are of similar length, which is faster.",
              "Otherwise they are drawn whatever their lengths.")
          .formerly("likeLengths")
          .add();

  public static final DeclaredOption<Double> LEARNING_RATE =
      training("learningRate", RealNumber.POSITIVE)
          .byDefault(0.015)
          .doc("Learning rate of the first epoch.")
          .add();

  public static final DeclaredOption<Double> LEARNING_RATE_DECAY =
      training("learningRateDecay", RealNumber.NOT_NEGATIVE)
          .byDefault(0.05)
          .doc(
              "Decay of the learning rate.",
              "Epoch e, counted from 0, has the rate {learningRate} / (1 + {learningRateDecay} *"
                  + " e).")
          .formerly("decay")
          .add();

  public static final DeclaredOption<Integer> LEARNING_RATE_WARM_UP =
      training("learningRateWarmUp", WholeNumber.atLeast(0))
          .byDefault(0)
          .doc(
              "Number of epochs at the beginning over which the learning rate rises to its full"
                  + " value.",
              "Large rates, such as those of many workers, need it (Goyal et al. 2017).")
          .add();

  public static final DeclaredOption<String> LEARNING_RATE_SCHEDULE =
      training("learningRateSchedule", new Choice(List.of(INVERSE, LINEAR)))
          .byDefault(INVERSE)
          .doc(
              "How the learning rate changes.",
              "inverse changes it from epoch to epoch, by {learningRateWarmUp} and"
                  + " {learningRateDecay}; linear changes it from step to step: it rises over"
                  + " {warmUpShare} and then falls, to 0 at the end of the last of the {epochs}.")
          .add();

  public static final DeclaredOption<Double> WARM_UP_SHARE =
      training("warmUpShare", RealNumber.BELOW_ONE)
          .byDefault(0.1)
          .doc(
              "Share of all steps at the beginning over which the learning rate rises to its full"
                  + " value, where {learningRateSchedule} is linear.")
          .add();

  public static final DeclaredOption<String> OPTIMISER =
      training("optimiser", new Choice(List.of(SGD, ADAMW)))
          .byDefault(SGD)
          .doc(
              "What makes steps of gradients.",
              "sgd is stochastic gradient descent; adamw (Loshchilov and Hutter 2019) needs a"
                  + " {learningRate} of about 0.001.")
          .add();

  public static final DeclaredOption<Double> MOMENTUM =
      training("momentum", RealNumber.BELOW_ONE)
          .byDefault(0.9)
          .doc("Momentum of stochastic gradient descent, or the first decay rate of adamw.")
          .add();

  public static final DeclaredOption<Double> WEIGHT_DECAY =
      training("weightDecay", RealNumber.NOT_NEGATIVE)
          .byDefault(0.0)
          .doc("Weight decay of adamw.", "Word vectors have none.")
          .add();

  public static final DeclaredOption<Double> MAX_GRADIENT_NORM =
      training("maxGradientNorm", RealNumber.POSITIVE)
          .byDefault(5.0)
          .doc("Largest norm of the gradient of all parameters together; a longer one is scaled.")
          .formerly("clip")
          .add();

  public static final DeclaredOption<Double> DROPOUT =
      training("dropout", RealNumber.BELOW_ONE)
          .byDefault(0.5)
          .doc("Probability that a value is dropped.")
          .add();

  public static final DeclaredOption<Double> WORD_DROPOUT =
      training("wordDropout", RealNumber.BELOW_ONE)
          .byDefault(0.0)
          .doc(
              "Probability that a word's vector is replaced by that of the unknown word.",
              "The characters of the word stay.")
          .add();

  public static final DeclaredOption<Double> UPPER_CASE_SHARE =
      training("upperCaseShare", RealNumber.SHARE)
          .byDefault(0.0)
          .doc(
              "Share of the sentences that an epoch shows in capitals, so that the model learns to"
                  + " read such text too.",
              "Each epoch shows other ones so; the words of the model stay those of the text as it"
                  + " is written.")
          .add();

  public static final DeclaredOption<Double> LOWER_CASE_SHARE =
      training("lowerCaseShare", RealNumber.SHARE)
          .byDefault(0.0)
          .doc("Share of the sentences that an epoch shows in lower case.")
          .add();

  public static final DeclaredOption<Double> UNCAPITALISED_SHARE =
      training("uncapitalisedShare", RealNumber.SHARE)
          .byDefault(0.0)
          .doc(
              "Share of the sentences whose words an epoch shows without a capital that is their"
                  + " only one.",
              "Words in capitals, such as IBM, keep them.")
          .add();

  public static final DeclaredOption<Double> NOISE_SHARE =
      training("noiseShare", RealNumber.SHARE)
          .byDefault(0.0)
          .doc(
              "Share of the sentences, in whatever case, that an epoch shows with typing errors,"
                  + " misread letters and missing accents.")
          .add();

  public static final DeclaredOption<Integer> MINIMUM_AFFIX_COUNT =
      training("minimumAffixCount", WholeNumber.atLeast(1))
          .byDefault(3)
          .doc(
              "Number of training tokens that must have a prefix or suffix for it to be known; 3 are"
                  + " enough for one of 1 or 2 characters.")
          .formerly("affixMinimumCount")
          .add();

  public static final DeclaredOption<Double> WEIGHT_AVERAGING =
      training("weightAveraging", RealNumber.NOT_NEGATIVE)
          .byDefault(0.0)
          .doc(
              "Number of epochs over which the model's weights are a moving average, such as 0.25;"
                  + " 0 for none.",
              "Word vectors are not averaged.")
          .add();

  public static final DeclaredOption<Boolean> CALIBRATE =
      training("calibrate", new Flag())
          .byDefault(true)
          .doc(
              "Whether confidences are calibrated on the validation data.",
              "That changes no entity and needs 100 entities found there.")
          .heededBy(ModelOption.ALL)
          .mayChangeOnResume()
          .add();

  public static final DeclaredOption<Boolean> FINE_TUNE_VECTORS =
      training("fineTuneVectors", new Flag())
          .byDefault(true)
          .doc("Whether pretrained word vectors learn as well.")
          .formerly("fineTune")
          .add();

  public static final DeclaredOption<Integer> VECTOR_CHANNELS =
      training("vectorChannels", WholeNumber.within(1, 2))
          .byDefault(1)
          .doc("Number of vectors per word; the second is a copy that does not learn.")
          .add();

  public static final DeclaredOption<Integer> MAX_VECTORS =
      training("maxVectors", WholeNumber.atLeast(1))
          .byDefault(Integer.MAX_VALUE)
          .doc("Largest number of pretrained words that are kept, the first of the file.")
          .add();

  public static final DeclaredOption<Duration> TIME_LIMIT =
      training("timeLimit", new TimeSpan())
          .doc("Time after which training stops; without it, there is no limit.")
          .flag("--time-limit")
          .heededBy(ModelOption.ALL_BUT_HMM)
          .formerly("timeLimitSeconds", "training.time-budget")
          .mayChangeOnResume()
          .add();

  public static final DeclaredOption<Long> SEED =
      training("seed", new LongNumber())
          .byDefault(1L)
          .doc("Seed of initial weights, the order of sentences, dropout and the validation split.")
          .flag("--seed")
          .heededBy(ModelOption.ALL)
          .add();

  public static final DeclaredOption<String> LANGUAGE =
      training("language", new Text())
          .byDefault("en")
          .doc("BCP 47 tag of the text, which chooses the tokeniser; und for any language.")
          .heededBy(ModelOption.ALL)
          .mayChangeOnResume()
          .add();

  public static final DeclaredOption<Integer> SILVER_EPOCHS =
      training("silverEpochs", WholeNumber.atLeast(0))
          .byDefault(0)
          .doc(
              "Number of epochs, from the first on, that train on {silverTable} too; 0 for all.",
              "The epochs after them train on the labelled sentences alone.")
          .add();

  public static final DeclaredOption<String> TRAINING_BACKEND =
      training("trainingBackend", new Choice(List.of("java", "torch")))
          .byDefault("java")
          .doc(
              "Library that computes the network while it trains.",
              "java has its kernels in Java and computes on the processor; torch is libtorch, for"
                  + " processors and GPUs, which the module spark-ner-torch brings.")
          .mayChangeOnResume()
          .add();

  public static final DeclaredOption<String> TRAINING_DEVICE =
      training("trainingDevice", new DeviceName())
          .byDefault("cpu")
          .doc(
              "Device on which the network trains.",
              "cuda is the GPU that Spark gives a task, elsewhere the first; cuda:N is the GPU of"
                  + " that number. A GPU is of use with {trainingBackend} torch, and to an encoder that"
                  + " learns, whose network is on it too.")
          .mayChangeOnResume()
          .add();

  private TrainingOption() {}

  private static <T> Declaration<T> training(String name, Kind<T> kind) {
    return GROUP.option(name, kind).heededBy(ModelOption.NETWORK);
  }
}
