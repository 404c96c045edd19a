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

package org.sparkner.jobs.evaluate;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.eval.Markdown;
import org.sparkner.jobs.files.TextFile;
import org.sparkner.jobs.report.Evaluation;
import org.sparkner.jobs.report.Mistake;
import org.sparkner.jobs.report.SpanKnowledge;
import org.sparkner.tags.Span;

/**
 * Writes the wrong spans of an evaluation in their sentences, as Markdown that reads as well in a
 * terminal: by kinds, the commonest first, and of a kind the most confident first.
 */
final class ErrorsFile {
  /** Tokens of a sentence that are shown before and after a span. */
  private static final int CONTEXT = 15;

  /** Tokens that are shown at either end of a longer span. */
  private static final int ENDS = 10;

  /** Code points that are shown of a token. */
  private static final int LONGEST_TOKEN = 60;

  private static final String MORE = "…";

  private final Evaluation evaluation;
  private final SpanKnowledge known;

  ErrorsFile(Evaluation evaluation, SpanKnowledge known) {
    this.evaluation = evaluation;
    this.known = known;
  }

  void write(Path file) throws IOException {
    List<Map.Entry<String, List<Mistake>>> kinds = kinds(evaluation.mistakes());
    try (Writer out = TextFile.open(file)) {
      out.write("# Wrong spans\n\n");
      out.write(summary());
      if (!kinds.isEmpty()) {
        out.write("| kind | count |\n|:--|--:|\n");
        for (int i = 0; i < kinds.size(); i++) {
          String name = Markdown.escaped(kinds.get(i).getKey());
          int count = kinds.get(i).getValue().size();
          out.write(format("| [%s](#kind-%d) | %d |\n", name, i + 1, count));
        }
      }
      for (int i = 0; i < kinds.size(); i++) {
        String name = Markdown.escaped(kinds.get(i).getKey());
        out.write(format("\n<a id=\"kind-%d\"></a>\n\n", i + 1));
        out.write(format("## %s: %d\n", name, kinds.get(i).getValue().size()));
        for (Mistake mistake : kinds.get(i).getValue()) {
          write(mistake, out);
        }
      }
    }
  }

  private String summary() {
    List<Mistake> mistakes = evaluation.mistakes();
    long sentences = mistakes.stream().mapToInt(Mistake::sentence).distinct().count();
    return mistakes.isEmpty()
        ? format("None in %,d sentences.\n", evaluation.gold().size())
        : format(
            "%,d in %,d of %,d sentences. A gold span and the predicted one that overlaps it count"
                + " once.%s\n\n",
            mistakes.size(), sentences, evaluation.gold().size(), known.hint());
  }

  /** The kinds of mistakes, the commonest first. */
  static List<Map.Entry<String, List<Mistake>>> kinds(List<Mistake> mistakes) {
    Map<String, List<Mistake>> kinds = new TreeMap<>();
    for (Mistake mistake : mistakes) {
      kinds.computeIfAbsent(mistake.error().kind(), kind -> new ArrayList<>()).add(mistake);
    }
    List<Map.Entry<String, List<Mistake>>> sorted = new ArrayList<>(kinds.entrySet());
    sorted.sort(Comparator.comparingInt(kind -> -kind.getValue().size()));
    Comparator<Mistake> byConfidence =
        Comparator.comparingDouble(
            mistake -> Double.isNaN(mistake.confidence()) ? 0 : -mistake.confidence());
    sorted.forEach(kind -> kind.getValue().sort(byConfidence));
    return sorted;
  }

  private void write(Mistake mistake, Writer out) throws IOException {
    LabeledSentence sentence = evaluation.gold().get(mistake.sentence());
    Span gold = mistake.error().gold();
    Span predicted = mistake.error().predicted();
    String place = evaluation.places().get(mistake.sentence());
    String words = known.of(sentence, gold == null ? predicted : gold);
    out.write(
        format(
            "\n- %s, sentence %d%s\n",
            Markdown.escaped(place),
            mistake.sentence() + 1,
            words.isEmpty() ? "" : ", " + Markdown.escaped(words)));
    boolean once = mistake.error().sameBoundaries();
    out.write(
        gold == null
            ? "  - gold: nothing\n"
            : format(
                "  - gold %s: %s\n",
                Markdown.escaped(gold.type()), shown(sentence.tokens(), gold)));
    out.write(
        predicted == null
            ? "  - predicted: nothing\n"
            : format(
                "  - predicted %s%s%s\n",
                Markdown.escaped(predicted.type()),
                Double.isNaN(mistake.confidence())
                    ? ""
                    : format(", confidence %.2f", mistake.confidence()),
                once ? "" : ": " + shown(sentence.tokens(), predicted)));
  }

  /** The sentence around a span, which is in bold. */
  private static String shown(List<String> tokens, Span span) {
    int from = Math.max(0, span.begin() - CONTEXT);
    int to = Math.min(tokens.size(), span.end() + CONTEXT);
    List<String> words = new ArrayList<>();
    if (from > 0) {
      words.add(MORE);
    }
    for (int i = from; i < to; i++) {
      if (i == span.begin() + ENDS && i < span.end() - ENDS) {
        words.add(MORE);
        i = span.end() - ENDS;
      }
      String word = Markdown.escaped(shortened(tokens.get(i)));
      words.add((i == span.begin() ? "**" : "") + word + (i == span.end() - 1 ? "**" : ""));
    }
    if (to < tokens.size()) {
      words.add(MORE);
    }
    return String.join(" ", words);
  }

  private static String shortened(String token) {
    return token.codePointCount(0, token.length()) <= LONGEST_TOKEN
        ? token
        : token.substring(0, token.offsetByCodePoints(0, LONGEST_TOKEN)) + MORE;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
