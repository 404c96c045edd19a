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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;
import org.sparkner.text.AnalyzedSentence;
import org.sparkner.text.TextAnalyzer;
import org.sparkner.text.WhiteSpace;

/**
 * Turns a text with marked spans into labelled sentences in {@link TagScheme#IOB2}.
 *
 * <p>White space at the ends of a span does not count. A span that begins or ends inside a token is
 * widened to whole tokens; one that holds no token, lies outside the text, or overlaps another is
 * left out: each of these is told to {@code problems}. Two sentences that one span joins become
 * one.
 */
public final class SpanAligner {
  private SpanAligner() {}

  /**
   * The sentences of a text.
   *
   * @param text the text
   * @param spans in any order
   * @param analyzer splits the text
   * @param problems hears of every span that could not be taken as it is, one line each: what was
   *     found, what was expected, what became of it
   * @return none for a text without tokens
   */
  public static List<LabeledSentence> align(
      String text, List<TextSpan> spans, TextAnalyzer analyzer, Consumer<String> problems) {
    return alignSpans(text, spans, analyzer, (problem, span) -> problems.accept(problem));
  }

  /**
   * The sentences of a text whose spans may say what they cover: one that covers something else is
   * moved to the only place of its text or left out, which is told to {@code problems} too.
   *
   * @param spans in any order
   */
  public static List<LabeledSentence> alignAnnotated(
      String text, List<AnnotatedSpan> spans, TextAnalyzer analyzer, Consumer<String> problems) {
    List<Mark> marks =
        spans.stream()
            .map(span -> new Mark(span.begin(), span.end(), span.type(), span.text(), 0))
            .toList();
    MarkPlacing placing = new MarkPlacing(null);
    IntUnaryOperator indices = placing.settle(text, marks, OffsetUnit.CODE_POINTS).indices(text);
    List<TextSpan> placed =
        placing.place(text, marks, indices, (mark, problem) -> problems.accept(problem)).stream()
            .map(PlacedMark::span)
            .toList();
    return align(text, placed, analyzer, problems);
  }

  /**
   * The sentences of a text.
   *
   * @param problems hears also which of the spans each is about
   */
  static List<LabeledSentence> alignSpans(
      String text, List<TextSpan> spans, TextAnalyzer analyzer, ObjIntConsumer<String> problems) {
    List<TextSpan> tokens = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    for (AnalyzedSentence sentence : analyzer.analyze(text)) {
      starts.add(tokens.size());
      for (int i = 0; i < sentence.size(); i++) {
        tokens.add(new TextSpan(sentence.begin(i), sentence.end(i), ""));
      }
    }
    return sentences(text, tokens, starts, spans, problems);
  }

  /**
   * The sentences of a text whose tokens are known.
   *
   * @param tokens in order, not overlapping, none empty; their types do not count
   * @param starts indices of the tokens that begin a sentence, the first 0
   * @return none if there are no tokens
   */
  static List<LabeledSentence> align(
      String text,
      List<TextSpan> spans,
      List<TextSpan> tokens,
      List<Integer> starts,
      ObjIntConsumer<String> problems) {
    return sentences(text, tokens, tokens.isEmpty() ? List.of() : starts, spans, problems);
  }

  private static List<LabeledSentence> sentences(
      String text,
      List<TextSpan> tokens,
      List<Integer> starts,
      List<TextSpan> marked,
      ObjIntConsumer<String> problems) {
    List<Span> spans = tokenSpans(text, tokens, marked, problems);
    List<String> tags = TagScheme.IOB2.tags(spans, tokens.size());
    boolean[] inside = new boolean[tokens.size() + 1];
    for (Span span : spans) {
      Arrays.fill(inside, span.begin() + 1, span.end(), true);
    }
    List<LabeledSentence> sentences = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= starts.size(); i++) {
      int end = i < starts.size() ? starts.get(i) : tokens.size();
      if (!inside[end]) {
        sentences.add(
            new LabeledSentence(
                tokens.subList(begin, end).stream()
                    .map(token -> text.substring(token.begin(), token.end()))
                    .toList(),
                tags.subList(begin, end)));
        begin = end;
      }
    }
    return LabeledSentence.ofDocument(sentences);
  }

  private static List<Span> tokenSpans(
      String text, List<TextSpan> tokens, List<TextSpan> marked, ObjIntConsumer<String> problems) {
    int[] begins = tokens.stream().mapToInt(TextSpan::begin).toArray();
    int[] ends = tokens.stream().mapToInt(TextSpan::end).toArray();
    List<Integer> ordered = new ArrayList<>(IntStream.range(0, marked.size()).boxed().toList());
    ordered.sort(
        Comparator.comparing(
            marked::get,
            Comparator.comparingInt(TextSpan::begin)
                .thenComparing(Comparator.comparingInt(TextSpan::end).reversed())));
    List<Span> spans = new ArrayList<>();
    int free = 0;
    for (int index : ordered) {
      TextSpan mark = marked.get(index);
      if (mark.begin() < 0 || mark.end() > text.length() || mark.begin() >= mark.end()) {
        problems.accept(
            String.format(
                Locale.ROOT,
                "found span %s [%d, %d), expected one within the text of length %d; left out.",
                mark.type(),
                mark.begin(),
                mark.end(),
                text.length()),
            index);
        continue;
      }
      int first = firstAfter(ends, mark.begin());
      int last = firstAtOrAfter(begins, mark.end());
      if (first >= last) {
        problems.accept(
            "found " + quoted(text, mark) + " without a token, expected one; left out.", index);
      } else if (first < free) {
        problems.accept(
            "found " + quoted(text, mark) + " overlapping another span, expected none; left out.",
            index);
      } else {
        TextSpan covered = new TextSpan(begins[first], ends[last - 1], mark.type());
        if (cuts(text, mark, covered)) {
          problems.accept(
              "found "
                  + quoted(text, mark)
                  + ", expected whole tokens; widened to "
                  + quoted(text, covered)
                  + ".",
              index);
        }
        spans.add(new Span(first, last, mark.type()));
        free = last;
      }
    }
    return spans;
  }

  /** Whether a span leaves out a part of the tokens that it touches, or holds more than space. */
  private static boolean cuts(String text, TextSpan mark, TextSpan covered) {
    return mark.begin() > covered.begin()
        || mark.end() < covered.end()
        || !WhiteSpace.isAll(text, mark.begin(), covered.begin())
        || !WhiteSpace.isAll(text, covered.end(), mark.end());
  }

  /** A span with what it covers, for messages. */
  static String quoted(String text, TextSpan span) {
    String part = text.substring(span.begin(), span.end()).replaceAll("\\s+", " ");
    return "span " + span.type() + " '" + part + "' [" + span.begin() + ", " + span.end() + ")";
  }

  /** The first index whose value is greater than {@code value}, in ascending values. */
  private static int firstAfter(int[] values, int value) {
    return firstAtOrAfter(values, value + 1);
  }

  private static int firstAtOrAfter(int[] values, int value) {
    int found = Arrays.binarySearch(values, value);
    return found < 0 ? -found - 1 : found;
  }
}
