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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.Supervision;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Capitalisation;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;
import org.sparkner.network.IndexedSentence;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.TinyEncoder;

/** Sentences that an epoch shows in capitals, in lower case, without capitals or with noise. */
class AugmentationTest {
  private static final List<LabeledSentence> TRAIN = ToyCorpus.sentences(150, 1);
  private static final List<LabeledSentence> VALID = ToyCorpus.sentences(40, 2);

  @TempDir private Path folder;

  private static TrainingOptions shares(TrainingOptions options, double upper, double noise) {
    return options.withRecipe(
        recipe -> recipe.withUpperCaseShare(upper).withLowerCaseShare(0.1).withNoiseShare(noise));
  }

  private static NerModel train(
      TrainingOptions options, Checkpointing checkpointing, TrainingListener listener) {
    return new Trainer(options).train(TRAIN, VALID, ToyCorpus.NO_VECTORS, checkpointing, listener);
  }

  private static NerModel train(TrainingOptions options) {
    return train(options, Checkpointing.NONE, TrainingListener.NONE);
  }

  private static RunSetup setup(TrainingOptions options, WordVectors vectors) {
    return RunSetup.of(options, Corpus.of(TRAIN, VALID), VALID, vectors, TrainingListener.NONE);
  }

  private static List<String> sentence(int number) {
    return List.of("Ada", "met", "NATO", "in", "Oslo", "on", "day", "number" + number);
  }

  @Test
  void showsItsShareOfTheSentencesInEachCaseAndOthersInAnotherEpoch() {
    Augmentation augmentation = new Augmentation(0.1, 0.2, 0.3, 0, 1);
    int upper = 0;
    int lower = 0;
    int uncapitalised = 0;
    int same = 0;
    int count = 10_000;
    for (int i = 0; i < count; i++) {
      List<String> shown = augmentation.show(sentence(i), 4);
      assertThat(shown).isEqualTo(augmentation.show(sentence(i), 4)).hasSize(8);
      upper += shown.get(1).equals("MET") ? 1 : 0;
      lower += shown.get(2).equals("nato") ? 1 : 0;
      uncapitalised += shown.get(0).equals("ada") && shown.get(2).equals("NATO") ? 1 : 0;
      same += shown.equals(augmentation.show(sentence(i), 5)) ? 1 : 0;
    }
    assertThat(upper / (double) count).isCloseTo(0.1, within(0.02));
    assertThat(lower / (double) count).isCloseTo(0.2, within(0.02));
    assertThat(uncapitalised / (double) count).isCloseTo(0.3, within(0.02));
    double drawnAlike = 0.1 * 0.1 + 0.2 * 0.2 + 0.3 * 0.3 + 0.4 * 0.4;
    assertThat(same / (double) count).isCloseTo(drawnAlike, within(0.02));
  }

  @Test
  void noiseComesInWhateverCase() {
    Augmentation augmentation = new Augmentation(1, 0, 0, 0.5, 1);
    int noisy = 0;
    for (int i = 0; i < 1000; i++) {
      List<String> capitals =
          sentence(i).stream().map(token -> token.toUpperCase(Locale.ROOT)).toList();
      List<String> shown = augmentation.show(sentence(i), 0);
      noisy += shown.equals(capitals) ? 0 : 1;
      assertThat(shown.get(2)).doesNotContain("ato");
    }
    assertThat(noisy).isBetween(300, 500);
  }

  @Test
  void moreSharesThanSentencesAreRefused() {
    assertThatThrownBy(() -> setup(shares(ToyCorpus.options(1, 1), 0.95, 0), ToyCorpus.NO_VECTORS))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("sum of at most 1");
  }

  @Test
  void otherSpellingsAddCharactersButNoWordThatHasNoVector() {
    RunSetup plain = setup(ToyCorpus.options(1, 1), ToyCorpus.NO_VECTORS);
    RunSetup augmented = setup(shares(ToyCorpus.options(1, 1), 0.3, 0.3), ToyCorpus.NO_VECTORS);

    assertThat(augmented.lexicon().words()).isEqualTo(plain.lexicon().words());
    assertThat(augmented.trainedRows()).isEqualTo(plain.trainedRows());
    assertThat(plain.lexicon().characterId('Y')).isEqualTo(1);
    assertThat(augmented.lexicon().characterId('Y')).isGreaterThan(1);
  }

  @Test
  void vectorsThatTellCasesApartLearnBothOfThem() {
    WordVectors cased =
        new WordVectors(List.of("elsewhere", "OSLO", "Oslo", "oslo"), 12, new float[48]);
    RunSetup plain = setup(ToyCorpus.options(1, 1), cased);
    RunSetup augmented = setup(shares(ToyCorpus.options(1, 1), 0.3, 0), cased);

    assertThat(augmented.trainedRows()).isEqualTo(plain.trainedRows() + 2);
    assertThat(augmented.lexicon().row("OSLO")).isLessThanOrEqualTo(augmented.trainedRows());
    assertThat(Set.copyOf(augmented.lexicon().words()))
        .isEqualTo(Set.copyOf(plain.lexicon().words()));
  }

