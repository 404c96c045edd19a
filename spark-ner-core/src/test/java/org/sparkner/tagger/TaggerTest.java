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

package org.sparkner.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.BadModelException;
import org.sparkner.model.Architecture;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.RandomModel;
import org.sparkner.tags.LabelSet;

class TaggerTest {
  private static final List<String> TEXTS =
      List.of(
          "😀 Ada Lovelace was born in London 🎉. She met Mr. Babbage in 1833!",
          "",
          " \n\t ",
          "No emoji here, only words and 12 numbers.",
          "👩‍👩‍👧 was here. e\u0301te\u0301 𝔸𝔹ℂ x\ud83d lone surrogate.\n\nNew 🏳️‍🌈 paragraph 😀😀 end");

  private final NeuralModel model =
      EngineTest.model(
          Architecture.DEFAULT
              .with()
              .wordDimension(6)
              .characterDimension(4)
              .characterFilters(5)
              .hidden(16)
              .maxWordLength(20)
              .build(),
          LabelSet.bioes(List.of("LOC", "PER")),
          1);
  private final Tagger tagger = Tagger.of(model);

  @Test
  void offsetsAreCodePointsAndGiveJustTheText() {
    int entities = 0;
    for (String text : TEXTS) {
      TaggedText tagged = tagger.tagTexts(List.of(text), false).get(0);
      for (Entity entity : tagged.entities()) {
        assertThat(slice(text, entity.begin(), entity.end())).isEqualTo(entity.text());
        entities++;
      }
      for (TaggedText.Token token : tagged.tokens()) {
        assertThat(slice(text, token.begin(), token.end())).isEqualTo(token.text());
      }
      assertThat(tagged.tags()).hasSameSizeAs(tagged.tokens());
    }
    assertThat(entities).as("entities to look at").isGreaterThan(5);
  }

  @Test
  void aTextIsTaggedAsItsSentencesAre() {
    TaggedText tagged = tagger.tagTexts(List.of(TEXTS.get(0)), true).get(0);
    List<List<String>> sentences = new ArrayList<>();
    for (TaggedText.Token token : tagged.tokens()) {
      if (token.sentence() == sentences.size()) {
        sentences.add(new ArrayList<>());
      }
      sentences.get(token.sentence()).add(token.text());
    }
    assertThat(sentences).hasSize(2);
    List<String> tags = new ArrayList<>();
    List<float[]> marginals = new ArrayList<>();
    List<Double> confidences = new ArrayList<>();
    for (TaggedSentence sentence : tagger.tagSentences(sentences, true)) {
      tags.addAll(sentence.tags());
      marginals.addAll(List.of(sentence.marginals()));
      sentence.entities().forEach(entity -> confidences.add(entity.confidence()));
    }
    assertThat(tagged.tags()).isEqualTo(tags);
    assertThat(tagged.marginals()).isDeepEqualTo(marginals.toArray(float[][]::new));
    assertThat(tagged.entities()).extracting(Entity::confidence).isEqualTo(confidences);
  }

  @Test
  void manyTextsAreTaggedAsEachAlone() {
    List<TaggedText> together = tagger.tagTexts(TEXTS, false);
    assertThat(together).hasSameSizeAs(TEXTS);
    for (int i = 0; i < TEXTS.size(); i++) {
      TaggedText alone = tagger.tagTexts(List.of(TEXTS.get(i)), false).get(0);
      assertThat(together.get(i).tokens()).isEqualTo(alone.tokens());
      assertThat(together.get(i).tags()).isEqualTo(alone.tags());
      assertThat(together.get(i).tokenCount()).isEqualTo(alone.tokens().size());
      assertThat(together.get(i).marginals()).isNull();
      assertThat(together.get(i).entities()).isEqualTo(tagger.tag(TEXTS.get(i)));
    }
  }

