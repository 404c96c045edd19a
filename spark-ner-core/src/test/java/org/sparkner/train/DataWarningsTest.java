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

package org.sparkner.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.VectorCoverage;

class DataWarningsTest {
  private static int next;

  private static LabeledSentence sentence(String... tags) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < tags.length; i++) {
      tokens.add("word" + next++);
    }
    return new LabeledSentence(tokens, List.of(tags));
  }

  private static List<LabeledSentence> times(int count, String... tags) {
    List<LabeledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(sentence(tags));
    }
    return sentences;
  }

  @SafeVarargs
  private static List<LabeledSentence> all(List<LabeledSentence>... parts) {
    List<LabeledSentence> all = new ArrayList<>();
    for (List<LabeledSentence> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  private static List<String> warnings(List<LabeledSentence> train, List<LabeledSentence> valid) {
    return CorpusSurvey.of(train, valid).report(1, 0, null, valid).warnings();
  }

  private static List<String> warnings(VectorCoverage coverage) {
    return CorpusSurvey.of(times(20, "B-PER", "O"), List.of())
        .report(1, 0, coverage, List.of())
        .warnings();
  }

  @Test
  void goodDataHasNone() {
    assertThat(
            warnings(
                all(times(30, "B-PER", "O"), times(20, "B-LOC", "I-LOC")),
                all(times(6, "B-PER"), times(3, "O", "B-LOC"))))
        .isEmpty();
    assertThat(warnings(times(9, "NOUN", "VERB"), times(1, "NOUN", "VERB"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "B-Drugg, Drugg once",
    "B-DRUG, DRUG once",
    "B-drug, drug once",
    "B-Dru_g, Dru_g once",
    "B-Drig, Drig once",
    "S-Drugs, Drugs once",
  })
  void aTypeThatOccursOnceAndIsNearlyAnotherIsToldWithIt(String tag, String told) {
    List<LabeledSentence> train = all(times(40, "B-Drug", "O"), times(1, tag, "O"));

    assertThat(warnings(train, List.of()))
        .containsExactly(
            "the training data has the type "
                + told
                + "; did you mean Drug, which it has 40 times?");
  }

  @Test
  void plainLabelsThatDifferInCaseAreTold() {
    assertThat(warnings(all(times(40, "NOUN", "VERB"), times(2, "Noun")), List.of()))
        .containsExactly(
            "the training data has the label Noun 2 times; did you mean NOUN, which it has 40 times?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "X", "\u041E", "nothing", "-"})
  void aPlainLabelOfMostTokensIsTold(String outside) {
    List<LabeledSentence> train = times(9, "PERSON", outside, "TOWN", outside, outside);

    assertThat(warnings(train, List.of()))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("the tag " + outside + " is that of 60 % of the tokens; if it means that ");
  }

  @Test
  void numbersForTagsAreTold() {
    assertThat(warnings(times(9, "1", "2", "0", "0", "0"), List.of()))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("the tag 0 is that of 60 % of the tokens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"B-PER|B-ORG", "B-PER,I-ORG", "B-DNA/B-protein", "B-LOC;S_X"})
  void aTypeOfSeveralTagsIsTold(String tag) {
    List<LabeledSentence> train = all(times(40, "B-MISC", "O"), times(9, tag, "O"));

    assertThat(warnings(train, List.of()))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("the training data has the type " + tag.substring(2) + ", which is learnt");
  }

  @Test
  void numberedAndUnlikeTypesAreNotTakenForEachOther() {
    assertThat(warnings(all(times(90, "B-TYPE1"), times(8, "B-TYPE2")), List.of())).isEmpty();
    assertThat(warnings(all(times(90, "B-GPE"), times(8, "B-ORG")), List.of())).isEmpty();
  }

  @Test
  void typesOfAHandfulOfSpansAreTold() {
    assertThat(
            warnings(all(times(40, "B-PER"), times(1, "B-FOOD"), times(5, "B-EVENT")), List.of()))
        .containsExactly(
            "the training data has only 5 EVENT, 1 FOOD: too few to learn a type from, as a rule");
  }

  @Test
  void typesOfOneSideAreTold() {
    assertThat(
            warnings(
                all(times(40, "B-PER"), times(40, "B-LOC")),
                all(times(7, "B-PER"), times(2, "B-FOOD"))))
        .containsExactly(
            "the training data has nothing of what the validation data has 2 FOOD: they count as"
                + " missed",
            "the validation data has nothing of what the training data has 40 LOC: its scores do not"
                + " tell how well these are found");
  }

  @Test
  void dataWithoutAnyEntityIsTold() {
    assertThat(warnings(times(3, "O", "O"), List.of()))
        .singleElement()
        .asString()
        .startsWith("the training data has no entity");
    assertThat(warnings(times(30, "B-PER", "O"), times(3, "O")))
        .singleElement()
        .asString()
        .startsWith("the validation data has no entity");
  }

  @Test
  void validationDataThatIsTrainedOnIsToldInAnyOrder() {
    List<LabeledSentence> train = times(30, "B-PER", "O");
    List<LabeledSentence> shuffled = new ArrayList<>(train);
    Collections.reverse(shuffled);

    assertThat(warnings(train, train))
        .containsExactly(same("the validation data is the training data"));
    assertThat(warnings(train, shuffled))
        .containsExactly(same("the validation data is the training data"));
    assertThat(warnings(train, train.subList(0, 5)))
        .containsExactly(same("all sentences of the validation data are in the training data too"));
    assertThat(warnings(train, all(train.subList(0, 5), times(15, "B-PER", "O"))))
        .containsExactly(
            same(
                "5 of the 20 sentences of the validation data, with 25 % of its tokens, are in the"
                    + " training data too"));
    assertThat(warnings(train, all(train.subList(0, 1), times(15, "B-PER", "O")))).isEmpty();
  }

  private static String same(String text) {
    return text + ": its scores say little of other text";
  }

  @Test
  void partsThatAreMergedHaveSeenWhatEachHas() {
    List<LabeledSentence> valid = times(4, "B-PER", "O");
    CorpusSurvey none = CorpusSurvey.lookingOutFor(valid);
    CorpusSurvey first = none.anew();
    CorpusSurvey second = none.anew();
    times(20, "B-PER", "O").forEach(first::add);
    valid.subList(0, 2).forEach(first::add);
    valid.subList(2, 4).forEach(second::add);
    first.merge(second);

    assertThat(first.report(1, 0, null, valid).warnings())
        .containsExactly(same("all sentences of the validation data are in the training data too"));
  }

  @Test
  void vectorsThatDoNotFitAreTold() {
    assertThat(warnings(new VectorCoverage(100, 0, 0, 50, 0)))
        .containsExactly(
            "none of the words of the training data is among the pretrained vectors: are these of the"
                + " language of the data?");
    assertThat(warnings(new VectorCoverage(1000, 20, 34, 50, 3)))
        .singleElement()
        .asString()
        .startsWith("only 3.4 % of the tokens of the training data are among");
    assertThat(warnings(new VectorCoverage(100, 60, 81, 50, 30))).isEmpty();
  }

  @Test
  void theReportTellsOfVectorsByAllThatCounts() {
    List<LabeledSentence> train = times(20, "B-PER", "O");
    CorpusSurvey survey = CorpusSurvey.of(train, List.of());

    assertThat(
            survey
                .report(9, 0.012, new VectorCoverage(1000, 770, 957, 100, 88), List.of())
                .vectors())
        .isEqualTo(
            "95.7 % of the tokens are pretrained words (77.0 % as they are written), 88.0 % of the"
                + " distinct ones; of the other 4.3 % of the tokens, words that occur twice or more"
                + " get one of their own, 1.2 % of the tokens share that of unknown words");
    assertThat(survey.report(9, 0.272, null, List.of()).vectors())
        .startsWith("none pretrained: words that occur twice or more get one of their own, 27.2 %");
    assertThat(survey.report(9, Double.NaN, null, List.of()).vectors()).isEmpty();
  }
}
