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

package org.sparkner.spark.silver;

import java.io.Serializable;
import org.sparkner.option.OptionValues;
import org.sparkner.option.SilverOption;

/**
 * What is taken of a silver table, and how.
 *
 * @param weight how many times a sentence counts beside a labelled one, above 0
 * @param minimumConfidence least confidence of a sentence that is taken, 0 to below 1
 * @param temperature of the teacher's probabilities, 0 or more; 0 makes the tags certain
 */
public record SilverOptions(double weight, double minimumConfidence, double temperature)
    implements Serializable {
  /** What options say. */
  public static SilverOptions of(OptionValues options) {
    return new SilverOptions(
        options.get(SilverOption.SILVER_WEIGHT),
        options.get(SilverOption.SILVER_MINIMUM_CONFIDENCE),
        options.get(SilverOption.SILVER_TEMPERATURE));
  }
}
