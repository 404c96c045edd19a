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

package org.sparkner.jobs.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.jobs.files.TextFile;
import org.sparkner.view.Page;
import org.sparkner.view.PageParts;

/** A report as a page for a browser, put together section by section. */
public final class ReportPage {
  /** Sentences in which two models differ that are shown. */
  private static final int SENTENCES = 1000;

  private static final String CHARTS = "echarts/echarts.common.min.js";

  private final Map<String, Object> sections = new LinkedHashMap<>();
  private final String title;

  private ReportPage(String title) {
    this.title = title;
  }

  /**
   * A report.
   *
   * @param kind what it is, such as {@code Spark NER evaluation}
   * @param subject what it is of
   */
  public static ReportPage of(String kind, String subject) {
    ReportPage page = new ReportPage(kind + ": " + subject);
    page.sections.put("kind", kind);
    page.sections.put("subject", subject);
    return page;
  }

  /** The command that repeats what is reported. */
  public ReportPage command(String command) {
    sections.put("command", command);
    return this;
  }

  /** What there is to say of the model, in this order. */
  public ReportPage facts(Map<String, String> facts) {
    sections.put("facts", facts);
    return this;
  }

  /** How a training went. */
  public ReportPage training(TrainingSection training) {
    sections.put("training", training.toMap());
    return this;
  }

  /** The scores of a model. */
  public ReportPage evaluation(Evaluation evaluation, SpanKnowledge knowledge) {
    sections.put("evaluation", new EvaluationSection(evaluation, knowledge).toMap());
    return this;
  }

  /** Two models beside each other. */
  public ReportPage comparison(ModelComparison comparison) {
    sections.put("comparison", comparison.toPage(SENTENCES));
    return this;
  }

  /** Writes the page. */
  public void write(Path file) throws IOException {
    PageParts parts =
        new PageParts(
            PageParts.text(ReportPage.class, "report.html"),
            List.of(PageParts.sharedStyle(), PageParts.text(ReportPage.class, "report.css")),
            List.of(
                PageParts.text(ReportPage.class, CHARTS),
                PageParts.sharedScript(),
                PageParts.text(ReportPage.class, "charts.js"),
                PageParts.text(ReportPage.class, "report.js")));
    try (Page page = Page.open(TextFile.open(file), title, parts)) {
      page.data("report", sections);
    }
  }
}
