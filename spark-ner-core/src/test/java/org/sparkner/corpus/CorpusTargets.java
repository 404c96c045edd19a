package org.sparkner.corpus;

import java.util.Map;
import java.util.function.Consumer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.sparkner.error.Outcome;
import org.sparkner.text.TextAnalyzer;

/** Any bytes in place of a corpus. */
public final class CorpusTargets {
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
    read(RegisteredFormat.CONLLU.with(
            CorpusOptions.DEFAULT.with().tagColumn("ENTITY").build()), file);
  }

  private static void jsonLines(byte[] file) {
    read(JsonLinesFormat.ENGLISH, file);
  }

  private static void enamex(byte[] file) {
    read(new EnamexFormat(TextAnalyzer.forLanguage("en")), file);
  }

  private static void brat(byte[] file) {
    // The text up to the first zero, then the annotations.
    int text = 0;
    while (text < file.length && file[text] != 0) {
      text++;
    }
    int marks = Math.min(text + 1, file.length);
    ByteArrayInputStream texts = new ByteArrayInputStream(file, 0, text);
    ByteArrayInputStream annotations =
        new ByteArrayInputStream(file, marks, file.length - marks);
    List<LabeledSentence> sentences =
        Outcome.readOrRefused(
            () ->
                new ArrayList<>(
                    BratReader.read(
                        texts, annotations, "a.ann", TextAnalyzer.forLanguage("en"), w -> {})));
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
