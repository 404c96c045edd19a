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

package org.sparkner.network;

import java.io.Serializable;
import org.sparkner.tags.LatentLabels;
import org.sparkner.tags.PathDistribution;

/**
 * What is known of the labels of a sentence besides them.
 *
 * @param latent labels for which O may stand; null for none
 * @param weight how often the sentence counts, above 0
 * @param taught what a teacher thinks of all label sequences; null where none taught
 */
public record LabelSupervision(LatentLabels latent, float weight, PathDistribution taught)
    implements Serializable {
  /** People labelled everything, and the sentence counts once. */
  public static final LabelSupervision FULL = new LabelSupervision(null, 1, null);
}
