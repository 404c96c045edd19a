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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SilverLabels;
import org.sparkner.lexicon.AttributeValues;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.model.Architecture;
import org.sparkner.model.FeatureVectors;
import org.sparkner.model.InputFeatures;
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

  private final Lexicon lexicon;
  private final LabelSet labels;
  private final int maxWordLength;
  private final InputFeatures features;
  private final Map<String, int[]> characters = new HashMap<>();
  private final Map<WordWithAttribute, int[]> featureIds = new HashMap<>();
  private final Map<Set<String>, LatentLabels> latent = new HashMap<>();
  private final Map<LabelSet, int[]> ownIds = new HashMap<>();

  /** What the ids of features follow from, but for those of gazetteers. */
  private record WordWithAttribute(String word, int attribute) {}

  /**
   * @param sizes of the network that reads the ids
   */
  public SentenceIndexer(Lexicon lexicon, LabelSet labels, Architecture sizes) {
    this.lexicon = lexicon;
    this.labels = labels;
    this.maxWordLength = sizes.maxWordLength();
    this.features = sizes.features();
  }

  /** Indexes a sentence, in pieces if need be. */
  public void index(LabeledSentence sentence, Consumer<IndexedSentence> pieces) {
    indexPieces(sentence, (context, piece) -> pieces.accept(piece));
  }

  /**
   * Indexes a sentence, in pieces if need be, each of which is given with its context: for one of
   * several, its own tokens.
   */
  void indexPieces(LabeledSentence sentence, BiConsumer<Context, IndexedSentence> pieces) {
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
      pieces.accept(
          context,
          index(tokens, attributes, tags.subList(begin, end))
              .supervised(new LabelSupervision(unknown, weight, ofPiece)));
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
    int[] rows = new int[tokens.size()];
    int[][] words = new int[tokens.size()][];
    int[][] ids = new int[tokens.size()][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = lexicon.row(tokens.get(t));
      words[t] = characters.computeIfAbsent(tokens.get(t), this::characterIds);
      int part =
          attributes.isEmpty()
              ? AttributeValues.UNKNOWN
              : lexicon.attributeValues().id(attributes.get(t));
      ids[t] =
          featureIds.computeIfAbsent(new WordWithAttribute(tokens.get(t), part), this::featureIds);
    }
    if (features.gazetteerTypes() > 0) {
      int[][] places = lexicon.gazetteers().places(tokens);
      Arrays.setAll(ids, t -> FeatureVectors.ids(ids[t], places[t]));
    }
    // A piece of a cut entity is an entity of its own: its tags are made legal again.
    List<String> legal = labels.scheme() == TagScheme.PLAIN ? tags : TagScheme.BIOES.convert(tags);
    return new IndexedSentence(rows, words, ids, labels.encode(legal));
  }

  private int[] featureIds(WordWithAttribute token) {
    return FeatureVectors.ids(token.word(), token.attribute(), features, lexicon);
  }

  private int[] characterIds(String token) {
    int[] ids = token.codePoints().limit(maxWordLength).map(lexicon::characterId).toArray();
    return ids.length == 0 ? new int[] {Lexicon.UNKNOWN_CHARACTER} : Arrays.copyOf(ids, ids.length);
  }
}
