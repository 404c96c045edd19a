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

package org.sparkner.eval;

import java.io.Serializable;

/**
 * Spans in the gold data, spans predicted, and predicted ones that are right: same boundaries, same
 * type.
 *
 * @param gold spans of the gold data, at least 0
 * @param predicted spans predicted, at least 0
 * @param correct at most the smaller of both
 */
public record Counts(long gold, long predicted, long correct) implements Serializable {
  /** Nothing counted. */
  public static final Counts NONE = new Counts(0, 0, 0);

  public Counts {
    if (correct < 0 || correct > Math.min(gold, predicted)) {
      throw new IllegalArgumentException(
          "Counts want 0 <= correct <= min(gold, predicted), found gold "
              + gold
              + ", predicted "
              + predicted
              + ", correct "
              + correct
              + ".");
    }
  }

  /** Share of the predicted spans that is right, 0 to 1; 0 where nothing was predicted. */
  public double precision() {
    return predicted == 0 ? 0 : (double) correct / predicted;
  }

  /** Share of the gold spans that was found, 0 to 1; 0 where there are none. */
  public double recall() {
    return gold == 0 ? 0 : (double) correct / gold;
  }

  /** Harmonic mean of precision and recall, 0 to 1; 0 where both are. */
  public double f1() {
    return gold + predicted == 0 ? 0 : 2.0 * correct / (gold + predicted);
  }

  /** The counts of both. */
  public Counts plus(Counts other) {
    return new Counts(gold + other.gold, predicted + other.predicted, correct + other.correct);
  }
}
