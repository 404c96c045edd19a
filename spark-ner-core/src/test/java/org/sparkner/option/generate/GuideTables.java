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

package org.sparkner.option.generate;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.OptionGroup;
import org.sparkner.option.Options;

/** The tables of params in a document, between two comments that name the group. */
final class GuideTables {
  static final String PATH = "docs/SPARK.md";

  private static final Pattern TABLE =
      Pattern.compile("(<!-- params of (\\w+) -->\n).*?(<!-- end of params -->\n)", Pattern.DOTALL);

  private GuideTables() {}

  /** The document with new tables in place of those that it has. */
  static String in(String document) {
    return TABLE
        .matcher(document)
        .replaceAll(
            (MatchResult found) ->
                Matcher.quoteReplacement(
                    found.group(1) + "\n" + table(found.group(2)) + "\n" + found.group(3)));
  }

  private static String table(String name) {
    OptionGroup group =
        Options.GROUPS.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow();
    StringBuilder table = new StringBuilder("| param | default | |\n|---|---|---|\n");
    for (DeclaredOption<?> option : group.params()) {
      table.append("| `").append(option.name()).append("` | ");
      table.append(option.defaultText().map(text -> "`" + text + "`").orElse("not set"));
      table.append(" | ").append(option.doc()).append(" |\n");
    }
    return table.toString();
  }
}
