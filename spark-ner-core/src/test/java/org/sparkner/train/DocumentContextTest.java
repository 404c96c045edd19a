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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.UsageException;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NeuralModel;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.TinyEncoder;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.TaggedText;
import org.sparkner.tagger.Tagger;
import org.sparkner.text.Context;

/** What a name is depends on the sentence after it, which only an encoder of documents sees. */
class DocumentContextTest {
  private static final List<LabeledSentence> TRAIN = documents(150, 1);
  private static final List<LabeledSentence> VALID = documents(40, 2);
  private static final List<List<String>> TOKENS =
      VALID.stream().map(LabeledSentence::tokens).toList();
  private static final List<Context> CONTEXTS =
      VALID.stream().map(LabeledSentence::context).toList();

  private static NeuralModel model;
  @TempDir private Path folder;

  private static List<LabeledSentence> documents(int count, long seed) {
    Random random = new Random(seed);
    List<LabeledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean person = random.nextBoolean();
      List<String> name = List.of("the", "un");
      List<String> after = Collections.nCopies(6, person ? "in" : "a");
      List<Context> contexts = Context.of(List.of(name, after));
      List<String> tags = List.of("O", person ? "B-PER" : "B-LOC");
      sentences.add(new LabeledSentence(name, tags, List.of(), contexts.get(0)));
      sentences.add(
          new LabeledSentence(after, Collections.nCopies(6, "O"), List.of(), contexts.get(1)));
    }
    return sentences;
  }

  private static NeuralModel train(PretrainedEncoder encoder) {
    TrainingOptions options =
        ToyCorpus.options(20, 5)
            .withRecipe(recipe -> recipe.withDropout(0))
            .withContextual(encoder);
    return (NeuralModel)
        new Trainer(options)
            .train(TRAIN, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
  }

  @BeforeAll
  static void train() {
    model = train(TinyEncoder.readWholeDocuments());
  }

  @Test
  void isLearnedFromTheDocument() {
    NeuralModel alone = train(TinyEncoder.read());

    assertThat(model.readsDocuments()).isTrue();
    assertThat(model.training().metrics().get("valid_f1")).isEqualTo(100);
    assertThat(alone.readsDocuments()).isFalse();
    assertThat(alone.training().metrics().get("valid_f1")).isLessThan(80);
  }

  @Test
  void isTaggedAsItWasLearnedByASavedModel() {
    Path saved = folder.resolve("model");
    ModelWriter.write(model, saved, IfExists.REFUSE);

    List<TaggedSentence> tagged =
        Tagger.load(saved, Precision.F32).tagSentences(TOKENS, List.of(), CONTEXTS, true);

    assertThat(tagged)
        .extracting(TaggedSentence::tags)
        .isEqualTo(
            VALID.stream().map(LabeledSentence::tags).map(DocumentContextTest::bioes).toList());
  }

  private static List<String> bioes(List<String> tags) {
    return tags.stream().map(tag -> tag.replace("B-", "S-")).toList();
  }

  @Test
  void dependsOnNoOtherDocumentAndNotOnTheOrderOfTheSentences() {
    Tagger tagger = Tagger.of(model, Precision.F32);
    List<TaggedSentence> together = tagger.tagSentences(TOKENS, List.of(), CONTEXTS, true);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < TOKENS.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(3));

    List<TaggedSentence> shuffled =
        tagger.tagSentences(
            order.stream().map(TOKENS::get).toList(),
            List.of(),
            order.stream().map(CONTEXTS::get).toList(),
            true);

    for (int i = 0; i < order.size(); i++) {
      int at = order.get(i);
      assertThat(shuffled.get(i)).usingRecursiveComparison().isEqualTo(together.get(at));
      assertThat(
              tagger
                  .tagSentences(List.of(TOKENS.get(at)), List.of(), List.of(CONTEXTS.get(at)), true)
                  .get(0))
          .usingRecursiveComparison()
          .isEqualTo(together.get(at));
    }
  }

  @Test
  void aTextIsADocument() {
    Tagger tagger = Tagger.of(model, Precision.F32);
    List<String> texts = List.of("the un.\n\nin in in", "the un.\n\na a a");

    List<TaggedText> tagged = tagger.tagTexts(texts, false);

    for (int i = 0; i < texts.size(); i++) {
      List<List<String>> sentences =
          List.of(List.of("the", "un", "."), Collections.nCopies(3, i == 0 ? "in" : "a"));
      List<Context> contexts = Context.of(sentences);
      List<String> expected =
          tagger.tagSentences(sentences, List.of(), contexts, false).stream()
              .flatMap(sentence -> sentence.entities().stream())
              .map(entity -> entity.type() + entity.confidence())
              .toList();
      assertThat(tagged.get(i).entities())
          .extracting(entity -> entity.type() + entity.confidence())
          .isEqualTo(expected);
    }
    assertThat(tagged.get(0).entities()).isNotEqualTo(tagged.get(1).entities());
  }

  @Test
  void wantsAContextForEachSentence() {
    assertThatThrownBy(
            () -> Tagger.of(model).tagSentences(TOKENS, List.of(), CONTEXTS.subList(0, 1), false))
        .isInstanceOf(UsageException.class)
        .hasMessage(TOKENS.size() + " sentences come with 1 contexts.");
  }
}
