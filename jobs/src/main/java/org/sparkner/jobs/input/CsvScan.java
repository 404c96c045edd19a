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

import java.util.ArrayList;
import java.util.List;

/** Follows the quotes and fields of CSV, and counts what a writer of that kind would not write. */
final class CsvScan {
  private final char separator;
  private final boolean backslash;
  private final List<String> header = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private State state = State.BEGIN;
  private boolean inHeader = true;
  private boolean blank = true;
  private int fields;
  private long line = 1;
  private long openedAt;
  private long faults;
  private long characters;
  private long nuls;
  private char last;

  private enum State {
    /** At the begin of a field. */
    BEGIN,
    PLAIN,
    QUOTED,
    /** After a backslash within quotes. */
    ESCAPED,
    /** After a quote within quotes: it ends the field or escapes the next. */
    ENDED
  }

  /**
   * @param escape what stands before a quote within quotes: a quote or a backslash
   */
  CsvScan(char separator, char escape) {
    this.separator = separator;
    this.backslash = escape == '\\';
  }

  void next(char c) {
    characters++;
    nuls += c == 0 ? 1 : 0;
    if (characters == 1 && c == '\ufeff') {
      return;
    }
    boolean lineEnd = c == '\n' || c == '\r';
    switch (state) {
      case QUOTED -> {
        if (c == '"') {
          state = State.ENDED;
        } else if (backslash && c == '\\') {
          state = State.ESCAPED;
        } else {
          keep(c);
        }
      }
      case ESCAPED -> {
        if (c != '"' && c != '\\') {
          keep('\\');
        }
        keep(c);
        state = State.QUOTED;
      }
      case ENDED -> {
        if (c == '"' && !backslash) {
          keep(c);
          state = State.QUOTED;
        } else if (c == separator || lineEnd) {
          endField(lineEnd);
        } else {
          faults += Character.isWhitespace(c) ? 0 : 1;
          keep(c);
          state = State.PLAIN;
        }
      }
      case BEGIN, PLAIN -> {
        if (c == separator || lineEnd) {
          endField(lineEnd);
        } else if (c == '"' && state == State.BEGIN) {
          state = State.QUOTED;
          openedAt = line;
          blank = false;
        } else {
          keep(c);
          blank = false;
          state = Character.isWhitespace(c) && state == State.BEGIN ? State.BEGIN : State.PLAIN;
        }
      }
    }
    if (c == '\n' ? last != '\r' : c == '\r') {
      line++;
    }
    last = c;
  }

  private void keep(char c) {
    if (inHeader) {
      field.append(c);
    }
  }

  private void endField(boolean endsLine) {
    fields++;
    if (inHeader) {
      header.add(field.toString());
      field.setLength(0);
    }
    state = State.BEGIN;
    blank &= endsLine;
    if (endsLine) {
      endLine();
    }
  }

  private void endLine() {
    if (blank && fields == 1) {
      if (inHeader) {
        header.clear();
      }
    } else if (inHeader) {
      inHeader = false;
    } else if (fields != header.size()) {
      faults++;
    }
    fields = 0;
    blank = true;
  }

  /** There is no more. */
  void end() {
    if (state == State.QUOTED || state == State.ESCAPED) {
      faults++;
    } else {
      openedAt = 0;
      if (fields > 0 || !blank || state != State.BEGIN) {
        endField(true);
      }
    }
  }

  /** What a writer of this kind would not have written. */
  long faults() {
    return faults;
  }

  /** The line of a quote that is never closed, from 1; 0 if there is none. */
  long openedAt() {
    return openedAt;
  }

  List<String> header() {
    return List.copyOf(header);
  }

  long characters() {
    return characters;
  }

  long nuls() {
    return nuls;
  }
}
