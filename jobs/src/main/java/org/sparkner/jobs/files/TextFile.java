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

package org.sparkner.jobs.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes text as UTF-8, with U+FFFD for what UTF-8 cannot say: half of a surrogate pair. The
 * methods of {@link Files} end with an exception there, after all of the work that the file is to
 * hold.
 */
public final class TextFile {
  private static final String REPLACEMENT = "\uFFFD";

  private TextFile() {}

  /** A writer, to be closed. */
  public static Writer open(Path file, OpenOption... options) throws IOException {
    CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT.getBytes(StandardCharsets.UTF_8));
    return new BufferedWriter(
        new OutputStreamWriter(Files.newOutputStream(file, options), encoder));
  }

  /** Writes a text. */
  public static void write(Path file, CharSequence text, OpenOption... options) throws IOException {
    try (Writer out = open(file, options)) {
      out.append(text);
    }
  }

  /** Writes lines. */
  public static Path write(Path file, List<String> lines) throws IOException {
    try (Writer out = open(file)) {
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
    return file;
  }

  /**
   * A token or tag as a column that white space ends, in the eyes of whatever program: {@code _}
   * for white space of any kind, U+FFFD for control characters.
   */
  public static String column(String text) {
    StringBuilder column = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                column.appendCodePoint(
                    Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85
                        ? '_'
                        : Character.isISOControl(c) ? REPLACEMENT.charAt(0) : c));
    return column.toString();
  }
}
