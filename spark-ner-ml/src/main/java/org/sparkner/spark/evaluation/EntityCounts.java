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

package org.sparkner.spark.evaluation;

import java.io.Serializable;
import org.sparkner.eval.Counts;

/**
 * What was counted in a part of a dataset.
 *
 * @param spans gold, predicted and right spans
 * @param tokens tokens of the rows whose columns both hold tags
 * @param correctTokens those with the same tag
 * @param unequal rows with more predicted tags than gold ones, or fewer
 */
public record EntityCounts(Counts spans, long tokens, long correctTokens, long unequal)
    implements Serializable {
  public static final EntityCounts NONE = new EntityCounts(Counts.NONE, 0, 0, 0);

  public EntityCounts plus(EntityCounts other) {
    return new EntityCounts(
        spans.plus(other.spans),
        tokens + other.tokens,
        correctTokens + other.correctTokens,
        unequal + other.unequal);
  }

  /** Share of the tokens that have the gold tag, 0 to 1; 0 where there are no tokens. */
  public double accuracy() {
    return tokens == 0 ? 0 : (double) correctTokens / tokens;
  }
}
