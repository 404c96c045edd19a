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

package org.sparkner.spark.training.dl4j;

import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.sparkner.train.rounds.Contribution;

/**
 * What a worker has at the end of its task. It does not travel, a {@link ContributionTuple} does;
 * so the arrays that dl4j-spark would add are not made here.
 */
final class ContributionResult extends ParameterAveragingTrainingResult {
  private final Contribution contribution;

  ContributionResult(Contribution contribution) {
    super(null, null, 0, null, null, null);
    this.contribution = contribution;
  }

  Contribution contribution() {
    return contribution;
  }
}
