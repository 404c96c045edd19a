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

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.eval.Markdown;
import org.sparkner.eval.Reliability;
import org.sparkner.jobs.files.Charts;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.files.TextFile;
import org.sparkner.jobs.report.Evaluation;
import org.sparkner.jobs.report.ModelComparison;
import org.sparkner.jobs.report.ReportPage;
import org.sparkner.jobs.report.SpanKnowledge;

/** The files of {@code evaluate --report}, which appear together. */
final class ReportFiles {
  private static final String PAGE = "report.html";
  private static final String JSON = "report.json";
  private static final String CHART = "reliability.png";
  private static final String ERRORS = "errors.md";

  /** Kinds of errors that the report names; all of them head their own file. */
  private static final int KINDS = 5;

  private ReportFiles() {}

  /**
   * Writes report.html, report.md, report.json, errors.md with the wrong spans, predictions.conll
   * with a line {@code token gold predicted} a token, as conlleval reads it, and reliability.png
   * where the predictions have confidences.
   *
   * @param known what is known of the words of a wrong span
   */
  static void write(
      Evaluation evaluation, SpanKnowledge known, ReportPage page, OutputDirectory directory) {
    write(files -> writeHere(evaluation, known, page, files), directory);
  }

  /** Writes report.html and report.json with what two models find differently. */
  static void write(ModelComparison comparison, ReportPage page, OutputDirectory directory) {
    write(
        files -> {
          page.write(files.resolve(PAGE));
          writeJson(files.resolve(JSON), comparison.toMap());
          return List.of(PAGE, JSON);
        },
        directory);
  }

  /** Writes files of this machine and gives their names. */
  private interface Writing {
    List<String> into(Path directory) throws IOException;
  }

  private static void write(Writing writing, OutputDirectory directory) {
    try (TemporaryDirectory files = TemporaryDirectory.named("spark-ner-report")) {
      directory.write(
          place -> {
            List<String> names = writing.into(files.path());
            place.makeDirectories();
            for (String name : names) {
              place.child(name).copyFrom(files.path().resolve(name));
            }
          });
    }
    directory.publish();
  }

  private static List<String> writeHere(
      Evaluation evaluation, SpanKnowledge known, ReportPage page, Path files) throws IOException {
    page.write(files.resolve(PAGE));
    TextFile.write(
        files.resolve("report.md"), evaluation.report().toMarkdown() + errors(evaluation));
    writeJson(files.resolve(JSON), evaluation.toMap());
    new ErrorsFile(evaluation, known).write(files.resolve(ERRORS));
    writePredictions(files.resolve("predictions.conll"), evaluation);
    List<String> names =
        new ArrayList<>(List.of(PAGE, "report.md", JSON, ERRORS, "predictions.conll"));
    Reliability reliability = evaluation.report().reliability();
    if (reliability.predictions() > 0
        && Charts.draw(files.resolve(CHART), file -> ReliabilityChart.draw(reliability, file))) {
      names.add(CHART);
    }
    return names;
  }

  private static void writeJson(Path file, Map<String, Object> scores) throws IOException {
    TextFile.write(file, new ObjectMapper().writeValueAsString(scores) + "\n");
  }

  private static String errors(Evaluation evaluation) {
    String kinds =
        ErrorsFile.kinds(evaluation.mistakes()).stream()
            .limit(KINDS)
            .map(kind -> kind.getValue().size() + " " + Markdown.escaped(kind.getKey()))
            .collect(Collectors.joining("; "));
    return "\n## Wrong spans\n\n"
        + (kinds.isEmpty() ? "None: " : "The commonest: " + kinds + ". All in their sentences: ")
        + "["
        + ERRORS
        + "]("
        + ERRORS
        + ").\n";
  }

  private static void writePredictions(Path file, Evaluation evaluation) throws IOException {
    try (Writer out = TextFile.open(file)) {
      Iterator<List<String>> predicted = evaluation.predicted().iterator();
      for (LabeledSentence sentence : evaluation.gold()) {
        List<String> tags = predicted.next();
        for (int i = 0; i < sentence.size(); i++) {
          out.write(TextFile.column(sentence.tokens().get(i)));
          out.write(" " + TextFile.column(sentence.tags().get(i)));
          out.write(" " + TextFile.column(tags.get(i)) + "\n");
        }
        out.write("\n");
      }
    }
  }
}
