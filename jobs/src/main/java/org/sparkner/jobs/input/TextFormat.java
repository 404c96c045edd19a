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

package org.sparkner.jobs.input;

import java.util.Locale;
import java.util.Map;
import org.sparkner.corpus.RegisteredFormat;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;

/** How text to be tagged is written. */
public enum TextFormat {
  /** A document a file. */
  TEXT,
  /** A document a line. */
  LINES,
  /** One JSON object per line. */
  JSONL,
  /** Comma-separated, or by tabs, with a header; quoted fields may hold line ends. */
  CSV,
  PARQUET,
  /** CoNLL columns: sentences that are split into tokens already. */
  CONLL;

  /** What has labels but can be tagged too. */
  private static final Map<RegisteredFormat, TextFormat> LABELED =
      Map.of(RegisteredFormat.CONLL, CONLL, RegisteredFormat.JSONL, JSONL);

  /**
   * The format that the name's ending says.
   *
   * @throws UsageException if it says nothing
   */
  public static TextFormat of(Location input) {
    TextFormat named = ofName(input.name());
    if (named == null) {
      throw new UsageException(
          "--input-format is missing, and the name "
              + input
              + " does not say whether it is text, lines, jsonl, csv, parquet or conll");
    }
    return named;
  }

  /** Whether the name's ending says a format. */
  static boolean isNamed(String name) {
    return ofName(name) != null;
  }

  private static TextFormat ofName(String whole) {
    String name = whole.toLowerCase(Locale.ROOT).replaceAll("(\\.gz|\\.bz2)?/*$", "");
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "txt" -> TEXT;
      case "csv", "tsv" -> CSV;
      case "parquet" -> PARQUET;
      default -> RegisteredFormat.ofFile(name).map(LABELED::get).orElse(null);
    };
  }
}
