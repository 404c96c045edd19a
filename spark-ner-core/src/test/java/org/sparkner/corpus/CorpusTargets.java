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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;
import org.sparkner.text.TextAnalyzer;

/** Any bytes in place of a corpus. */
public final class CorpusTargets {
  private static final TextAnalyzer ENGLISH = TextAnalyzer.forLanguage("en");
  private static final CorpusFormat ENAMEX = new EnamexFormat(ENGLISH);
  private static final CorpusFormat CONLLU_MENTIONS =
      RegisteredFormat.CONLLU.with(CorpusOptions.DEFAULT.with().tagColumn("ENTITY").build());

  private CorpusTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "columns", CorpusTargets::columns,
        "conllu", CorpusTargets::conllu,
        "conllu-mentions", CorpusTargets::conlluMentions,
        "json-lines", CorpusTargets::jsonLines,
        "enamex", CorpusTargets::enamex,
        "brat", CorpusTargets::brat);
  }

  private static void columns(byte[] file) {
    read(ColumnsFormat.DETECT, file);
  }

  private static void conllu(byte[] file) {
    read(new ConlluFormat("UPOS"), file);
  }

  private static void conlluMentions(byte[] file) {
    read(CONLLU_MENTIONS, file);
  }

  private static void jsonLines(byte[] file) {
    read(JsonLinesFormat.ENGLISH, file);
  }

  private static void enamex(byte[] file) {
    read(ENAMEX, file);
  }

  private static void brat(byte[] file) {
    // The text up to the first zero, then the annotations.
    int text = 0;
    while (text < file.length && file[text] != 0) {
      text++;
    }
    int marks = Math.min(text + 1, file.length);
    ByteArrayInputStream texts = new ByteArrayInputStream(file, 0, text);
    ByteArrayInputStream annotations = new ByteArrayInputStream(file, marks, file.length - marks);
    List<LabeledSentence> sentences =
        Outcome.readOrRefused(
            () -> new ArrayList<>(BratReader.read(texts, annotations, "a.ann", ENGLISH, w -> {})));
    requireWhole(sentences);
  }

  private static void read(CorpusFormat format, byte[] file) {
    List<String> warnings = new ArrayList<>();
    List<LabeledSentence> sentences =
        Outcome.readOrRefused(() -> Corpora.readDocuments(format, file, warnings));
    requireWhole(sentences);
    assertThat(warnings).allSatisfy(line -> assertThat(line).isNotBlank().doesNotContain("\n"));
  }

  private static void requireWhole(List<LabeledSentence> sentences) {
    if (sentences == null) {
      return;
    }
    for (LabeledSentence sentence : sentences) {
      assertThat(sentence.tokens()).isNotEmpty().doesNotContain("");
      assertThat(sentence.tags()).hasSameSizeAs(sentence.tokens());
    }
  }
}
