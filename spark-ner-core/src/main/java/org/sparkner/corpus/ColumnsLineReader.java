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

import java.io.Closeable;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.sparkner.error.BadDataException;

/**
 * The lines of a column file, each taken for what it is; the layout is settled by the first of
 * them. Not safe for several threads.
 */
final class ColumnsLineReader implements Closeable {
  /** Lines before which a token line must have come. */
  private static final int MAX_SAMPLE = 10_000;

  private final LineReader lines;
  private final ColumnsFormat format;
  private final Deque<Line> sample = new ArrayDeque<>();
  private ColumnsLayout layout;
  private Line current = new Line(0, "");
  private boolean first = true;

  private record Line(long number, String text) {}

  /**
   * @param in UTF-8, plain or gzipped; closed with this reader
   * @param name of the file, for messages
   */
  ColumnsLineReader(InputStream in, String name, ColumnsFormat format) {
    this.lines = new LineReader(in, name);
    this.format = format;
  }

  /**
   * The next line, or null after the last; null at once where no line holds a token.
   *
   * @throws BadDataException if the bytes are no text, or the format names a column that the file
   *     does not have
   */
  ColumnsLine next() {
    if (layout == null && !settleLayout()) {
      return null;
    }
    if (!sample.isEmpty()) {
      current = sample.remove();
      return parse();
    }
    String text = lines.next();
    if (text == null) {
      return null;
    }
    current = new Line(lines.number(), text);
    return parse();
  }

  private ColumnsLine parse() {
    ColumnsLine line = layout.parse(current.text(), first);
    first =
        line instanceof ColumnsLine.Blank
            || line instanceof ColumnsLine.DocumentStart
            || (first && line instanceof ColumnsLine.Comment);
    return line;
  }

  /** Whether the lines have a column of tags; known once a line was read. */
  boolean hasTags() {
    return layout.hasTags();
  }

  /**
   * What to warn of in the columns that were found, once a line was read.
   *
   * @return one line that names the file, if there is reason to
   */
  Optional<String> warning() {
    return layout != null && layout.isConllu() && format.tagColumn() == null
        ? Optional.of(
            lines.name()
                + ": found CoNLL-U under another name; its UPOS are read as tags. Name another"
                + " column if they are not what is needed.")
        : Optional.empty();
  }

  /** The further label among the columns of a token; null where the format names none. */
  String attribute(List<String> fields) {
    return layout.attributeColumn() < 0 ? null : fields.get(layout.attributeColumn());
  }

  /** The line that {@link #next} last read, as it stands. */
  String text() {
    return current.text();
  }

  /** A complaint about the line that {@link #next} last read, naming file and line. */
  BadDataException error(String found, String expected) {
    return lines.error(current.number(), found, expected);
  }

  /** A complaint about a line, naming file and line. */
  BadDataException error(long number, String found, String expected) {
    return lines.error(number, found, expected);
  }

  /** The number of the line that {@link #next} last read, from 1. */
  long number() {
    return current.number();
  }

  /** The name and the number of the line that {@link #next} last read, as {@code name:number}. */
  String place() {
    return lines.name() + ":" + current.number();
  }

  private boolean settleLayout() {
    List<String> texts = new ArrayList<>();
    int tokenLines = 0;
    while (tokenLines < ColumnsLayout.SAMPLE_LINES && texts.size() < MAX_SAMPLE) {
      String text = lines.next();
      if (text == null) {
        break;
      }
      sample.add(new Line(lines.number(), text));
      texts.add(text);
      tokenLines += ColumnsLayout.isBlank(text) || text.startsWith("#") ? 0 : 1;
    }
    layout = ColumnsLayout.detect(texts, format, lines.name());
    return layout != null;
  }

  @Override
  public void close() {
    lines.close();
  }
}
