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

import java.util.ArrayList;
import java.util.List;
import org.sparkner.tags.PathDistribution;
import org.sparkner.tags.Span;
import org.sparkner.text.Context;

/** Sentences cut into pieces of bounded length, and what was found in the pieces put together. */
final class Pieces {
  private final List<Sentence> list = new ArrayList<>();
  private final int[] firsts;

  private Pieces(int sentences) {
    firsts = new int[sentences + 1];
  }

  /**
   * @param attributes attributes of each sentence; empty where none are given
   * @param contexts of each sentence; empty where none are given. A sentence of several pieces is
   *     taken out of its context
   */
  static Pieces of(
      List<List<String>> sentences,
      List<List<String>> attributes,
      List<Context> contexts,
      int mostTokens) {
    Pieces pieces = new Pieces(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      List<String> tokens = sentences.get(i);
      List<String> own = attributes.isEmpty() ? List.of() : attributes.get(i);
      boolean whole = !contexts.isEmpty() && tokens.size() <= mostTokens;
      Context context = whole ? contexts.get(i) : null;
      for (int begin = 0; begin < tokens.size(); begin += mostTokens) {
        int length = Math.min(mostTokens, tokens.size() - begin);
        int number = pieces.list.size();
        pieces.list.add(new Sentence(number, tokens, own, begin, length, context));
      }
      pieces.firsts[i + 1] = pieces.list.size();
    }
    return pieces;
  }

  /** The pieces in order; an empty sentence has none. */
  List<Sentence> list() {
    return list;
  }

  /** A labeling for each sentence from one for each piece. */
  List<Labeling> join(Labeling[] labelings, Detail detail) {
    List<Labeling> joined = new ArrayList<>(firsts.length - 1);
    for (int i = 0; i + 1 < firsts.length; i++) {
      joined.add(
          firsts[i + 1] - firsts[i] == 1
              ? labelings[firsts[i]]
              : concatenate(labelings, firsts[i], firsts[i + 1], detail));
    }
    return joined;
  }

  private Labeling concatenate(Labeling[] labelings, int from, int to, Detail detail) {
    int length = 0;
    int entities = 0;
    for (int i = from; i < to; i++) {
      length += labelings[i].path().length;
      entities += labelings[i].spans().size();
    }
    int[] path = new int[length];
    List<Span> spans = new ArrayList<>(entities);
    double[] confidences = new double[entities];
    float[][] marginals = detail == Detail.MARGINALS ? new float[length][] : null;
    for (int i = from; i < to; i++) {
      Labeling piece = labelings[i];
      int begin = list.get(i).begin();
      System.arraycopy(piece.path(), 0, path, begin, piece.path().length);
      System.arraycopy(piece.confidences(), 0, confidences, spans.size(), piece.spans().size());
      if (detail == Detail.MARGINALS) {
        System.arraycopy(piece.marginals(), 0, marginals, begin, piece.path().length);
      }
      for (Span span : piece.spans()) {
        spans.add(new Span(begin + span.begin(), begin + span.end(), span.type()));
      }
    }
    return new Labeling(
        path,
        spans,
        confidences,
        marginals,
        detail == Detail.PATHS ? certain(path, labelings, from, to) : null);
  }

  /** Of a sentence so long that it was cut: the labels found are taken for certain. */
  private static PathPosteriors certain(int[] path, Labeling[] labelings, int from, int to) {
    double confidence = 1;
    for (int i = from; i < to; i++) {
      confidence *= labelings[i].paths().confidence();
    }
    return new PathPosteriors(confidence, PathDistribution.certain(path));
  }
}
