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

package org.sparkner.benchmarks;

/**
 * How long to measure.
 *
 * @param warmUpSeconds before the first round, so that the compiler is done
 * @param roundSeconds least time of a round
 * @param rounds of which the median is taken
 */
record Effort(double warmUpSeconds, double roundSeconds, int rounds) {
  private static final double WARM_UP_ROUNDS = 6;

  /** So many rounds of this many seconds after a warm-up of six times as long. */
  static Effort ofRounds(int rounds, double seconds) {
    return new Effort(WARM_UP_ROUNDS * seconds, seconds, rounds);
  }
}
