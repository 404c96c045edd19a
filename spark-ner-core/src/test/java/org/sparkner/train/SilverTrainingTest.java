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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.corpus.CorpusFingerprint;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SilverLabels;
import org.sparkner.corpus.Supervision;
import org.sparkner.error.BadDataException;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.model.Decoder;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.tagger.SilverSentence;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.PathDistribution;
import org.sparkner.train.rounds.AveragingOptions;
import org.sparkner.train.rounds.RoundTrainer;
import org.sparkner.train.rounds.ThreadlessWorkers;

/** A student that learns from what a teacher thinks of text. */
class SilverTrainingTest {
  private static final List<LabeledSentence> VALID = ToyCorpus.sentences(60, 2);
  private static final List<List<String>> TEXT =
      ToyCorpus.sentences(150, 9).stream().map(LabeledSentence::tokens).toList();

  /** Too few to learn from, but with both types. */
  private static final List<LabeledSentence> GOLD =
      List.of(
          new LabeledSentence(List.of("Ada", "waits", "."), List.of("B-PER", "O", "O")),
          new LabeledSentence(
              List.of("Alan", "works", "in", "Oslo", "."),
              List.of("B-PER", "O", "O", "B-LOC", "O")));

  private static NerModel teacher;
  private static List<LabeledSentence> silver;

  @BeforeAll
  static void haveATeacherTagText() {
    teacher = train(ToyCorpus.options(8, 1), new TrainingData(ToyCorpus.sentences(200, 1), VALID));
    silver = silver(Tagger.of(teacher));
  }

  private static NerModel train(TrainingOptions options, TrainingData data) {
    return train(options, data, Checkpointing.NONE, TrainingListener.NONE);
  }

  private static NerModel train(
      TrainingOptions options,
      TrainingData data,
      Checkpointing checkpointing,
      TrainingListener listener) {
    return new Trainer(options).train(data, ToyCorpus.NO_VECTORS, checkpointing, listener);
  }

