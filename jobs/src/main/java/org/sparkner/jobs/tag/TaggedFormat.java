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

package org.sparkner.jobs.tag;

/** How tagged text is written. */
public enum TaggedFormat {
  PARQUET,
  /** One JSON object per line, with every column. */
  JSONL,
  /** One token per line with its tag, separated by a tab; a blank line ends a sentence. */
  CONLL,
  /** One JSON object per document, as spaCy's {@code Doc.from_json} reads it. */
  SPACY,
  /**
   * One JSON object per sentence with {@code tokens} and {@code ner_tags}, as data sets have it.
   */
  BIO;

  /** Whether it has all columns of the input. */
  boolean keepsColumns() {
    return this == PARQUET || this == JSONL;
  }

  /** Whether it is made of tokens and tags and not of the entities alone. */
  boolean hasTokens() {
    return this == CONLL || this == SPACY || this == BIO;
  }
}
