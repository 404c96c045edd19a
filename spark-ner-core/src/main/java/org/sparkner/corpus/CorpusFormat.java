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

/**
 * What the files of a corpus look like, with the options of their reader. Immutable. {@link
 * RegisteredFormat} lists the formats that are known by a name.
 */
public interface CorpusFormat {
  /**
   * Opens a file for reading.
   *
   * @param warnings receives what could be read in part only, one line each with file and line
   * @return the sentences as they stand in the file, to be closed
   * @throws org.sparkner.error.BadDataException if the file cannot be read
   */
  SentenceSource open(CorpusFile file, Consumer<String> warnings);

  /**
   * The format of a name with its default options.
   *
   * @param name {@code conll}, {@code conllu}, {@code jsonl} …, in any case
   * @throws org.sparkner.error.UsageException for any other name
   */
  static CorpusFormat named(String name) {
    return RegisteredFormat.named(name).with(CorpusOptions.DEFAULT);
  }
}
