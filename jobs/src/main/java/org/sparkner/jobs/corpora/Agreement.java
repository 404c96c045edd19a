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

package org.sparkner.jobs.corpora;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sparkner.corpus.LabelMap;
import org.sparkner.error.UsageException;

/** Whether sources say the same of types. */
final class Agreement {
  private Agreement() {}

  /**
   * Checks that no source takes for another type, or for none, what another takes for a type that
   * both annotate; and that what is validated is learned.
   *
   * @throws UsageException naming two sources that disagree
   */
  static void require(List<Source> train, List<Source> valid, Set<String> types) {
    for (Source source : train) {
      train.forEach(other -> requireSame(source, other));
      valid.forEach(other -> requireSame(source, other));
      valid.forEach(other -> requireSame(other, source));
    }
    for (Source source : valid) {
      SortedSet<String> unlearned = new TreeSet<>(source.types());
      unlearned.removeAll(types);
      if (!unlearned.isEmpty()) {
        throw new UsageException(
            source.place()
                + " annotates "
                + String.join(", ", unlearned)
                + ", which no source of train does; map its labels to O, and leave it out of types");
      }
    }
  }

  /**
   * A label that one source takes for a type is, in another source that annotates the type too, of
   * the same type.
   */
  private static void requireSame(Source source, Source other) {
    for (Map.Entry<String, String> entry : source.labels().types().entrySet()) {
      String label = entry.getKey();
      String type = entry.getValue();
      String there = other.labels().types().getOrDefault(label, type);
      if (!type.equals(LabelMap.OUTSIDE) && !type.equals(there) && other.types().contains(type)) {
        throw new UsageException(
            source.place()
                + " takes the label "
                + label
                + " for "
                + type
                + ", but "
                + other.name()
                + " takes it for "
                + there
                + " and annotates "
                + type
                + " too; map both alike, or leave "
                + type
                + " out of the types of "
                + other.name());
      }
    }
  }
}
