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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.model.IfExists;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;
import org.sparkner.tagger.Tagger;

/** Networks that read an attribute beside each token. */
@Tag("slow")
class AttributeTrainingTest {
  /** Sentences whose tokens are all alike: the attribute alone tells a name. */
  private static final List<LabeledSentence> SENTENCES = sentences(80);

  private static NerModel model;
  @TempDir private Path folder;

  private static List<LabeledSentence> sentences(int count) {
    Random random = new Random(4);
    List<LabeledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> tags = new ArrayList<>();
      List<String> attributes = new ArrayList<>();
      for (int length = 2 + random.nextInt(6); length > 0; length--) {
        boolean name = random.nextInt(3) == 0;
        tags.add(name ? "B-PER" : "O");
        attributes.add(name ? "PROPN" : random.nextBoolean() ? "VERB" : "NOUN");
      }
      sentences.add(
          new LabeledSentence(Collections.nCopies(tags.size(), "word"), tags, attributes));
    }
    return sentences;
  }

  private static NerModel train(List<LabeledSentence> train, List<LabeledSentence> valid) {
    TrainingOptions options = ToyCorpus.options(6, 1);
    InputFeatures features = InputFeatures.NONE.withAttributeDimension(4);
    return new Trainer(options.withArchitecture(options.architecture().withFeatures(features)))
        .train(train, valid, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
  }

  @BeforeAll
  static void train() {
    model = train(SENTENCES.subList(10, 80), SENTENCES.subList(0, 10));
  }

  private static List<String> tags(Tagger tagger, String... attributes) {
    List<String> tokens = Collections.nCopies(attributes.length, "word");
    return tagger
        .tagSentences(List.of(tokens), List.of(Arrays.asList(attributes)), false)
        .get(0)
        .tags();
  }

  @Test
  void findNamesThatNothingElseTells() {
    assertThat(model.training().metrics()).containsEntry("valid_f1", 100.0);
    assertThat(model.lexicon().attributeValues().names()).containsExactly("NOUN", "PROPN", "VERB");
    assertThat(tags(Tagger.of(model), "VERB", "PROPN", "NOUN")).containsExactly("O", "S-PER", "O");
  }

  @Test
  void takeAnUnknownOneAndNullAlike() {
    Tagger tagger = Tagger.of(model);

    assertThat(tags(tagger, "PROPN", "foreign", "VERB"))
        .isEqualTo(tags(tagger, "PROPN", null, "VERB"))
        .startsWith("S-PER");
  }

  @Test
  void areSavedWithWhatTheyKnow() {
    Path saved = folder.resolve("model");
    ModelWriter.write(model, saved, IfExists.REFUSE);

    Tagger tagger = Tagger.load(saved);
    assertThat(tagger.readsAttributes()).isTrue();
    assertThat(tags(tagger, "PROPN", "NOUN")).containsExactly("S-PER", "O");
  }

  @Test
  void refuseTokensThatComeWithout() {
    Tagger tagger = Tagger.of(model);

    assertThatThrownBy(() -> tagger.tag("word word"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("reads an attribute");
    assertThatThrownBy(() -> tagger.tagSentences(List.of(List.of("word")), false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("give tokens that come with it");
    assertThatThrownBy(
            () -> tagger.tagSentences(List.of(List.of("word")), List.of(List.of()), false))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("1 tokens has 0 attributes, expected as many");
  }

  @Test
  void areNotTrainedOnDataWithout() {
    List<LabeledSentence> lacking =
        List.of(SENTENCES.get(0), new LabeledSentence(List.of("no", "part"), List.of("O", "O")));

    assertThatThrownBy(() -> train(lacking, List.of()))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("a sentence of the training data has none; it begins with: no part");
    assertThatThrownBy(() -> train(SENTENCES, lacking))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("a sentence of the validation data has none");
  }
}
