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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SilverLabels;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.Architecture;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.LabelSupervision;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.LatentLabels;
import org.sparkner.tags.PathDistribution;
import org.sparkner.tags.TagScheme;
import org.sparkner.text.Context;

/**
 * Labelled sentences to ids. Equal words share their ids of characters, and of features where their
 * attributes are equal too.
 */
public final class SentenceIndexer {
  /**
   * Longer sentences are trained on in pieces, each cut before a token outside any entity where
   * there is one, so that one runaway sentence does not decide the memory of a batch.
   */
  static final int LONGEST_SENTENCE = 512;

  private final LabelSet labels;
  private final TokenIndexer indexer;
  private final Map<Set<String>, LatentLabels> latent = new HashMap<>();
  private final Map<LabelSet, int[]> ownIds = new HashMap<>();

  /**
   * @param sizes of the network that reads the ids
   */
  public SentenceIndexer(Lexicon lexicon, LabelSet labels, Architecture sizes) {
    this.labels = labels;
    this.indexer = new TokenIndexer(lexicon, sizes);
  }

  /** Indexes a sentence, in pieces if need be. */
  public void index(LabeledSentence sentence, Consumer<IndexedSentence> pieces) {
    indexPieces(sentence, piece -> pieces.accept(piece.sentence()));
  }

  /** Indexes a sentence, in pieces if need be, each of which is given with its context. */
  public void indexPieces(LabeledSentence sentence, Consumer<IndexedPiece> pieces) {
    List<String> tags = labels.scheme().convert(sentence.tags());
    LatentLabels unknown =
        latent.computeIfAbsent(
            sentence.supervision().latentTypes(), types -> LatentLabels.of(labels, types));
    float weight = (float) sentence.supervision().weight();
    PathDistribution taught = taught(sentence.supervision().silver());
    int begin = 0;
    while (begin < tags.size()) {
      int end = pieceEnd(tags, begin);
      List<String> tokens = sentence.tokens().subList(begin, end);
      List<String> attributes =
          sentence.attributes().isEmpty() ? List.of() : sentence.attributes().subList(begin, end);
      boolean whole = tokens.size() == sentence.size();
      Context context = whole ? sentence.context() : Context.alone(tokens);
      PathDistribution ofPiece =
          taught == null || whole ? taught : taught.part(begin, end, labels).orElse(null);
      IndexedSentence indexed =
          index(tokens, attributes, tags.subList(begin, end))
              .supervised(new LabelSupervision(unknown, weight, ofPiece));
      pieces.accept(new IndexedPiece(context, attributes, indexed));
      begin = end;
    }
  }

  /** What a teacher thinks, by the ids of the labels here; null where none taught. */
  private PathDistribution taught(SilverLabels silver) {
    if (silver == null || silver.labels().equals(labels)) {
      return silver == null ? null : silver.paths();
    }
    int[] ids = ownIds.computeIfAbsent(silver.labels(), teacher -> labels.encode(teacher.labels()));
    return silver.paths().relabelled(ids);
  }

  private static int pieceEnd(List<String> tags, int begin) {
    int limit = begin + LONGEST_SENTENCE;
    if (limit >= tags.size()) {
      return tags.size();
    }
    for (int end = limit; end > begin; end--) {
      if (tags.get(end).equals("O")) {
        return end;
      }
    }
    return limit;
  }

  private IndexedSentence index(List<String> tokens, List<String> attributes, List<String> tags) {
    // A piece of a cut entity is an entity of its own: its tags are made legal again.
    List<String> legal = labels.scheme() == TagScheme.PLAIN ? tags : TagScheme.BIOES.convert(tags);
    return indexer.index(tokens, attributes, labels.encode(legal));
  }
}
