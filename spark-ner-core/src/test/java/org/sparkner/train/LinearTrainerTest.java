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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkner.corpus.CorpusFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.model.Algorithm;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;

@Tag("slow")
class LinearTrainerTest {
  private static final List<LabeledSentence> TRAIN = sample("wikigold/train.conll", "conll");
  private static final List<LabeledSentence> DEV = sample("wikigold/dev.conll", "conll");

  private static List<LabeledSentence> sample(String name, String format) {
    return CorpusReader.readAll(Path.of("../sample-data", name), CorpusFormat.named(format));
  }

  /** The lower bounds are what each reaches on this small corpus, less some. */
  @ParameterizedTest
  @CsvSource({"HMM, 40", "MEMM, 40", "CRF, 45"})
  void learnsEntities(Algorithm algorithm, double f1) {
    NerModel model =
        new LinearTrainer(options(algorithm, 4)).train(TRAIN, DEV, TrainingListener.NONE);

    assertThat(model.algorithm()).isEqualTo(algorithm);
    assertThat(model.training().metrics().get("valid_f1")).isGreaterThan(f1);
    assertThat(model.training().trainingSentences()).isEqualTo(TRAIN.size());
    assertThat(model.training().epoch()).isBetween(1, 4);
  }

  @ParameterizedTest
  @EnumSource(names = {"HMM", "MEMM", "CRF"})
  void labelsAnyTagWithoutAScheme(Algorithm algorithm) {
    List<LabeledSentence> attributes = sample("ud-ewt/dev.conllu", "conllu");
    List<LabeledSentence> train = attributes.subList(0, attributes.size() * 4 / 5);
    List<LabeledSentence> valid = attributes.subList(train.size(), attributes.size());

    NerModel model =
        new LinearTrainer(options(algorithm, 2)).train(train, valid, TrainingListener.NONE);

    assertThat(model.training().metrics().get("valid_f1")).isGreaterThan(60);
    assertThat(
            Tagger.of(model).tagSentences(List.of(List.of("I", "run", ".")), false).get(0).tags())
        .contains("PUNCT");
  }

  @ParameterizedTest
  @EnumSource(names = {"HMM", "MEMM", "CRF"})
  void aSavedModelTagsAsTheOneInMemoryAndTheSameDataGiveTheSameModel(
      Algorithm algorithm, @TempDir Path folder) {
    LinearTrainer trainer = new LinearTrainer(options(algorithm, 2));
    NerModel model = trainer.train(TRAIN.subList(0, 100), List.of(), TrainingListener.NONE);
    NerModel again = trainer.train(TRAIN.subList(0, 100), List.of(), TrainingListener.NONE);
    ModelWriter.write(model, folder.resolve("model"), IfExists.REFUSE);
    NerModel read = ModelReader.read(folder.resolve("model"));

    for (Tensor tensor : model.weights().tensors()) {
      assertThat(again.weights().values(tensor.name())).isEqualTo(tensor.values());
    }
    assertThat(read.lexicon().words()).isEqualTo(model.lexicon().words());
    List<List<String>> tokens = DEV.stream().limit(50).map(LabeledSentence::tokens).toList();
    List<TaggedSentence> tagged = Tagger.of(model).tagSentences(tokens, true);
    List<TaggedSentence> taggedAgain = Tagger.of(read).tagSentences(tokens, true);
    for (int i = 0; i < tagged.size(); i++) {
      TaggedSentence sentence = tagged.get(i);
      assertThat(taggedAgain.get(i).tags()).isEqualTo(sentence.tags());
      assertThat(taggedAgain.get(i).entities()).isEqualTo(sentence.entities());
      for (Entity entity : sentence.entities()) {
        assertThat(entity.confidence()).isBetween(0.0, 1.0);
      }
      for (float[] marginals : sentence.marginals()) {
        double sum = 0;
        for (float marginal : marginals) {
          sum += marginal;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMM", "CRF"})
  void readsPartsOfSpeechOfATokenAndItsNeighbours(Algorithm algorithm, @TempDir Path folder) {
    LabeledSentence named =
        new LabeledSentence(
            List.of("x", "x", "x"), List.of("O", "B-PER", "O"), List.of("TITLE", "X", "X"));
    LabeledSentence other =
        new LabeledSentence(List.of("x", "x", "x"), List.of("O", "O", "O"), List.of("X", "X", "X"));
    NerModel model =
        new LinearTrainer(options(algorithm, 20).withReadsAttributes(true))
            .train(
                Collections.nCopies(10, List.of(named, other)).stream()
                    .flatMap(List::stream)
                    .toList(),
                List.of(named, other),
                TrainingListener.NONE);
    ModelWriter.write(model, folder.resolve("model"), IfExists.REFUSE);

    assertThat(model.training().metrics()).containsEntry("valid_f1", 100.0);
    Tagger tagger = Tagger.load(folder.resolve("model"));
    assertThat(tagger.readsAttributes()).isTrue();
    assertThat(
            tagger
                .tagSentences(
                    List.of(named.tokens()), List.of(Arrays.asList("TITLE", "X", null)), false)
                .get(0)
                .tags())
        .containsExactly("O", "S-PER", "O");
    assertThatThrownBy(() -> tagger.tag("x x"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("reads an attribute");
    assertThatThrownBy(() -> options(Algorithm.HMM, 1).withReadsAttributes(true))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("An hmm reads tokens alone");
  }

  @Test
  void tellsEachPassAndTheScoreAtTheEnd() {
    List<Integer> passes = new ArrayList<>();
    List<TrainingListener.EpochReport> ends = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onProgress(Progress progress) {
            passes.add(progress.epoch());
          }

          @Override
          public void onEpoch(EpochReport report) {
            ends.add(report);
          }
        };

    NerModel model =
        new LinearTrainer(options(Algorithm.CRF, 3)).train(TRAIN.subList(0, 50), DEV, listener);

    assertThat(passes).containsExactly(1, 2, 3);
    assertThat(ends).hasSize(1);
    assertThat(100 * ends.get(0).f1()).isEqualTo(model.training().metrics().get("valid_f1"));
  }

  @Test
  void stopsWhenItsTimeIsUp() {
    LinearOptions options = options(Algorithm.CRF, 100, Duration.ofNanos(1));

    NerModel model =
        new LinearTrainer(options).train(TRAIN.subList(0, 50), List.of(), TrainingListener.NONE);

    assertThat(model.training().epoch()).isEqualTo(1);
  }

  @Test
  void anInterruptEndsTheRun() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                new LinearTrainer(options(Algorithm.CRF, 5))
                    .train(TRAIN.subList(0, 50), List.of(), TrainingListener.NONE))
        .isInstanceOf(InterruptedRunException.class)
        .hasMessageContaining("start it again");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void refusesOptionsOutOfTheirRange() {
    assertThatThrownBy(() -> options(Algorithm.CRF, 0))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("passes needs a whole number of at least 1, found 0");
  }

  private static LinearOptions options(Algorithm algorithm, int passes) {
    return options(algorithm, passes, null);
  }

  private static LinearOptions options(Algorithm algorithm, int passes, Duration limit) {
    return LinearOptions.DEFAULT
        .with()
        .algorithm(algorithm)
        .linear(LinearRecipe.DEFAULT.withPasses(passes))
        .recipe(Recipe.DEFAULT.withTimeLimit(limit))
        .build();
  }
}
