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

package org.sparkner.jobs.ablate;

/**
 * A text of a user's as a field of a CSV file, and back. Programs for spreadsheets take a field
 * that begins with one of {@code = + - @} for a formula, which may run commands; behind an
 * apostrophe it is a text to them.
 */
final class CsvField {
  private static final String FORMULA = "(?s)[=+@\\t\\r-].*";

  private CsvField() {}

  /** The text in quotes and in one line. */
  static String of(String text) {
    String line = guarded(text).replaceAll("[\\r\\n]+", " ");
    return '"' + line.replace("\"", "\"\"") + '"';
  }

  /** A text that needs no quotes. */
  static String guarded(String text) {
    return text.matches(FORMULA) ? "'" + text : text;
  }

  /** What {@link #of} or {@link #guarded} was given. */
  static String text(String field) {
    boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
    String text = quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    return text.startsWith("'") && text.substring(1).matches(FORMULA) ? text.substring(1) : text;
  }
}