  private static List<SilverSentence> tag(Tagger tagger) {
    return tagger.silverDocuments(TEXT.stream().map(List::of).toList()).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<LabeledSentence> silver(Tagger tagger) {
    return tag(tagger).stream()
        .map(
            each ->
                new LabeledSentence(each.tokens(), each.tags())
                    .withSupervision(
                        Supervision.of(new SilverLabels(tagger.labels(), each.paths()), 1)))
        .toList();
  }

  private static double f1(NerModel model) {
    return model.training().metrics().get("valid_f1");
  }

  @ParameterizedTest
  @EnumSource(Decoder.class)
  void pathsHaveTheMarginalsOfTheTagger(Decoder decoder) {
    TrainingOptions options = ToyCorpus.options(2, 1);
    NerModel model =
        train(
            options.withArchitecture(options.architecture().with().decoder(decoder).build()),
            new TrainingData(ToyCorpus.sentences(60, 1), List.of()));
    Tagger tagger = Tagger.of(model);
    List<TaggedSentence> tagged = tagger.tagSentences(TEXT, true);
    List<SilverSentence> silver = tag(tagger);
    for (int i = 0; i < TEXT.size(); i++) {
      float[][] marginals = new float[TEXT.get(i).size()][tagger.labels().size()];
      silver.get(i).paths().forEach((t, before, label, p) -> marginals[t][label] += (float) p);
      assertThat(silver.get(i).tokens()).isEqualTo(TEXT.get(i));
      assertThat(silver.get(i).tags()).isEqualTo(tagged.get(i).tags());
      assertThat(silver.get(i).confidence()).isBetween(0.0, 1.0);
      if (decoder != Decoder.SOFTMAX) { // which knows illegal sequences too
        for (int t = 0; t < marginals.length; t++) {
          assertThat(marginals[t]).containsExactly(tagged.get(i).marginals()[t], within(0.01f));
        }
      }
    }
  }

  @Test
  void aStudentLearnsOfATeacherWhatItsLabelsDoNotTell() {
    TrainingOptions options = ToyCorpus.options(8, 1);
    double alone = f1(train(options, new TrainingData(GOLD, VALID)));
    double taught = f1(train(options, new TrainingData(GOLD, VALID, silver)));
    assertThat(taught).isGreaterThan(95).isGreaterThan(alone + 10);
  }

  @Test
  void whatIsLearnedIsTheDistributionAndNotTheTags() {
    List<LabeledSentence> other =
        silver.stream()
            .map(each -> each.withTags(each.tags().stream().map(tag -> "O").toList()))
            .toList();
    assertThat(f1(train(ToyCorpus.options(8, 1), new TrainingData(GOLD, VALID, other))))
        .isGreaterThan(95);
  }

  @Test
  void labelIdsOfTheTeacherMayBeOthers() {
    List<String> turned = new ArrayList<>(teacher.labels().labels());
    java.util.Collections.reverse(turned);
    LabelSet labels = LabelSet.of(teacher.labels().scheme(), turned);
    int[] ids = teacher.labels().labels().stream().mapToInt(labels::id).toArray();
    List<LabeledSentence> relabelled =
        silver.stream()
            .map(
                each -> {
                  PathDistribution paths = each.supervision().silver().paths();
                  return each.withSupervision(
                      Supervision.of(new SilverLabels(labels, paths.relabelled(ids)), 1));
                })
            .toList();
    TrainingOptions options = ToyCorpus.options(2, 1);
    assertSameWeights(
        train(options, new TrainingData(GOLD, List.of(), relabelled)),
        train(options, new TrainingData(GOLD, List.of(), silver)));
  }

  private static void assertSameWeights(NerModel found, NerModel expected) {
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void oneWorkerIsTheTrainerBitForBitAndMoreLearnToo(int silverEpochs) {
    TrainingOptions options =
        ToyCorpus.options(4, 1).withRecipe(recipe -> recipe.withSilverEpochs(silverEpochs));
    NerModel local = train(options, new TrainingData(GOLD, VALID, silver));
    List<LabeledSentence> all = new ArrayList<>(GOLD);
    all.addAll(silver);
    assertSameWeights(byWorkers(options, 1, all), local);
    assertThat(f1(byWorkers(options, 3, all))).isGreaterThan(0);
  }

  private static NerModel byWorkers(
      TrainingOptions options, int workers, List<LabeledSentence> sentences) {
    return byWorkers(options, workers, sentences, Checkpointing.NONE, TrainingListener.NONE);
  }

  private static NerModel byWorkers(
      TrainingOptions options,
      int workers,
      List<LabeledSentence> sentences,
      Checkpointing checkpointing,
      TrainingListener listener) {
    return new RoundTrainer(options, AveragingOptions.of(workers))
        .train(
            Corpus.of(sentences, VALID),
            VALID,
            ToyCorpus.NO_VECTORS,
            (blueprint, lexicon) -> new ThreadlessWorkers(sentences, blueprint, lexicon, null),
            checkpointing,
            listener);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aRunThatWasInterruptedAmongSilverSentencesEndsWithTheWeightsOfOneThatWasNot(
      int silverEpochs, @TempDir Path here, @TempDir Path workers) {
    TrainingOptions options =
        ToyCorpus.options(3, 1).withRecipe(recipe -> recipe.withSilverEpochs(silverEpochs));
    TrainingData data = new TrainingData(GOLD, VALID, silver);
    NerModel unbroken = train(options, data);
    List<LabeledSentence> all = new ArrayList<>(GOLD);
    all.addAll(silver);

    interrupted(start -> train(options, data, Checkpointing.in(here, start), interrupter()));
    interrupted(
        start -> byWorkers(options, 1, all, Checkpointing.in(workers, start), interrupter()));

    Checkpointing resumed = Checkpointing.in(here, Checkpointing.Start.RESUME);
    assertSameWeights(train(options, data, resumed, TrainingListener.NONE), unbroken);
    resumed = Checkpointing.in(workers, Checkpointing.Start.RESUME);
    assertSameWeights(byWorkers(options, 1, all, resumed, TrainingListener.NONE), unbroken);
  }

  private static void interrupted(Consumer<Checkpointing.Start> run) {
    assertThatThrownBy(() -> run.accept(Checkpointing.Start.AFRESH))
        .isInstanceOf(InterruptedRunException.class);
  }

  /** Interrupts in the second epoch. */
  private static TrainingListener interrupter() {
    return new TrainingListener() {
      private int epochs;

      @Override
      public void onProgress(Progress progress) {
        if (progress.epoch() == 2) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public void onRound(RoundReport report) {
        if (epochs == 1) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public void onEpoch(EpochReport report) {
        epochs++;
      }
    };
  }

  @Test
  void epochsAfterTheSilverOnesHaveTheLabelledSentencesAlone() {
    List<Long> tokens = new ArrayList<>();
    new Trainer(ToyCorpus.options(3, 1).withRecipe(recipe -> recipe.withSilverEpochs(2)))
        .train(
            new TrainingData(GOLD, List.of(), silver),
            ToyCorpus.NO_VECTORS,
            Checkpointing.NONE,
            new TrainingListener() {
              @Override
              public void onEpoch(EpochReport report) {
                tokens.add(report.tokens());
              }
            });
    long ofGold = GOLD.stream().mapToLong(LabeledSentence::size).sum();
    long all = ofGold + silver.stream().mapToLong(LabeledSentence::size).sum();
    assertThat(tokens).containsExactly(all, all, ofGold);
  }

  @Test
  void theFingerprintOfSentencesTellsWhatATeacherThinks() {
    List<LabeledSentence> plain =
        silver.stream().map(each -> each.withSupervision(Supervision.FULL)).toList();
    assertThat(CorpusFingerprint.of(silver)).isNotEqualTo(CorpusFingerprint.of(plain));
  }

  @Test
  void refusesATeacherOfOtherTypes() {
    List<LabeledSentence> people =
        GOLD.stream()
            .map(
                each ->
                    each.withTags(
                        each.tags().stream().map(tag -> tag.equals("B-LOC") ? "O" : tag).toList()))
            .toList();
    assertThatThrownBy(
            () -> train(ToyCorpus.options(1, 1), new TrainingData(people, VALID, silver)))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(
            "The teacher finds LOC, PER, the labelled sentences have PER; both need the same"
                + " types:")
        .hasMessageNotContaining("\n");
    List<LabeledSentence> latent =
        people.stream()
            .map(each -> each.withSupervision(new Supervision(Set.of("LOC"), 1)))
            .toList();
    assertThat(f1(train(ToyCorpus.options(8, 1), new TrainingData(latent, VALID, silver))))
        .isGreaterThan(95);
  }
}
