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
import org.sparkner.tags.TagCounts;

/**
 * What {@link EntityCounting} found in a part of a dataset.
 *
 * @param goldTags the gold column's tags, none if it holds spans
 * @param predictedTags the predicted column's tags, likewise
 */
public record CountedPart(EntityCounts counts, TagCounts goldTags, TagCounts predictedTags)
    implements Serializable {
  public static CountedPart none() {
    return new CountedPart(EntityCounts.NONE, new TagCounts(), new TagCounts());
  }

  /** Takes in another part. */
  public CountedPart plus(CountedPart other) {
    goldTags.merge(other.goldTags);
    predictedTags.merge(other.predictedTags);
    return new CountedPart(counts.plus(other.counts), goldTags, predictedTags);
  }
}
