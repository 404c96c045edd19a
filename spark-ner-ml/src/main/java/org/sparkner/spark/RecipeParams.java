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

import java.time.Duration;
import java.util.Arrays;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.train.Preset;
import org.sparkner.train.TrainingOptions;

/** The params of {@link HasRecipeParams}, made for one stage, and their way into the core. */
public final class RecipeParams {
  final Param<String> preset;
  final IntParam epochs;
  final IntParam patience;
  final IntParam batchSize;
  final BooleanParam likeLengths;
  final DoubleParam learningRate;
  final DoubleParam decay;
  final DoubleParam momentum;
  final DoubleParam clip;
  final DoubleParam dropout;
  final DoubleParam wordDropout;
  final IntParam affixMinimumCount;
  final DoubleParam weightAveraging;
  final BooleanParam calibrate;
  final BooleanParam fineTune;
  final IntParam vectorChannels;
  final IntParam maxVectors;
  final DoubleParam timeLimitSeconds;
  final LongParam seed;
  final Param<String> language;
  final BooleanParam verbose;

  RecipeParams(Params owner) {
    ParamFactory make = new ParamFactory(owner);
    TrainingOptions recipe = TrainingOptions.DEFAULT;
    preset =
        make.choice(
            "preset",
            "what the params of network and recipe are that are not set",
            Preset.DEFAULT.toString(),
            Arrays.stream(Preset.values()).map(Preset::toString).toArray(String[]::new));
    epochs = make.atLeast("epochs", "the most epochs to train", 1, recipe.epochs());
    patience =
        make.atLeast(
            "patience",
            "epochs without a better validation score after which training stops",
            1,
            recipe.patience());
    batchSize = make.atLeast("batchSize", "sentences a batch", 1, recipe.batchSize());
    likeLengths =
        make.flag(
            "likeLengths",
            "whether the sentences of a batch are of about one length, which is faster",
            recipe.likeLengths());
    learningRate =
        make.above("learningRate", "learning rate of the first epoch", 0, recipe.learningRate());
    decay =
        make.notNegative(
            "decay",
            "epoch e, from 0, has the learning rate learningRate / (1 + decay * e)",
            recipe.decay());
    momentum = make.belowOne("momentum", "momentum of SGD", recipe.momentum());
    clip =
        make.above(
            "clip", "largest norm of the gradient, over all parameters together", 0, recipe.clip());
    dropout = make.belowOne("dropout", "probability to drop", recipe.dropout());
    wordDropout =
        make.belowOne(
            "wordDropout",
            "probability that a word's vector is that of the unknown word",
            recipe.wordDropout());
    affixMinimumCount =
        make.atLeast(
            "affixMinimumCount",
            "tokens that must have a prefix or suffix for the network to know it",
            1,
            recipe.affixMinimumCount());
    weightAveraging =
        make.notNegative(
            "weightAveraging",
            "epochs over which the model's weights are a moving average, 0 for none",
            recipe.weightAveraging());
    calibrate =
        make.flag(
            "calibrate",
            "whether confidences are fitted to the validation data, if 100 entities are found there",
            true);
    fineTune =
        make.flag("fineTune", "whether pretrained word vectors learn too", recipe.fineTune());
    vectorChannels =
        make.within(
            "vectorChannels",
            "1, or 2 for a copy of each word's vector that does not learn, beside the one that does",
            1,
            2,
            recipe.vectorChannels());
    maxVectors =
        make.atLeast(
            "maxVectors", "pretrained words kept, the file's first", 1, recipe.maxVectors());
    timeLimitSeconds =
        make.notNegative(
            "timeLimitSeconds", "seconds after which training stops, 0 for no limit", 0);
    seed =
        make.anyLong(
            "seed",
            "seed of initial weights, shuffling, dropout and the validation split",
            recipe.seed());
    language =
        make.string(
            "language",
            "BCP 47 tag of the text, which chooses the tokeniser; und for any",
            recipe.language());
    verbose =
        make.flag(
            "verbose", "whether fit tells of each epoch: in the log, in Python on stderr", true);
  }

  /** What the params of a stage say, and its preset where they are not set, for the core. */
  static <T, S extends HasRecipeParams<T> & HasNetworkParams<T>> TrainingOptions options(S stage) {
    TrainingOptions otherwise = Preset.named(stage.getPreset()).options();
    double seconds = stage.getTimeLimitSeconds();
    return new TrainingOptions(
        NetworkParams.architecture(stage, otherwise.architecture()),
        chosen(stage, stage.epochs(), otherwise.epochs()),
        chosen(stage, stage.patience(), otherwise.patience()),
        chosen(stage, stage.batchSize(), otherwise.batchSize()),
        chosen(stage, stage.likeLengths(), otherwise.likeLengths()),
        chosen(stage, stage.learningRate(), otherwise.learningRate()),
        chosen(stage, stage.decay(), otherwise.decay()),
        chosen(stage, stage.momentum(), otherwise.momentum()),
        chosen(stage, stage.clip(), otherwise.clip()),
        chosen(stage, stage.dropout(), otherwise.dropout()),
        chosen(stage, stage.wordDropout(), otherwise.wordDropout()),
        chosen(stage, stage.affixMinimumCount(), otherwise.affixMinimumCount()),
        Gazetteers.NONE,
        null,
        chosen(stage, stage.weightAveraging(), otherwise.weightAveraging()),
        chosen(stage, stage.fineTune(), otherwise.fineTune()),
        chosen(stage, stage.vectorChannels(), otherwise.vectorChannels()),
        stage.getMaxVectors(),
        seconds == 0 ? null : Duration.ofMillis(Math.round(1000 * seconds)),
        stage.getSeed(),
        stage.getLanguage());
  }

  /** What a param is set to, or else the preset's value. */
  @SuppressWarnings("unchecked") // A Scala Int is an Object to Java.
  static <T> T chosen(Params stage, Param<?> param, T otherwise) {
    return stage.isSet(param) ? (T) stage.getOrDefault(param) : otherwise;
  }
}
