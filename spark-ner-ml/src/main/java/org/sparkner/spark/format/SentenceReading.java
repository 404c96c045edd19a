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

package org.sparkner.spark.format;

import java.io.Closeable;
import java.util.function.Consumer;
import org.sparkner.corpus.CorpusFile;
import org.sparkner.corpus.RegisteredFormat;

/** Reads the sentences of a file. */
interface SentenceReading extends Closeable {
  /**
   * The next sentence, or null after the last.
   *
   * @throws org.sparkner.corpus.MalformedRecordException if what comes next is malformed; another
   *     call goes on with what stands after it
   */
  SourceSentence next();

  /** File and line where a tag came first; null where that is not known. */
  String placeOf(String tag);

  @Override
  void close();

  /** Opens a file. */
  static SentenceReading of(CorpusFile file, SourceOptions options, Consumer<String> warnings) {
    return options.format() == RegisteredFormat.CONLL
        ? new ColumnsReading(file, options, warnings)
        : new LabeledReading(options.format().with(options.reading()).open(file, warnings));
  }
}
