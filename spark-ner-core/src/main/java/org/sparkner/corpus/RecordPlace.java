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

import com.fasterxml.jackson.databind.JsonNode;
import org.sparkner.error.BadDataException;

/**
 * Where in its file a record stands: the line, and in an array, which may be one line, the record
 * too.
 */
final class RecordPlace {
  private final LineReader lines;
  private long number;
  private String record = "";

  RecordPlace(LineReader lines) {
    this.lines = lines;
  }

  /** Goes to the next record, the one that the line last read ends. */
  void next(JsonNode json, boolean inArray) {
    number++;
    JsonNode id = json.path("id");
    record =
        inArray ? ": record " + number + (id.isValueNode() ? " (id " + id.asText() + ")" : "") : "";
  }

  /** Counts a record that is no JSON. */
  void skip() {
    number++;
    record = "";
  }

  /** How many records there were. */
  long number() {
    return number;
  }

  /** A complaint about the record. */
  BadDataException error(String found, String expected) {
    return new BadDataException(this + ": found " + found + ", expected " + expected + ".");
  }

  @Override
  public String toString() {
    return lines.name() + ":" + lines.number() + record;
  }
}
