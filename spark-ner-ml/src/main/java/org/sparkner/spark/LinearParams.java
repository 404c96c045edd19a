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

import java.util.Arrays;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkner.error.UsageException;
import org.sparkner.feature.FeatureTemplate;
import org.sparkner.model.Algorithm;
import org.sparkner.train.LinearOptions;
import org.sparkner.train.TrainingOptions;

/** The params of {@link HasLinearParams}, made for one stage, and their way into the core. */
public final class LinearParams {
  final Param<String> algorithm;
  final Param<String> featureTemplates;
  final IntParam minimumFeatureCount;
  final DoubleParam l2;
  final IntParam passes;

  LinearParams(Params owner) {
    ParamFactory make = new ParamFactory(owner);
    LinearOptions recipe = LinearOptions.DEFAULT;
    algorithm =
        make.choice(
            "algorithm",
            "what is trained: the network, or a linear model",
            Algorithm.NEURAL.toString(),
            Arrays.stream(Algorithm.values()).map(Algorithm::toString).toArray(String[]::new));
    featureTemplates =
        make.optionalString(
            "featureTemplates",
            "memm, crf: what features a token has, in place of the default ones");
    minimumFeatureCount =
        make.atLeast(
            "minimumFeatureCount",
            "memm, crf: tokens that must have a feature for it to count",
            1,
            recipe.minimumCount());
    l2 =
        make.notNegative(
            "l2", "memm, crf: l2 / 2 times the sum of squared weights is the penalty", recipe.l2());
    passes = make.atLeast("passes", "memm, crf: passes over the sentences", 1, recipe.passes());
  }

  /**
   * What the params of a stage say, for the core's trainer of linear models.
   *
   * @throws UsageException if a param is set that only a network heeds and that asks for what
   *     cannot be had
   */
  static LinearOptions options(NerTagger stage, TrainingOptions training) {
    Algorithm algorithm = Algorithm.named(stage.getAlgorithm());
    refuse(stage.isSet(stage.vectorsPath()), "vectorsPath", algorithm);
    refuse(stage.isSet(stage.contextualEncoder()), "contextualEncoder", algorithm);
    refuse(stage.getNumWorkers() > 0, "numWorkers", algorithm);
    refuse(stage.isSet(stage.checkpointDir()), "checkpointDir", algorithm);
    String templates =
        stage.isSet(stage.featureTemplates())
            ? stage.getFeatureTemplates()
            : LinearOptions.TEMPLATES;
    return new LinearOptions(
        algorithm,
        FeatureTemplate.parseAll(templates),
        stage.getMinimumFeatureCount(),
        stage.getL2(),
        stage.getPasses(),
        training.timeLimit(),
        training.seed(),
        training.language(),
        training.gazetteers(),
        stage.isSet(stage.attributeCol()));
  }

  private static void refuse(boolean set, String param, Algorithm algorithm) {
    if (set) {
      throw new UsageException(
          param
              + " is for networks, but algorithm is "
              + algorithm
              + "; clear it, or set algorithm to neural.");
    }
  }
}
