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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparkner.corpus.CorpusFingerprint;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.Supervision;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.model.Algorithm;
import org.sparkner.model.NerModel;
import org.sparkner.model.Tensor;

/** Sentences of sources that annotate some types only, or that count more or less than others. */
class PartialTrainingTest {
  private static final List<LabeledSentence> VALID = ToyCorpus.sentences(60, 2);
  private static final Supervision WITHOUT_PLACES = new Supervision(Set.of("LOC"), 1);
  private static final Supervision WITHOUT_PEOPLE = new Supervision(Set.of("PER"), 1);

  private static List<LabeledSentence> annotatedFor(Supervision supervision, int count, long seed) {
    return ToyCorpus.sentences(count, seed).stream()
        .map(
            sentence ->
                sentence
                    .withTags(
                        sentence.tags().stream()
                            .map(tag -> keeps(supervision, tag) ? tag : "O")
                            .toList())
                    .withSupervision(supervision))
        .toList();
  }

  private static boolean keeps(Supervision supervision, String tag) {
    return tag.equals("O") || supervision.annotates(tag.substring(2));
  }

  private static List<LabeledSentence> sources() {
    List<LabeledSentence> all = new ArrayList<>(annotatedFor(WITHOUT_PLACES, 100, 1));
    all.addAll(annotatedFor(WITHOUT_PEOPLE, 100, 3));
    return all;
  }

  private static List<LabeledSentence> asNegative(List<LabeledSentence> sentences) {
    return sentences.stream().map(each -> each.withSupervision(Supervision.FULL)).toList();
  }

  private static NerModel train(List<LabeledSentence> sentences, List<LabeledSentence> valid) {
    return new Trainer(ToyCorpus.options(8, 1))
        .train(sentences, valid, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
  }

  private static double f1(NerModel model) {
    return model.training().metrics().get("valid_f1");
  }

  @Test
  void typesOfSourcesThatAnnotateOneEachAreLearnedAsIfAllWereAnnotated() {
    double latent = f1(train(sources(), VALID));
    double negative = f1(train(asNegative(sources()), VALID));
    assertThat(latent).isGreaterThan(95);
    assertThat(negative).isLessThan(latent - 10);
  }

  @Test
  void aLinearModelLearnsThemToo() {
    LinearOptions options = LinearOptions.DEFAULT.with().algorithm(Algorithm.CRF).build();
    double latent = f1(new LinearTrainer(options).train(sources(), VALID, TrainingListener.NONE));
    double negative =
        f1(new LinearTrainer(options).train(asNegative(sources()), VALID, TrainingListener.NONE));
    assertThat(latent).isGreaterThan(95).isGreaterThan(negative);
  }

  @Test
  void latentTypesThatNoSourceHasChangeNoBit() {
    List<LabeledSentence> plain = ToyCorpus.sentences(60, 1);
    List<LabeledSentence> latent =
        plain.stream()
            .map(each -> each.withSupervision(new Supervision(Set.of("MISC"), 1)))
            .toList();
    NerModel expected = train(plain, VALID);
    NerModel found = train(latent, VALID);
    for (Tensor tensor : expected.weights().tensors()) {
      assertThat(found.weights().values(tensor.name())).isEqualTo(tensor.values());
    }
  }

  @Test
  void theSourceOfTheGreaterWeightIsBelieved() {
    List<LabeledSentence> sentences = new ArrayList<>();
    for (LabeledSentence sentence : ToyCorpus.sentences(100, 1)) {
      sentences.add(sentence.withSupervision(new Supervision(Set.of(), 2)));
      sentences.add(
          sentence
              .withTags(sentence.tags().stream().map(tag -> "O").toList())
              .withSupervision(new Supervision(Set.of(), 0.1)));
    }
    assertThat(f1(train(sentences, VALID))).isGreaterThan(95);
  }

  @Test
  void validationCountsOnlyTheTypesThatItsSentencesAnnotate() {
    NerModel model = train(ToyCorpus.sentences(200, 1), VALID);
    List<LabeledSentence> valid = annotatedFor(WITHOUT_PLACES, 60, 2);
    double ofAnnotated = new Validation(valid).score(model).precision();
    double ofAll = new Validation(asNegative(valid)).score(model).precision();
    assertThat(ofAnnotated).isGreaterThan(0.95);
    assertThat(ofAll).isLessThan(0.8);
    assertThat(new Validation(valid).reliability(model).predictions())
        .isLessThan(new Validation(asNegative(valid)).reliability(model).predictions());
  }

  @Test
  void aShardKeepsWhatIsLatentAndItsFingerprintTellsIt() {
    RunSetup setup =
        RunSetup.of(
            ToyCorpus.options(1, 1),
            Corpus.of(sources(), List.of()),
            List.of(),
            ToyCorpus.NO_VECTORS,
            TrainingListener.NONE);
    IndexedShard shard = setup.shard(sources());
    IndexedShard plain = setup.shard(asNegative(sources()));
    int place = setup.labels().id("S-LOC");
    int outside = setup.labels().id("O");
    assertThat(shard.sentences(new int[] {0}).get(0).supervision().latent().allows(outside, place))
        .isTrue();
    assertThat(
            shard.sentences(new int[] {150}).get(0).supervision().latent().allows(outside, place))
        .isFalse();
    assertThat(plain.sentences(new int[] {0}).get(0).supervision().latent()).isNull();
    assertThat(shard.fingerprint()).isNotEqualTo(plain.fingerprint());
    assertThat(CorpusFingerprint.of(sources()))
        .isNotEqualTo(CorpusFingerprint.of(asNegative(sources())));
  }

  @Test
  void refusesWhatCannotBeTrainedSo() {
    LinearOptions options = LinearOptions.DEFAULT.with().algorithm(Algorithm.HMM).build();
    assertThatThrownBy(
            () -> new LinearTrainer(options).train(sources(), VALID, TrainingListener.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("train with algorithm crf or neural");
    assertThatThrownBy(() -> new Supervision(Set.of(), 0))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("needs a number above 0");
    LabeledSentence plain =
        new LabeledSentence(List.of("a", "b"), List.of("NOUN", "VERB"))
            .withSupervision(WITHOUT_PLACES);
    assertThatThrownBy(() -> train(List.of(plain), List.of()))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("latent types need entities");
  }
}
