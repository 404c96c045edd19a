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

import java.util.ArrayList;
import java.util.List;
import org.sparkner.error.BadDataException;

/** The lines of the sentence that is being read, and the first thing that is wrong with them. */
final class RecordLines {
  /** Lines that are kept of one record; a longer one is most likely a file without blank lines. */
  private static final int MOST = 1_000_000;

  private final List<String> lines = new ArrayList<>();
  private BadDataException problem;

  /** Takes a line of the record. */
  void add(String line) {
    if (lines.size() < MOST) {
      lines.add(line);
    }
  }

  /** Takes what is wrong with the line last taken; what comes after it does not matter any more. */
  void complain(BadDataException found) {
    problem = found;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  boolean isMalformed() {
    return problem != null;
  }

  /** Forgets all lines, to begin another record. */
  void clear() {
    lines.clear();
    problem = null;
  }

  /** The complaint about the lines, which are then forgotten. */
  MalformedRecordException malformed(int document) {
    MalformedRecordException malformed =
        new MalformedRecordException(problem, String.join("\n", lines), document);
    clear();
    return malformed;
  }
}
