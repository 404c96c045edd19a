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

import java.util.Locale;
import org.sparkner.error.UsageException;

/** What the file of a corpus looks like, with the options of its reader. */
public sealed interface CorpusFormat permits ColumnsFormat, ConlluFormat, JsonLinesFormat {

  /**
   * The format of a name with its default options.
   *
   * @param name {@code conll}, {@code conllu} or {@code jsonl}, in any case
   * @throws UsageException for any other name
   */
  static CorpusFormat named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "conll" -> ColumnsFormat.DETECT;
      case "conllu" -> ConlluFormat.UPOS;
      case "jsonl" -> JsonLinesFormat.ENGLISH;
      default ->
          throw new UsageException(
              "Corpus format '" + name + "' is not known; give conll, conllu or jsonl.");
    };
  }
}
