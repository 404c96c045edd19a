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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.text.Context;

/**
 * Gathers sentences into the windows that an encoder learns from: whole sentences that follow each
 * other in a document, as many as the encoder reads at once. The windows of a document are about of
 * one length, so that none has too little context. A longer sentence is a window by itself, which
 * the encoder reads in parts; so is every sentence if the encoder reads no documents.
 */
public final class WindowedSentences {
  private final PretrainedEncoder encoder;
  private final IndexedShard.Builder shard;
  private final List<IndexedPiece> sentences = new ArrayList<>();
  private List<String> document = List.of();
  private int begin;
  private int end;

  /**
   * @param encoder that reads a window at once
   * @param shard that takes the windows
   */
  public WindowedSentences(PretrainedEncoder encoder, IndexedShard.Builder shard) {
    this.encoder = encoder;
    this.shard = shard;
  }

  /** Adds a sentence; those of a document follow each other in its order. */
  public void add(LabeledSentence sentence, SentenceIndexer indexer) {
    indexer.indexPieces(sentence, this::add);
  }

  private void add(IndexedPiece piece) {
    Context context = piece.context();
    boolean follows =
        encoder.vectors().wholeDocument() && context.tokens() == document && context.begin() == end;
    if (!follows) {
      finish();
      document = context.tokens();
      begin = context.begin();
      end = begin;
    }
    sentences.add(piece);
    end += piece.sentence().size();
  }

  /** All sentences added; nothing is to be added afterwards. */
  public IndexedShard shard() {
    finish();
    return shard.build();
  }

  /** Adds the windows of what follows each other. */
  private void finish() {
    if (sentences.isEmpty()) {
      return;
    }
    List<String> tokens = document.subList(begin, end);
    int from = 0;
    int place = 0;
    for (int count : cut(pieces(encoder.pieceCounts(tokens)), encoder.capacity())) {
      List<IndexedPiece> window = sentences.subList(place, place + count);
      int to = from + window.stream().mapToInt(piece -> piece.sentence().size()).sum();
      shard.addWindow(window, encoder.inputs(tokens.subList(from, to)));
      place += count;
      from = to;
    }
    sentences.clear();
  }

  /** Pieces of each sentence. */
  private int[] pieces(int[] ofTokens) {
    int[] pieces = new int[sentences.size()];
    int token = 0;
    for (int i = 0; i < pieces.length; i++) {
      for (int end = token + sentences.get(i).sentence().size(); token < end; token++) {
        pieces[i] += ofTokens[token];
      }
    }
    return pieces;
  }

  /**
   * Sentences of each window: of as few windows as there can be, filled up to the smallest bound
   * that needs no more of them.
   *
   * @param sizes of the sentences
   * @param most of a window; a larger sentence has one of its own
   */
  static List<Integer> cut(int[] sizes, int most) {
    int fewest = filled(sizes, most).size();
    int low = Math.max(1, Arrays.stream(sizes).sum() / fewest);
    int high = most;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (filled(sizes, middle).size() <= fewest) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return filled(sizes, high);
  }

  private static List<Integer> filled(int[] sizes, int most) {
    List<Integer> counts = new ArrayList<>();
    int begin = 0;
    int sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (i > begin && sum + sizes[i] > most) {
        counts.add(i - begin);
        begin = i;
        sum = 0;
      }
      sum += sizes[i];
    }
    counts.add(sizes.length - begin);
    return counts;
  }
}
