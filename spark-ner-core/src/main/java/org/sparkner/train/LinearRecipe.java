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

package org.sparkner.train;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import org.sparkner.option.LinearOption;
import org.sparkner.option.OptionMap;
import org.sparkner.option.OptionValues;

/**
 * How a linear model over features is trained. Written by {@code build-tools/generate-options}.
 *
 * @param featureTemplates templates of the features of a token, separated by spaces. Without them,
 *     the default ones are used. Null where it is not set.
 * @param minimumFeatureCount number of tokens that must have a feature for it to count (>= 1).
 * @param l2 strength of the penalty, which is l2 / 2 times the sum of the squared weights (>= 0).
 * @param passes number of passes over the sentences (>= 1).
 */
@RecordBuilder
public record LinearRecipe(String featureTemplates, int minimumFeatureCount, double l2, int passes)
    implements LinearRecipeBuilder.With, Serializable {

  /** The defaults. */
  public static final LinearRecipe DEFAULT =
      LinearRecipeBuilder.builder()
          .featureTemplates(LinearOption.FEATURE_TEMPLATES.byDefault())
          .minimumFeatureCount(LinearOption.MINIMUM_FEATURE_COUNT.byDefault())
          .l2(LinearOption.L2.byDefault())
          .passes(LinearOption.PASSES.byDefault())
          .build();

  /**
   * @throws org.sparkner.error.UsageException if a value is out of its range
   */
  public LinearRecipe {
    LinearOption.FEATURE_TEMPLATES.check(featureTemplates);
    LinearOption.MINIMUM_FEATURE_COUNT.check(minimumFeatureCount);
    LinearOption.L2.check(l2);
    LinearOption.PASSES.check(passes);
  }

  /** What is set, over the values here. */
  public LinearRecipe overlaid(OptionValues set) {
    return with()
        .featureTemplates(set.get(LinearOption.FEATURE_TEMPLATES, featureTemplates))
        .minimumFeatureCount(set.get(LinearOption.MINIMUM_FEATURE_COUNT, minimumFeatureCount))
        .l2(set.get(LinearOption.L2, l2))
        .passes(set.get(LinearOption.PASSES, passes))
        .build();
  }

  /** The values by their options. */
  public OptionMap values() {
    return new OptionMap()
        .put(LinearOption.FEATURE_TEMPLATES, featureTemplates)
        .put(LinearOption.MINIMUM_FEATURE_COUNT, minimumFeatureCount)
        .put(LinearOption.L2, l2)
        .put(LinearOption.PASSES, passes);
  }
}