  @Test
  void whatAShardShowsHasItsFeaturesLabelsAndSupervisionAlsoWhereItIsSent() throws Exception {
    TrainingOptions toy = ToyCorpus.options(1, 1);
    TrainingOptions options =
        shares(toy, 0.9, 0)
            .withArchitecture(
                toy.architecture()
                    .withFeatures(
                        InputFeatures.NONE
                            .withCapitalisationDimension(3)
                            .withAttributeDimension(2)));
    List<LabeledSentence> partial =
        TRAIN.stream()
            .map(each -> each.withSupervision(new Supervision(Set.of("LOC"), 2)))
            .toList();
    RunSetup setup = setup(options, ToyCorpus.NO_VECTORS);
    IndexedShard shard = setup.shard(partial);
    int[] places = IntStream.range(0, shard.sentences()).toArray();

    List<IndexedSentence> written = shard.sentences(places);
    List<IndexedSentence> shown =
        new ShownShard(shard, setup.options(), 0).batch(places).sentences();
    List<IndexedSentence> sent =
        new ShownShard(sent(shard), setup.options(), 0).batch(places).sentences();
    int changed = 0;
    for (int i = 0; i < places.length; i++) {
      assertThat(shown.get(i).labels()).isEqualTo(written.get(i).labels());
      assertThat(shown.get(i).supervision().weight()).isEqualTo(2);
      assertThat(shown.get(i).supervision().latent())
          .isEqualTo(written.get(i).supervision().latent())
          .isNotNull();
      assertThat(shown.get(i).words()).as("known in any case").isEqualTo(written.get(i).words());
      assertThat(sent.get(i).characters()).isDeepEqualTo(shown.get(i).characters());
      assertThat(sent.get(i).features()).isDeepEqualTo(shown.get(i).features());
      if (shown.get(i).features()[1][0] == Capitalisation.UPPER.ordinal()) {
        assertThat(shown.get(i).features()[1][1])
            .as("attribute")
            .isEqualTo(written.get(i).features()[1][1]);
        changed++;
      }
    }
    assertThat(changed).isGreaterThan(places.length / 2);
  }

  private static IndexedShard sent(IndexedShard shard) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(shard);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (IndexedShard) in.readObject();
    }
  }

  @Test
  void anEncoderThatLearnsReadsTheCapitalsToo() {
    TrainingOptions options =
        LearningEncoder.windowed(
            shares(ToyCorpus.options(1, 1), 0.9, 0)
                .withRecipe(recipe -> recipe.withFineTuneEncoder(true).withEncoderWindow(200))
                .withContextual(TinyEncoder.readWholeDocuments()));
    List<LabeledSentence> document = LabeledSentence.ofDocument(TRAIN.subList(0, 2));
    RunSetup setup = setup(options, ToyCorpus.NO_VECTORS);
    IndexedShard shard = setup.shard(document);
    int[] places = IntStream.range(0, shard.sentences()).toArray();
    ShownShard shown = new ShownShard(shard, setup.options(), 0);

    List<String> tokens = new ArrayList<>();
    for (int place : places) {
      List<String> other = shown.otherTokens(place);
      tokens.addAll(other == null ? shard.text().tokens(place) : other);
    }
    List<EncoderInput> inputs = shown.batch(places).inputs();
    List<Integer> capitals = new ArrayList<>();
    for (EncoderInput input : inputs) {
      for (int first : input.firsts()) {
        capitals.add(input.capitalisation()[first] - 1);
      }
    }

    assertThat(tokens).as("drawn with this seed").contains("LIVES");
    assertThat(capitals)
        .isEqualTo(tokens.stream().map(token -> Capitalisation.of(token).ordinal()).toList());
  }

  private static List<LabeledSentence> spelled(UnaryOperator<String> spelling) {
    return VALID.stream()
        .map(
            each -> new LabeledSentence(each.tokens().stream().map(spelling).toList(), each.tags()))
        .toList();
  }

  @Test
  void aModelThatSawCapitalsReadsThem() {
    TrainingOptions toy = ToyCorpus.options(5, 1);
    TrainingOptions casedOnly =
        toy.withArchitecture(
            toy.architecture().withFeatures(InputFeatures.NONE.withCapitalisationDimension(6)));
    Validation capitals = new Validation(spelled(word -> word.toUpperCase(Locale.ROOT)));

    double without = capitals.score(train(casedOnly)).f1();
    double with = capitals.score(train(shares(casedOnly, 0.4, 0))).f1();

    assertThat(with).isGreaterThan(0.9).isGreaterThan(without);
  }

  @Test
  void aRunGoesOnWithTheSentencesThatItWouldHaveShown() {
    TrainingOptions options = shares(ToyCorpus.options(3, 5), 0.3, 0.4);
    NerModel unbroken = train(options);
    TrainingListener interrupting =
        new TrainingListener() {
          @Override
          public void onProgress(Progress progress) {
            if (progress.epoch() == 2 && progress.tokensDone() < progress.tokens()) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThatThrownBy(
            () ->
                train(options, Checkpointing.in(folder, Checkpointing.Start.AFRESH), interrupting))
        .isInstanceOf(InterruptedRunException.class);

    NerModel resumed =
        train(options, Checkpointing.in(folder, Checkpointing.Start.RESUME), TrainingListener.NONE);

    for (Tensor tensor : unbroken.weights().tensors()) {
      assertThat(resumed.weights().values(tensor.name()))
          .as(tensor.name())
          .isEqualTo(tensor.values());
    }
    assertThatThrownBy(
            () ->
                train(
                    shares(ToyCorpus.options(3, 5), 0.2, 0.4),
                    Checkpointing.in(folder, Checkpointing.Start.RESUME),
                    TrainingListener.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("upperCaseShare=0.3");
  }
}
