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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.error.BadDataException;
import org.sparkner.text.TextAnalyzer;
import org.sparkner.text.WhiteSpace;

/**
 * Reads brat's standoff format: a text, and beside it a file of annotations. Of these the
 * text-bound ones count, {@code T1\tPER 0 12\tAda Lovelace}; events, relations, attributes and
 * notes are left out, and so is a span of several parts with more than white space between them,
 * with a warning. Offsets count code points, line ends included (<a
 * href="https://brat.nlplab.org/standoff.html">brat standoff format</a>); whether a CRLF counts one
 * or two is told by the texts that the spans are said to cover.
 */
final class BratReader {
  private static final Pattern TEXT_BOUND =
      Pattern.compile("T[^\\t]*\\t(\\S+) (\\d+ \\d+(?:;\\d+ \\d+)*)(?:\\t(.*))?");

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
   * @throws MalformedRecordException naming file and line of what is malformed
   * @throws BadDataException if a file cannot be read
   */
  static List<LabeledSentence> read(
      InputStream text,
      InputStream annotations,
      String name,
      TextAnalyzer analyzer,
      Consumer<String> warnings) {
    String document = decode(text, name);
    BiConsumer<Mark, String> problems =
        (mark, problem) -> warnings.accept(name + ":" + mark.line() + ": " + problem);
    List<Annotation> annotated = annotations(annotations, name);
    MarkPlacing placing = new MarkPlacing(null);
    IntUnaryOperator indices =
        placing
            .settle(
                document, annotated.stream().map(Annotation::mark).toList(), OffsetUnit.CODE_POINTS)
            .indices(document);
    List<Mark> marks = new ArrayList<>();
    for (Annotation annotation : annotated) {
      if (annotation.isOne(document, indices)) {
        marks.add(annotation.mark());
      } else {
        problems.accept(
            annotation.mark(), "found a span of several parts, expected one; left out.");
      }
    }
    List<PlacedMark> placed = placing.place(document, marks, indices, problems);
    return SpanAligner.alignSpans(
        document,
        placed.stream().map(PlacedMark::span).toList(),
        analyzer,
        (problem, span) -> problems.accept(placed.get(span).mark(), problem));
  }

  /**
   * A text-bound annotation.
   *
   * @param mark from the begin of its first part to the end of its last
   * @param gaps from the end of each part but the last to the begin of the next
   */
  private record Annotation(Mark mark, List<int[]> gaps) {
    /** Whether its parts are one: brat parts what goes over a line end. */
    boolean isOne(String text, IntUnaryOperator indices) {
      return gaps.stream()
          .allMatch(
              gap -> {
                int begin = indices.applyAsInt(gap[0]);
                int end = indices.applyAsInt(gap[1]);
                return begin >= 0
                    && begin <= end
                    && end <= text.length()
                    && WhiteSpace.isAll(text, begin, end);
              });
    }
  }

  private static List<Annotation> annotations(InputStream annotations, String name) {
    List<Annotation> found = new ArrayList<>();
    try (LineReader lines = new LineReader(annotations, name)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.startsWith("T")) {
          Matcher parts = TEXT_BOUND.matcher(line);
          if (!parts.matches()) {
            throw malformed(
                lines, "'" + line + "'", "a line such as T1<tab>PER 0 12<tab>Ada Lovelace");
          }
          found.add(annotation(parts, lines));
        }
      }
    }
    return found;
  }

  private static Annotation annotation(Matcher parts, LineReader lines) {
    List<int[]> gaps = new ArrayList<>();
    try {
      int end = -1;
      for (String part : parts.group(2).split(";")) {
        String[] offsets = part.split(" ");
        if (end >= 0) {
          gaps.add(new int[] {end, Integer.parseInt(offsets[0])});
        }
        end = Integer.parseInt(offsets[1]);
      }
      int begin = Integer.parseInt(parts.group(2).split(" ")[0]);
      return new Annotation(
          new Mark(begin, end, parts.group(1), parts.group(3), lines.number()), gaps);
    } catch (NumberFormatException e) {
      throw malformed(lines, "a span at " + parts.group(2), "numbers of characters");
    }
  }

  private static MalformedRecordException malformed(
      LineReader lines, String found, String expected) {
    return new MalformedRecordException(lines.error(found, expected), "", 1);
  }

  private static String decode(InputStream text, String name) {
    try (text) {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(text.readAllBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadDataException(
          name + ": found a text that is not UTF-8, expected UTF-8; convert the .txt file.", e);
    } catch (IOException e) {
      throw InputFile.unreadable(name, e);
    }
  }
}
