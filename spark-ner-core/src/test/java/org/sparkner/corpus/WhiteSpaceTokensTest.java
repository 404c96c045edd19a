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
import static org.sparkner.corpus.Corpora.read;
import static org.sparkner.corpus.Corpora.sentence;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.tags.TagScheme;
import org.sparkner.text.TextAnalyzer;
import org.sparkner.text.WhiteSpace;

/** Tokens of what a splitter puts into no token are none, whoever wrote them. */
class WhiteSpaceTokensTest {
  private static final LabeledSentence EXPECTED =
      sentence("Ada/B-PER Lovelace/I-PER in/O London/B-LOC");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00A0", "\u202F", "\u2007", "\u3000", "\u2003", "\u200B", "\uFEFF", "\u0085", "\u200E",
        "\u2060", "\u00AD", "\u2028"
      })
  void everyFormatReadsTheSameWords(String space) {
    List<String> warnings = new ArrayList<>();
    String spacy =
        """
        {"text": "Ada_Lovelace in London", "ents": [{"start": 0, "end": 12, "label": "PER"},
         {"start": 16, "end": 22, "label": "LOC"}], "tokens": [{"start": 0, "end": 3},
         {"start": 3, "end": 4}, {"start": 4, "end": 12}, {"start": 13, "end": 15},
         {"start": 16, "end": 22}]}""";
    String prodigy = spacy.replace("ents", "spans");
    String bio =
        """
        {"tokens": ["Ada", "_", "Lovelace", "in", "London", "_"],
         "ner_tags": ["B-PER", "I-PER", "I-PER", "O", "B-LOC", "I-LOC"]}""";

    for (String json : List.of(spacy, prodigy, bio)) {
      assertThat(
              read(
                  JsonLinesFormat.ENGLISH,
                  json.replace("\n", "").replace("_", space).replace("ner" + space, "ner_"),
                  warnings))
          .containsExactly(EXPECTED);
    }
    assertThat(
            read(
                ColumnsFormat.DETECT,
                "Ada\tB-PER\n_\tI-PER\nLovelace\tI-PER\nin\tO\nLondon\tB-LOC\n_\tI-LOC\n"
                    .replace("_", space),
                warnings))
        .containsExactly(EXPECTED);
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatIsLeftOfAnEntityStaysOneInTheSchemeOfItsSentence() {
    assertThat(kept("_/B-X Ada/I-X")).isEqualTo(sentence("Ada/B-X"));
    assertThat(kept("Ada/B-X _/B-X Eve/I-X")).isEqualTo(sentence("Ada/B-X Eve/B-X"));
    assertThat(kept("Ada/B-X _/O Eve/B-X")).isEqualTo(sentence("Ada/B-X Eve/B-X"));
    assertThat(kept("Ada/I-X _/O Eve/I-X")).isEqualTo(sentence("Ada/I-X Eve/B-X"));
    assertThat(kept("Ada/B-X Eve/I-X _/E-X")).isEqualTo(sentence("Ada/B-X Eve/E-X"));
    assertThat(kept("Ada/B-X _/E-X")).isEqualTo(sentence("Ada/S-X"));
    assertThat(kept("Ada/NOUN _/SPACE Eve/NOUN")).isEqualTo(sentence("Ada/NOUN Eve/NOUN"));
    assertThat(new LabeledSentence(List.of("\u00A0"), List.of("O")).withoutWhiteSpace()).isEmpty();
  }

  @Test
  void labelsBesideTheTagsGoWithTheirTokens() {
    LabeledSentence sentence =
        new LabeledSentence(
            List.of("Ada", "\u00A0", "wrote"),
            List.of("B-PER", "O", "O"),
            List.of("NNP", "_SP", "VBD"));

    assertThat(sentence.withoutWhiteSpace().orElseThrow().attributes())
        .containsExactly("NNP", "VBD");
  }

  @Test
  void anEntityOfWhiteSpaceAloneIsAWarning() {
    List<String> warnings = new ArrayList<>();

    assertThat(read(ColumnsFormat.DETECT, "Ada\tB-PER\n\n\u00A0\tB-PER\n\nEve\tB-PER\n", warnings))
        .containsExactly(sentence("Ada/B-PER"), sentence("Eve/B-PER"));
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("corpus.txt:")
        .endsWith(": found an entity of white space alone, expected words; left out.");
  }

  @Test
  void whiteSpaceOfAnyKindAtTheEndsOfASpanDoesNotCount() {
    List<String> problems = new ArrayList<>();

    SpanAligner.align(
        "Ada\u00A0\u200B wrote",
        List.of(new TextSpan(0, 5, "PER")),
        TextAnalyzer.forLanguage("en"),
        problem -> problems.add(problem));

    assertThat(problems).isEmpty();
  }

  @Property(tries = 500)
  void itIsWhatEverySplitterFindsNoTokenIn(@ForAll("texts") String text) {
    for (String language : List.of("en", "sv")) {
      boolean none = TextAnalyzer.forLanguage(language).analyze(text).isEmpty();

      assertThat(WhiteSpace.isAll(text)).isEqualTo(none && !text.isEmpty());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars(" \t\r\n\u0085\u00A0\u00AD\u061C\u1680\u2007\u200B\u200D\u200E\u2028\u202F")
        .withChars("\u2060\u3000\uFEFFa.é\u0301\uFE0F")
        .ofMaxLength(3);
  }

  private static LabeledSentence kept(String pairs) {
    return sentence(pairs.replace("_/", "\u00A0/")).withoutWhiteSpace().orElseThrow();
  }

  @Property(tries = 300)
  void entitiesWithAWordStay(@ForAll("tagged") LabeledSentence sentence) {
    long withWord =
        TagScheme.spans(sentence.tags()).stream()
            .filter(
                span ->
                    sentence.tokens().subList(span.begin(), span.end()).stream()
                        .anyMatch(token -> !WhiteSpace.isAll(token)))
            .count();

    assertThat(
            sentence
                .withoutWhiteSpace()
                .map(kept -> (long) TagScheme.spans(kept.tags()).size())
                .orElse(0L))
        .isEqualTo(withWord);
  }

  @Provide
  Arbitrary<LabeledSentence> tagged() {
    Arbitrary<String> token = Arbitraries.of("a", "\u00A0", "\u200B");
    Arbitrary<String> tag = Arbitraries.of("O", "B-X", "I-X", "E-X", "S-X", "B-Y", "I-Y");
    return token
        .flatMap(t -> tag.map(label -> List.of(t, label)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(
            pairs ->
                new LabeledSentence(
                    pairs.stream().map(pair -> pair.get(0)).toList(),
                    pairs.stream().map(pair -> pair.get(1)).toList()));
  }
}
