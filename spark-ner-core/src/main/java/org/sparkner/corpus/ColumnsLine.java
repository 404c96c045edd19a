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

import java.util.List;

/** What a line of a column file says. */
public sealed interface ColumnsLine {
  /** Ends a sentence. */
  record Blank() implements ColumnsLine {}

  /** Begins a document, and so ends a sentence too. */
  record DocumentStart() implements ColumnsLine {}

  /** Says nothing. */
  record Comment() implements ColumnsLine {}

  /**
   * A token and its tag, neither empty.
   *
   * @param tag null where the lines have no column of tags
   * @param fields all columns of the line
   */
  record Token(String token, String tag, List<String> fields) implements ColumnsLine {}

  /**
   * A tag whose token is the empty string, which only columns apart by tabs can have: real corpora
   * lost an emoji there.
   *
   * @param fields all columns of the line
   */
  record EmptyToken(String tag, List<String> fields) implements ColumnsLine {
    /** What {@link CorpusReader} reads it as: the replacement character. */
    public static final String TOKEN = "\uFFFD";
  }

  /**
   * A line that is none of these.
   *
   * @param found what is wrong with it
   * @param expected what should be there
   */
  record Malformed(String found, String expected) implements ColumnsLine {}
}
