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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import org.sparkner.text.WhiteSpace;

/**
 * Finds the places of marks in their text. What their offsets count is told by the texts that they
 * are said to cover; what one record of a file shows holds for those after it that show nothing.
 * One for a file.
 */
final class MarkPlacing {
  private static final int EXACTLY = 2;

  private final OffsetUnit given;
  private OffsetReading shown;

  /**
   * @param given what offsets count, whoever wrote them; null where that is to be found out
   */
  MarkPlacing(OffsetUnit given) {
    this.given = given;
  }

  /**
   * The reading by which most marks cover what they are said to; in doubt what the file has shown,
   * and before that what the tool is known for.
   *
   * @param evidence marks, and tokens with their texts
   */
  OffsetReading settle(String text, List<Mark> evidence, OffsetUnit tool) {
    OffsetReading usual = shown != null ? shown : OffsetReading.plain(given != null ? given : tool);
    List<OffsetReading> variants = usual.variants(text, given != null);
    OffsetReading best = usual;
    if (variants.size() > 1) {
      int most = -1;
      boolean alone = false;
      for (OffsetReading variant : variants) {
        int score = score(text, evidence, variant.indices(text));
        if (score > most) {
          most = score;
          best = variant;
          alone = true;
        } else if (score == most) {
          alone = false;
        }
      }
      shown = alone ? best : shown;
    }
    return best;
  }

  private static int score(String text, List<Mark> marks, IntUnaryOperator indices) {
    int score = 0;
    for (Mark mark : marks) {
      if (saysText(mark)) {
        String covered = covered(text, span(mark, indices));
        score += covered == null ? 0 : score(covered, mark.text());
      }
    }
    return score;
  }

  private static int score(String covered, String said) {
    return covered.equals(said) ? EXACTLY : CoveredText.isSame(covered, said) ? 1 : 0;
  }

  private static boolean saysText(Mark mark) {
    return mark.text() != null && !mark.text().isEmpty() && !WhiteSpace.isAll(mark.text());
  }

  static TextSpan span(Mark mark, IntUnaryOperator indices) {
    return new TextSpan(
        indices.applyAsInt(mark.begin()), indices.applyAsInt(mark.end()), mark.type());
  }

  /** What a span covers; null if it is not within the text. */
  private static String covered(String text, TextSpan span) {
    return span.begin() < 0 || span.begin() > span.end() || span.end() > text.length()
        ? null
        : text.substring(span.begin(), span.end());
  }

  /** Whether a mark covers something else than it is said to. */
  static boolean isElsewhere(String text, Mark mark, TextSpan span) {
    String covered = covered(text, span);
    return saysText(mark) && (covered == null || !CoveredText.isSame(covered, mark.text()));
  }

  /**
   * The spans of marks.
   *
   * @param problems hears of each mark that covers something else than it is said to, and what
   *     became of it: it is moved if its text stands in one place only, else left out
   */
  List<PlacedMark> place(
      String text, List<Mark> marks, IntUnaryOperator indices, BiConsumer<Mark, String> problems) {
    List<PlacedMark> placed = new ArrayList<>();
    for (Mark mark : marks) {
      TextSpan span = span(mark, indices);
      TextSpan taken = isElsewhere(text, mark, span) ? corrected(text, mark, span, problems) : span;
      if (taken != null) {
        placed.add(new PlacedMark(taken, mark));
      }
    }
    return placed;
  }

  private static TextSpan corrected(
      String text, Mark mark, TextSpan span, BiConsumer<Mark, String> problems) {
    String said = mark.text().strip();
    String covered = covered(text, span);
    String found =
        "found "
            + (covered == null
                ? String.format(
                    Locale.ROOT,
                    "span %s [%d, %d) outside the text",
                    mark.type(),
                    span.begin(),
                    span.end())
                : SpanAligner.quoted(text, span))
            + ", expected the text '"
            + said.replaceAll("\\s+", " ")
            + "' that the file says it covers; ";
    int first = text.indexOf(said);
    if (first >= 0 && text.indexOf(said, first + 1) < 0 && isWhole(text, first, said.length())) {
      TextSpan moved = new TextSpan(first, first + said.length(), mark.type());
      problems.accept(
          mark, found + "moved to [" + first + ", " + moved.end() + "), its only place.");
      return moved;
    }
    if (covered != null && CoveredText.isPart(covered, said)) {
      problems.accept(mark, found + "taken as it stands.");
      return span;
    }
    problems.accept(mark, found + "left out.");
    return null;
  }

  /** Whether no word goes on at either end. */
  private static boolean isWhole(String text, int begin, int length) {
    int end = begin + length;
    return (begin == 0 || !joins(text, begin)) && (end == text.length() || !joins(text, end));
  }

  private static boolean joins(String text, int index) {
    return Character.isLetterOrDigit(text.codePointBefore(index))
        && Character.isLetterOrDigit(text.codePointAt(index));
  }
}
