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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.Objects;
import org.sparkner.error.UsageException;

/**
 * What a user may say of the files of a corpus, whatever their format is. Each format heeds those
 * options that mean something to it.
 *
 * @param language BCP 47 tag of texts that are yet to be split into tokens
 * @param tokenColumn where the tokens are, as the format names it; null for where they usually are
 * @param tagColumn where the tags are, likewise
 * @param attributeColumn where an attribute of each token is, such as its part of speech; null for
 *     none
 * @param comments which lines are comments
 */
@RecordBuilder
public record CorpusOptions(
    String language,
    String tokenColumn,
    String tagColumn,
    String attributeColumn,
    ColumnsFormat.Comments comments)
    implements CorpusOptionsBuilder.With, Serializable {

  /** English, and everything else as the files show it. */
  public static final CorpusOptions DEFAULT =
      new CorpusOptions("en", null, null, null, ColumnsFormat.Comments.DETECT);

  public CorpusOptions {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(comments, "comments");
  }

  /**
   * A column as a number.
   *
   * @param what the column is of, for messages
   * @return null where none is given
   * @throws UsageException if it is no number
   */
  static Integer number(String what, String column) {
    try {
      return column == null ? null : Integer.valueOf(column);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "The "
              + what
              + " of conll is '"
              + column
              + "'; it needs the number of a column, from 0, or from the end as -1.",
          e);
    }
  }
}
