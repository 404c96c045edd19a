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

package org.sparkner.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkner.jobs.console.TypeColours;

/**
 * An entity in its context.
 *
 * @param document where it stands
 * @param before text before it
 * @param entity its text
 * @param after text after it
 * @param type its type
 * @param confidence 0 to 1
 */
record Finding(
    String document, String before, String entity, String after, String type, double confidence) {
  private static final int CONTEXT = 36;

  /**
   * The most confident ones, of all types in turn, no text twice and no document more often than
   * needed.
   *
   * @param tagged with the columns id, text and entities
   */
  static List<Finding> some(Dataset<Row> tagged, int count) {
    List<Row> rows =
        tagged
            .selectExpr("id", "text", "explode(entities) as e")
            .selectExpr(
                "id",
                "substring(text, greatest(e.begin + 1 - 60, 1), least(e.begin, 60)) as before",
                "e.text as entity",
                "substring(text, e.end + 1, 60) as after",
                "e.type as type",
                "e.confidence as confidence")
            // Titles in capitals are poor examples.
            .where("length(e.text) > 3 and e.text != upper(e.text)")
            .orderBy(
                org.apache.spark.sql.functions.col("confidence").desc(),
                org.apache.spark.sql.functions.col("id"),
                org.apache.spark.sql.functions.col("entity"))
            .collectAsList();
    Map<String, List<Finding>> byType = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      Finding finding =
          new Finding(
              row.getString(0),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getDouble(5));
      // One of each type a document, so that many documents show up.
      if (seen.add(finding.entity) && seen.add(finding.document + "\0" + finding.type)) {
        byType.computeIfAbsent(finding.type, type -> new ArrayList<>()).add(finding);
      }
    }
    return inTurn(byType, count);
  }

  private static List<Finding> inTurn(Map<String, List<Finding>> byType, int count) {
    List<Finding> chosen = new ArrayList<>();
    for (int round = 0; chosen.size() < count; round++) {
      int size = chosen.size();
      for (List<Finding> findings : byType.values()) {
        if (round < findings.size() && chosen.size() < count) {
          chosen.add(findings.get(round));
        }
      }
      if (size == chosen.size()) {
        break;
      }
    }
    return chosen;
  }

  /** One line of text, the entity in the middle. */
  String line(boolean coloured) {
    String left = oneLine(before);
    int from = Math.max(0, left.length() - CONTEXT);
    // Not within a surrogate pair.
    left =
        left.substring(from > 0 && Character.isLowSurrogate(left.charAt(from)) ? from + 1 : from);
    String right = oneLine(after);
    int to = Math.min(CONTEXT, right.length());
    right =
        right.substring(0, to > 0 && Character.isHighSurrogate(right.charAt(to - 1)) ? to - 1 : to);
    String name = oneLine(entity);
    String marked = coloured ? TypeColours.paint(type, name) : "[" + name + "]";
    return String.format(
        Locale.ROOT,
        "%-5s %.2f  %" + CONTEXT + "s%s%s  (%s)",
        type,
        confidence,
        left,
        marked,
        right,
        document);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
