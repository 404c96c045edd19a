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

package org.sparkner.spark.tagging;

import java.util.List;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.sparkner.tags.LabelSet;

/** The labels of a model as the metadata of the columns it writes, under the key {@code ner}. */
public final class LabelMetadata {
  private LabelMetadata() {}

  /**
   * {@code {"ner": {"scheme": …, "labels": […], "types": […]}}}; labels in the order of the
   * marginals, types in alphabetical order.
   */
  public static Metadata of(LabelSet labels) {
    Metadata ner =
        new MetadataBuilder()
            .putString("scheme", labels.scheme().name())
            .putStringArray("labels", strings(labels.labels()))
            .putStringArray("types", strings(labels.types()))
            .build();
    return new MetadataBuilder().putMetadata("ner", ner).build();
  }

  private static String[] strings(List<String> list) {
    return list.toArray(String[]::new);
  }
}
