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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sparkner.corpus.LabelMap;
import org.sparkner.corpus.Supervision;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.labeled.LabeledData;

/**
 * A source of labelled sentences.
 *
 * @param name by which the file calls it, such as {@code train.ewt}
 * @param place in the file, for messages
 * @param paths files or directories, at least one
 * @param data how they are read
 * @param language BCP 47 tag of its texts; null for that of the training
 * @param labels what its labels stand for
 * @param types those that it annotates
 * @param weight how much each of its sentences counts
 */
@RecordBuilder
record Source(
    String name,
    String place,
    List<String> paths,
    LabeledData data,
    String language,
    LabelMap labels,
    SortedSet<String> types,
    double weight) {

  /**
   * What its sentences are annotated for, among types of which it annotates some.
   *
   * @param all types of all sources
   */
  Supervision supervision(Set<String> all) {
    SortedSet<String> latent = new TreeSet<>(all);
    latent.removeAll(types);
    return new Supervision(latent, weight);
  }

  /** Whether this is the source of a name, as the file or the report calls it. */
  boolean isCalled(String called) {
    return name.equals(called) || name.endsWith("." + called);
  }

  /** The language of its texts. */
  String languageOr(String otherwise) {
    return language == null ? otherwise : language;
  }

  /**
   * Checks that something is said of each label found.
   *
   * @param found labels with how often each is there
   * @throws BadDataException naming those of which nothing is said, and the line to add
   */
  void requireMapped(SortedMap<String, Long> found) {
    SortedMap<String, Long> unmapped = new TreeMap<>(found);
    unmapped.keySet().removeIf(label -> labels.of(label).isPresent());
    if (!unmapped.isEmpty()) {
      throw new BadDataException(
          place
              + ": the data has labels that it says nothing of: "
              + LabelCounts.of(unmapped)
              + "; add to its labels { "
              + unmapped.keySet().stream()
                  .map(label -> HoconText.key(label) + " = " + LabelMap.OUTSIDE)
                  .collect(Collectors.joining(", "))
              + " }, with a type in place of O where the label stands for one");
    }
  }
}
