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

import java.util.List;

/** A sentence of a file, of which rows take what they need. */
interface SourceSentence {
  /** Number of its document in the file, from 1; 0 where the file has told of none yet. */
  int document();

  List<String> tokens();

  /** As many as tokens, or null where the file has none. */
  List<String> tags();

  /** As many as tokens, where the options name a column of them. */
  List<String> attributes();

  /** What stands in a column of the file, as many as tokens. */
  List<String> column(int index);
}
