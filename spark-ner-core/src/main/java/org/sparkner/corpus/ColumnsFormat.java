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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One token per line with its tag in another column, sentences separated by blank lines:
 * CoNLL-2003, WNUT, Universal NER and their like. A blank line may hold spaces and tabs. A line
 * whose first column is {@code -DOCSTART-} ends a sentence and is no token.
 *
 * <p>Every token line must have as many columns as the first one, or a missing column would pass
 * the wrong one off as the tag.
 *
 * @param tokenColumn column of the token, from 0, or from the end as -1, -2, …; null to detect: 1
 *     where the first column numbers the tokens, else 0, or as a header names them
 * @param tagColumn column of the tag, in the same way; null to detect: the last column of chunk
 *     tags, else most often -1
 * @param attributeColumn column of a further label of the token, such as its part of speech, in the
 *     same way; null for none
 * @param separator what stands between columns
 * @param comments which lines are comments
 * @param maxTokens longest sentence that is read; a longer one is most likely a file without blank
 *     lines and is refused, at least 1
 * @see ColumnsLayout#detect how columns are detected
 */
public record ColumnsFormat(
    Integer tokenColumn,
    Integer tagColumn,
    Integer attributeColumn,
    Separator separator,
    Comments comments,
    int maxTokens)
    implements CorpusFormat {

  /** Columns, separator and comments as the first lines of the file show them. */
  public static final ColumnsFormat DETECT =
      new ColumnsFormat(null, null, Separator.DETECT, Comments.DETECT, 1_000_000);

  /** What stands between two columns. */
  public enum Separator {
    /** Tabs if the first token line holds one, else spaces. */
    DETECT,
    /**
     * One tab; a token may hold spaces, those at its ends are left out. Two tabs have an empty
     * column between.
     */
    TAB,
    /**
     * Any number of spaces and tabs, at the ends of the line too; no other white space: a no-break
     * space is part of a token.
     */
    SPACE
  }

  /** Which lines are comments. */
  public enum Comments {
    /**
     * A line that begins with {@code #} where it can be no token: it holds no tab though columns
     * are apart by tabs, or the first column numbers the tokens; or it stands above a sentence, has
     * a space after {@code #}, and other columns than the tokens have, or no chunk tag where they
     * have one.
     */
    DETECT,
    /** None: {@code #} is a token like any other. */
    NONE,
    /** Every line that begins with {@code #}. */
    HASH;

    /** That of a name as users give it, in any case: auto, none or hash. */
    public static Optional<Comments> named(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "auto" -> Optional.of(DETECT);
        case "none" -> Optional.of(NONE);
        case "hash" -> Optional.of(HASH);
        default -> Optional.empty();
      };
    }
  }

  public ColumnsFormat {
    Objects.requireNonNull(separator, "separator");
    Objects.requireNonNull(comments, "comments");
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens needs at least 1, found " + maxTokens + ".");
    }
  }

  /** Tokens and tags alone. */
  public ColumnsFormat(
      Integer tokenColumn,
      Integer tagColumn,
      Separator separator,
      Comments comments,
      int maxTokens) {
    this(tokenColumn, tagColumn, null, separator, comments, maxTokens);
  }

  /** Detects the rest, but takes the token and the tag from these columns. */
  public static ColumnsFormat of(Integer tokenColumn, Integer tagColumn) {
    return new ColumnsFormat(
        tokenColumn, tagColumn, DETECT.separator, DETECT.comments, DETECT.maxTokens);
  }

  /**
   * The format with the options that it heeds: columns and comments.
   *
   * @throws org.sparkner.error.UsageException if a column is not given by its number
   */
  public static ColumnsFormat of(CorpusOptions options) {
    return of(
            CorpusOptions.number("token column", options.tokenColumn()),
            CorpusOptions.number("tag column", options.tagColumn()))
        .withAttributeColumn(CorpusOptions.number("attribute column", options.attributeColumn()))
        .withComments(options.comments());
  }

  @Override
  public SentenceSource open(CorpusFile file, Consumer<String> warnings) {
    return new ColumnsSource(file, this, warnings);
  }

  /** This format with other comments. */
  public ColumnsFormat withComments(Comments which) {
    return new ColumnsFormat(tokenColumn, tagColumn, attributeColumn, separator, which, maxTokens);
  }

  /** This format, with a further label of each token from this column; null for none. */
  public ColumnsFormat withAttributeColumn(Integer column) {
    return new ColumnsFormat(tokenColumn, tagColumn, column, separator, comments, maxTokens);
  }
}
