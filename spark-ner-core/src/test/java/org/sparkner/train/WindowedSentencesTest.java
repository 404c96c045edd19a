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
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.LexiconBuilder;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.model.Architecture;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.TinyEncoder;
import org.sparkner.tags.LabelSet;

/** With an encoder that reads ten pieces and those that begin and end them. */
class WindowedSentencesTest {
  private static final Lexicon LEXICON =
      LexiconBuilder.build(
              WordCounts.of(List.of(List.of("a", "b"))), ToyCorpus.NO_VECTORS, 10, Set.of(), 1)
          .lexicon();
  private static final SentenceIndexer INDEXER =
      new SentenceIndexer(LEXICON, LabelSet.bioes(List.of("X")), Architecture.DEFAULT);

  /** Sentences of words that are a piece each. */
  private static List<LabeledSentence> document(int... lengths) {
    return LabeledSentence.ofDocument(
        IntStream.of(lengths)
            .mapToObj(
                length ->
                    new LabeledSentence(
                        Collections.nCopies(length, "a"), Collections.nCopies(length, "O")))
            .toList());
  }

  private static IndexedShard shard(PretrainedEncoder encoder, List<LabeledSentence> sentences) {
    WindowedSentences windows =
        new WindowedSentences(encoder, IndexedShard.builder(TrainingOptions.DEFAULT, LEXICON));
    sentences.forEach(sentence -> windows.add(sentence, INDEXER));
    return windows.shard();
  }

  private static List<Integer> windows(IndexedShard shard) {
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < shard.windows(); i++) {
      sizes.add(shard.windowEnd(i) - shard.windowBegin(i));
    }
    return sizes;
  }

  @Test
  void fillsAsFewWindowsAsThereCanBeAboutEqually() {
    assertThat(WindowedSentences.cut(new int[] {4, 4, 4, 4}, 12)).containsExactly(2, 2);
    assertThat(WindowedSentences.cut(new int[] {4, 4, 4, 4}, 16)).containsExactly(4);
    assertThat(WindowedSentences.cut(new int[] {1, 30, 1, 1}, 10)).containsExactly(1, 1, 2);
    assertThat(WindowedSentences.cut(new int[] {5, 5, 5, 5, 1}, 10)).containsExactly(2, 2, 1);
    assertThat(WindowedSentences.cut(new int[] {5}, 10)).containsExactly(1);
  }

  @Test
  void aWindowIsOfOneDocumentAndOfSentencesThatFollowEachOther() {
    List<LabeledSentence> sentences = new ArrayList<>(document(3, 3, 3));
    List<LabeledSentence> other = document(2, 2, 2);
    sentences.add(other.get(0));
    sentences.add(other.get(2));
    sentences.add(new LabeledSentence(List.of("a", "b"), List.of("O", "O")));

    IndexedShard shard = shard(TinyEncoder.readWholeDocuments(), sentences);

    assertThat(windows(shard)).containsExactly(3, 1, 1, 1);
    assertThat(shard.windowLength(0)).isEqualTo(9);
    Batch batch = shard.batch(new int[] {0, 1, 2, 5});
    assertThat(batch.inputs()).extracting(input -> input.pieces().length).containsExactly(11, 4);
    assertThat(batch.inputs()).extracting(input -> input.firsts().length).containsExactly(9, 2);
  }

  @Test
  void aSentenceIsAWindowWhereTheEncoderReadsNoDocuments() {
    assertThat(windows(shard(TinyEncoder.read(), document(3, 3, 3)))).containsExactly(1, 1, 1);
  }

  @Test
  void whatIsTooLongIsReadInPartsThatOverlap() {
    IndexedShard shard = shard(TinyEncoder.readWholeDocuments(), document(1, 25, 2));

    assertThat(windows(shard)).containsExactly(1, 1, 1);
    List<EncoderInput> inputs = shard.batch(new int[] {1}).inputs();
    assertThat(inputs).hasSizeGreaterThan(2);
    assertThat(inputs).allMatch(input -> input.pieces().length <= 12);
    assertThat(inputs.stream().mapToInt(input -> input.firsts().length).sum()).isEqualTo(25);
  }

  @Test
  void batchesAreOfWholeWindowsAndAsManyInEveryEpoch() {
    List<LabeledSentence> sentences = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      sentences.addAll(document(IntStream.generate(() -> 2).limit(1 + i * 5 % 7).toArray()));
    }
    IndexedShard shard = shard(TinyEncoder.readWholeDocuments(), sentences);
    for (int size : new int[] {1, 3, 10, 1000}) {
      int count = BatchSchedule.batches(shard.sentences(), shard.windows(), size);
      for (int epoch = 0; epoch < 5; epoch++) {
        List<int[]> batches = new BatchSchedule(shard, size, epoch % 2 == 0, 1).epoch(epoch);
        assertThat(batches).hasSize(count).noneMatch(batch -> batch.length == 0);
        assertThat(batches.stream().flatMapToInt(IntStream::of).sorted().toArray())
            .isEqualTo(IntStream.range(0, shard.sentences()).toArray());
        for (int[] batch : batches) {
          List<Integer> places = IntStream.of(batch).boxed().toList();
          assertThat(batch.length).isLessThan(size + 5);
          for (int w = 0; w < shard.windows(); w++) {
            List<Integer> window =
                IntStream.range(shard.windowBegin(w), shard.windowEnd(w)).boxed().toList();
            assertThat(places.containsAll(window) || places.stream().noneMatch(window::contains))
                .isTrue();
          }
        }
      }
    }
  }
}
