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

package org.sparkner.corpus;

/**
 * Where a labelled sentence stands.
 *
 * @param source its file or data set
 * @param number its line, from 1, or its row; 0 where there is neither
 * @param row whether the number counts rows
 */
public record SentencePlace(String source, long number, boolean row) {
  /** A line of a file; 0 where the format has no lines. */
  public static SentencePlace line(String file, long line) {
    return new SentencePlace(file, line, false);
  }

  /** A row of a data set. */
  public static SentencePlace row(String data, long row) {
    return new SentencePlace(data, row, true);
  }

  /** For messages, such as {@code a.conll:17}. */
  @Override
  public String toString() {
    return number == 0 ? source : source + (row ? ", row " : ":") + number;
  }
}
