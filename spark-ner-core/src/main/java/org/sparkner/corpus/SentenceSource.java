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

import java.io.Closeable;

/** The sentences of a file as they stand there, one at a time. Not safe for several threads. */
public interface SentenceSource extends Closeable {
  /**
   * The next sentence, or null after the last.
   *
   * @throws MalformedRecordException naming file and line, if what comes next is malformed; another
   *     call goes on with what stands after it
   * @throws org.sparkner.error.BadDataException if the file cannot be read any further
   */
  PlacedSentence next();

  /** File and line where a tag came first; null where that is not known. */
  default String placeOf(String tag) {
    return null;
  }

  @Override
  void close();
}
