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

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.error.BadDataException;
import org.sparkner.text.TextAnalyzer;

/**
 * Reads brat's standoff format: a text, and beside it a file of annotations. Of these the
 * text-bound ones count, {@code T1\tPER 0 12\tAda Lovelace}; events, relations, attributes and
 * notes are left out, and so is a span of several parts, with a warning. Offsets count code points,
 * line ends included (<a href="https://brat.nlplab.org/standoff.html">brat standoff format</a>).
 */
public final class BratReader {
  private static final Pattern TEXT_BOUND =
      Pattern.compile("T[^\\t]*\\t(\\S+) (\\d+) (\\d+)((?:;\\d+ \\d+)*)(?:\\t(.*))?");

  private BratReader() {}

  /**
   * The sentences of a document, in IOB2.
   *
   * @param text of the {@code .txt} file, closed here
   * @param annotations of the {@code .ann} file, closed here
   * @param name of the {@code .ann} file, for messages
   * @param analyzer splits the text
   * @param warnings hears of each span that could not be taken as it is, one line each
   * @return none for a text without tokens
   * @throws BadDataException naming file and line of what is malformed
   */
  public static List<LabeledSentence> read(
      InputStream text,
      InputStream annotations,
      String name,
      TextAnalyzer analyzer,
      Consumer<String> warnings) {
    String document = decode(text, name);
    List<Mark> marks = marks(annotations, name, warnings);
    TextOffsets offsets = new TextOffsets(document);
    OffsetUnit unit = Mark.unit(document, marks, OffsetUnit.CODE_POINTS, offsets);
    List<TextSpan> spans = marks.stream().map(mark -> mark.in(offsets, unit)).toList();
    return SpanAligner.align(
        document, spans, analyzer, problem -> warnings.accept(name + ": " + problem));
  }

  private static List<Mark> marks(InputStream annotations, String name, Consumer<String> warnings) {
    List<Mark> marks = new ArrayList<>();
    try (LineReader lines = new LineReader(annotations, name)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.startsWith("T")) {
          Matcher parts = TEXT_BOUND.matcher(line);
          if (!parts.matches()) {
            throw lines.error("'" + line + "'", "a line such as T1<tab>PER 0 12<tab>Ada Lovelace");
          }
          if (parts.group(4).isEmpty()) {
            marks.add(mark(parts, lines));
          } else {
            warnings.accept(
                name
                    + ":"
                    + lines.number()
                    + ": found a span of several parts, wanted one; left out.");
          }
        }
      }
    }
    return marks;
  }

  private static Mark mark(Matcher parts, LineReader lines) {
    try {
      return new Mark(
          Integer.parseInt(parts.group(2)),
          Integer.parseInt(parts.group(3)),
          parts.group(1),
          parts.group(5));
    } catch (NumberFormatException e) {
      throw lines.error("a span from " + parts.group(2) + " to " + parts.group(3), "two numbers");
    }
  }

  private static String decode(InputStream text, String name) {
    try (text) {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(text.readAllBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadDataException(
          name + ": found a text that is not UTF-8, wanted UTF-8; convert the .txt file.", e);
    } catch (IOException e) {
      throw InputFile.unreadable(name, e);
    }
  }
}
