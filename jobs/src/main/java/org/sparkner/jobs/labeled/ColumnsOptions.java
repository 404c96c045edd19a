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

package org.sparkner.jobs.labeled;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sparkner.corpus.ColumnsFormat;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import picocli.CommandLine.Option;

/** Where tokens and tags are in CoNLL columns, and which lines are comments. */
@HelpGroup("Reading the data")
public final class ColumnsOptions {
  @Option(
      names = "--token-column",
      paramLabel = "N",
      description = "conll: column of the token, from 0; -1 is the last.")
  private Integer tokenColumn;

  @Option(
      names = "--tag-column",
      paramLabel = "COLUMN",
      description =
          "conll: column of the tag. conllu: UPOS (the default), XPOS, DEPREL, ENTITY or"
              + " MISC:key.")
  private String tagColumn;

  @Option(
      names = "--comments",
      defaultValue = "auto",
      paramLabel = "WHICH",
      description = "conll: comments: auto, hash (all) or none (${DEFAULT-VALUE}).")
  private String comments;

  /** Column of the token, or null. */
  String tokenColumn() {
    return tokenColumn == null ? null : tokenColumn.toString();
  }

  /** Column of the tag as the user gave it, or null. */
  String tagColumn() {
    return tagColumn;
  }

  /**
   * Which lines are comments.
   *
   * @throws UsageException for what is none of the values
   */
  ColumnsFormat.Comments comments() {
    return ColumnsFormat.Comments.named(comments)
        .orElseThrow(
            () -> new UsageException("--comments takes auto, hash or none, found " + comments));
  }

  /** As options of the source {@code conll}. */
  public Map<String, String> ofSource() {
    Map<String, String> options = new LinkedHashMap<>();
    comments();
    options.put("comments", comments);
    if (tokenColumn != null) {
      options.put("tokenColumn", tokenColumn.toString());
    }
    if (tagColumn != null) {
      options.put("tagColumn", tagColumn);
    }
    return options;
  }
}
