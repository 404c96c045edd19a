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

import java.util.function.Function;

/** Whose JSON is written. To add one, give it a constant and a class of its lines. */
enum AnnotationStyle {
  /** An object for each row, as {@code Doc.from_json} of spaCy 3 reads it. */
  SPACY(SpacyLines::of),
  /**
   * An object for each sentence, with {@code tokens} and {@code ner_tags}, as data sets have it.
   */
  BIO(BioLines::of);

  private final Function<WriteOptions, RowLines> lines;

  AnnotationStyle(Function<WriteOptions, RowLines> lines) {
    this.lines = lines;
  }

  RowLines lines(WriteOptions options) {
    return lines.apply(options);
  }
}
