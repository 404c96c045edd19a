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

import java.util.function.Consumer;

/** Reads a sentence at a time from the lines of a file. */
interface SentenceSource {
  /**
   * The next sentence, or null after the last.
   *
   * @throws org.sparkner.error.BadDataException naming file and line, if what is there is malformed
   */
  LabeledSentence next();

  /**
   * Beginnings of documents before the sentence that {@link #next} last gave; 0 where the file has
   * told of none yet, so that nothing is known of the sentence's document.
   */
  default int documents() {
    return 0;
  }

  /** File and line of the sentence that {@link #next} last gave, for messages. */
  String place();

  static SentenceSource of(LineReader lines, CorpusFormat format, Consumer<String> warnings) {
    if (format instanceof ColumnsFormat columns) {
      SentenceSource source = new ColumnsSource(lines, columns, warnings);
      return new DocumentSource(new WordsSource(source, warnings));
    }
    if (format instanceof ConlluFormat conllu) {
      return new DocumentSource(new WordsSource(new ConlluSource(lines, conllu), warnings));
    }
    return new WordsSource(
        new JsonLinesSource(lines, (JsonLinesFormat) format, warnings), warnings);
  }
}
