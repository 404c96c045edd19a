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

package org.sparkner.jobs.labeled;

import java.util.Comparator;
import java.util.Locale;
import org.sparkner.jobs.files.Location;

/** How labelled sentences are written. */
public enum DataFormat {
  AUTO,
  CONLL,
  CONLLU,
  JSONL,
  BRAT,
  PARQUET;

  /**
   * This format, or where it is {@link #AUTO} that of the name's ending, else of the first file in
   * the directory; CoNLL columns where no ending says anything.
   */
  public DataFormat of(Location data) {
    if (this != AUTO) {
      return this;
    }
    String name = data.name().toLowerCase(Locale.ROOT).replaceAll("(\\.gz)?/*$", "");
    if (name.endsWith(".conllu")) {
      return CONLLU;
    }
    if (name.endsWith(".jsonl") || name.endsWith(".json") || name.endsWith(".ndjson")) {
      return JSONL;
    }
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    if (name.endsWith(".ann") || SentenceFiles.hasAnnotations(data)) {
      return BRAT;
    }
    return data.isDirectory() ? ofFirstFile(data) : CONLL;
  }

  private static DataFormat ofFirstFile(Location directory) {
    return directory.list().stream()
        .filter(name -> !name.matches("[._].*"))
        .min(Comparator.naturalOrder())
        .map(name -> AUTO.of(directory.child(name)))
        .orElse(CONLL);
  }
}