  @Test
  void textWithoutTokensGivesEmptyLists() {
    TaggedText tagged = tagger.tagTexts(List.of(" \n"), true).get(0);
    assertThat(tagged.entities()).isEmpty();
    assertThat(tagged.tokens()).isEmpty();
    assertThat(tagged.tags()).isEmpty();
    assertThat(tagged.marginals()).isEmpty();
    assertThat(tagger.tagSentences(List.of(), false)).isEmpty();
  }

  @Test
  void aTokenOfManyCharactersIsNoBurden() {
    String token = "ab".repeat(50_000);
    List<String> tags = tagger.tagSentences(List.of(List.of(token, ".")), false).get(0).tags();
    assertThat(tags).hasSize(2);
  }

  @Test
  void aSavedModelTagsAsTheOneInMemory(@TempDir Path directory) {
    Path saved = directory.resolve("model");
    ModelWriter.write(model, saved, IfExists.REFUSE);
    List<TaggedText> expected = tagger.tagTexts(TEXTS, false);
    List<TaggedText> found = Tagger.load(saved).tagTexts(TEXTS, false);
    assertThat(found)
        .map(TaggedText::tags)
        .isEqualTo(expected.stream().map(TaggedText::tags).toList());
    assertThat(found)
        .map(TaggedText::entities)
        .isEqualTo(expected.stream().map(TaggedText::entities).toList());
  }

  @Test
  void aMissingModelIsNamed(@TempDir Path directory) {
    assertThatThrownBy(() -> Tagger.load(directory.resolve("nowhere")))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("nowhere");
  }

  private static String slice(String text, int begin, int end) {
    int[] codePoints = text.codePoints().toArray();
    return new String(codePoints, begin, end - begin);
  }

  @Test
  void aTaggerThatIsNoLongerUsedIsCollectedThoughItsThreadLives() throws InterruptedException {
    WeakReference<Tagger> unused = new WeakReference<>(usedTagger());
    for (int i = 0; i < 100 && unused.get() != null; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(unused.get()).isNull();
  }

  private static Tagger usedTagger() {
    Tagger tagger = Tagger.of(RandomModel.ofDefaultSizes(10, 1));
    tagger.tag("Ada Lovelace was born in London.");
    return tagger;
  }

  @Test
  void readingsOfASentenceAreItsMostProbableOnesInOrder() {
    Tagger tagger = Tagger.of(RandomModel.tiny());
    String text = "Ada w1 w2 London. Bob \ud83d\ude00 w3.";

    List<List<Reading>> readings = tagger.readings(text, 5_000);

    assertThat(readings).hasSize(2);
    for (List<Reading> ofSentence : readings) {
      assertThat(ofSentence)
          .isSortedAccordingTo(Comparator.comparingDouble(Reading::probability).reversed());
      // All sequences of BIOES over so few tokens are among them.
      assertThat(ofSentence.stream().mapToDouble(Reading::probability).sum())
          .isCloseTo(1, within(1e-3));
      assertThat(ofSentence).allSatisfy(reading -> assertCovers(text, reading));
    }
    List<Entity> best = new ArrayList<>();
    readings.forEach(ofSentence -> best.addAll(ofSentence.get(0).entities()));
    assertThat(best)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("confidence")
        .isEqualTo(tagger.tag(text));
    assertThat(tagger.readings(text, 3).get(0)).isEqualTo(readings.get(0).subList(0, 3));
  }

  private static void assertCovers(String text, Reading reading) {
    for (Entity entity : reading.entities()) {
      int begin = text.offsetByCodePoints(0, entity.begin());
      int end = text.offsetByCodePoints(0, entity.end());
      assertThat(text.substring(begin, end)).isEqualTo(entity.text());
    }
  }

  @Test
  void probabilitiesOfReadingsAreThoseOfTheCalibratedModel() {
    Tagger tagger = Tagger.of(RandomModel.tiny().withTemperature(3));

    assertThat(
            tagger.readings("Ada w1 London", 5_000).get(0).stream()
                .mapToDouble(Reading::probability)
                .sum())
        .isCloseTo(1, within(1e-3));
  }
}
