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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sparkner.error.BadDataException;

/**
 * The sentences of a column file with all columns of their tokens, whether they have tags or not.
 * For readers that need more than a token and its tag; others want {@link CorpusReader}. Not safe
 * for several threads.
 */
public final class ColumnsSentences implements Closeable {
  private final ColumnsLineReader lines;
  private final int columns;
  private final int maxTokens;
  private final Consumer<String> warnings;
  private final List<ColumnsLine.Token> tokens = new ArrayList<>();
  private final RecordLines record = new RecordLines();
  private final TagPlaces places = new TagPlaces();
  private int document;
  private long firstLine;
  private boolean begun;
  private boolean startPending;
  private BadDataException failure;

  /** What stands between two ends of sentences. */
  public sealed interface Part {
    /** Number of the document, from 1; 0 before the first document start. */
    int document();
  }

  /**
   * A document-start line.
   *
   * @param text the line as it stands
   */
  public record DocumentStart(int document, String text) implements Part {}

  /**
   * A sentence.
   *
   * @param tokens its token lines, at least one
   * @param line of the first of them, from 1
   */
  public record Sentence(int document, List<ColumnsLine.Token> tokens, long line) implements Part {}

  /**
   * Opens a file.
   *
   * @param columns columns that every token line must have; 0 for as many as the first one has
   * @param warnings receives what is odd but can be read, one line each with file and line
   */
  public ColumnsSentences(
      CorpusFile file, ColumnsFormat format, int columns, Consumer<String> warnings) {
    this.lines = new ColumnsLineReader(file.open(), file.name(), format);
    this.columns = columns;
    this.maxTokens = format.maxTokens();
    this.warnings = warnings;
  }

  /**
   * The next part, or null after the last.
   *
   * @throws MalformedRecordException if the next sentence is malformed; another call goes on with
   *     what stands after it
   */
  public Part next() {
    if (failure != null) {
      throw failure;
    }
    try {
      return startPending ? begin() : read();
    } catch (MalformedRecordException e) {
      throw e;
    } catch (BadDataException e) {
      if (!record.isMalformed()) {
        throw e;
      }
      failure = e;
      tokens.clear();
      throw record.malformed(document);
    }
  }

  private Part read() {
    for (ColumnsLine line = lines.next(); line != null; line = lines.next()) {
      if (!begun) {
        begun = true;
        lines.warning().ifPresent(warnings);
      }
      if (line instanceof ColumnsLine.Blank) {
        if (!record.isEmpty()) {
          return end();
        }
      } else if (line instanceof ColumnsLine.DocumentStart) {
        if (record.isEmpty()) {
          return begin();
        }
        startPending = true;
        return end();
      } else {
        take(line);
      }
    }
    return record.isEmpty() ? null : end();
  }

  private DocumentStart begin() {
    startPending = false;
    document++;
    return new DocumentStart(document, lines.text());
  }

  private void take(ColumnsLine line) {
    if (line instanceof ColumnsLine.Comment) {
      return;
    }
    record.add(lines.text());
    if (record.isMalformed()) {
      return;
    }
    if (line instanceof ColumnsLine.Token token) {
      add(token);
    } else if (line instanceof ColumnsLine.EmptyToken empty) {
      warnings.accept(
          lines.place()
              + ": found an empty token, expected one; read as the replacement character U+FFFD.");
      add(new ColumnsLine.Token(ColumnsLine.EmptyToken.TOKEN, empty.tag(), empty.fields()));
    } else if (line instanceof ColumnsLine.Malformed bad) {
      record.complain(lines.error(bad.found(), bad.expected()));
    }
  }

  private void add(ColumnsLine.Token token) {
    if (columns > 0 && token.fields().size() != columns) {
      record.complain(
          lines.error(
              token.fields().size() + " columns", columns + ", as the option columns names them"));
    } else if (tokens.size() == maxTokens) {
      record.complain(
          lines.error(
              "a sentence of more than " + maxTokens + " tokens",
              "a blank line between sentences"));
    } else {
      firstLine = tokens.isEmpty() ? lines.number() : firstLine;
      tokens.add(token);
      if (token.tag() != null) {
        places.see(token.tag(), lines::place);
      }
    }
  }

  private Sentence end() {
    Sentence sentence = new Sentence(document, List.copyOf(tokens), firstLine);
    tokens.clear();
    if (record.isMalformed()) {
      throw record.malformed(document);
    }
    record.clear();
    return sentence;
  }

  /** The attribute among the columns of a token; null where the format names none. */
  String attribute(ColumnsLine.Token token) {
    return lines.attribute(token.fields());
  }

  /** A complaint about a line, naming file and line. */
  BadDataException error(long number, String found, String expected) {
    return lines.error(number, found, expected);
  }

  /** File and line of the line last read, for messages. */
  String place() {
    return lines.place();
  }

  /** File and line where a tag came first; null where that is not known. */
  public String placeOf(String tag) {
    return places.of(tag);
  }

  @Override
  public void close() {
    lines.close();
  }
}
