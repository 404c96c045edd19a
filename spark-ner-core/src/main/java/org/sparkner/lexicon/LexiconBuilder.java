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

package org.sparkner.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sparkner.text.Normalization;

/**
 * Makes the lexicon of a training run out of the training tokens and pretrained vectors.
 *
 * <p>A token counts for the pretrained word that {@link Lexicon#row} would find for it, else for
 * its lower-cased form with digits as 0. A form without a pretrained vector becomes a word only if
 * it occurs more than once: those that occur once stay unknown, and train the vector of the unknown
 * word.
 */
public final class LexiconBuilder {
  /** Marks a form without a pretrained vector. */
  private static final int NOT_PRETRAINED = -1;

  private final WordList pretrained;
  private final WordVectors vectors;
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private final TreeSet<Integer> characters = new TreeSet<>();
  private long tokens;
  private long asWritten;
  private long found;
  private long distinct;
  private long distinctFound;

  private static final class Form {
    private final String word;
    private final int pretrained;
    private long count;

    Form(String word, int pretrained) {
      this.word = word;
      this.pretrained = pretrained;
    }

    boolean isPretrained() {
      return pretrained != NOT_PRETRAINED;
    }

    boolean isKnown() {
      return isPretrained() || (count > 1 && LexiconFormat.holds(word));
    }
  }

  private LexiconBuilder(WordVectors vectors, int maxVectors) {
    this.vectors = vectors;
    List<String> words = vectors.words();
    this.pretrained = WordList.of(maxVectors < words.size() ? words.subList(0, maxVectors) : words);
  }

  /**
   * Builds the lexicon and the initial word table.
   *
   * @param counts tokens of the training data
   * @param vectors pretrained vectors, or {@link WordVectors#none}
   * @param maxVectors pretrained words kept, the file's first
   * @param cases that training shows words in as well: what pretrained words they are then, and
   *     their characters, is known, but no other word
   * @param seed of the vectors that are not pretrained: uniform in ±sqrt(3 / dimension), as Ma
   *     &amp; Hovy (2016, section 3.1) do
   */
  public static TrainingLexicon build(
      WordCounts counts, WordVectors vectors, int maxVectors, Set<LetterCase> cases, long seed) {
    LexiconBuilder builder = new LexiconBuilder(vectors, maxVectors);
    counts.forEach(builder::count);
    cases.forEach(each -> counts.forEach((token, count) -> builder.form(each.of(token))));
    return builder.build(seed);
  }

  private void count(String token, long count) {
    Form form = form(token);
    form.count += count;
    tokens += count;
    distinct++;
    if (form.isPretrained()) {
      found += count;
      distinctFound++;
      asWritten += form.word.equals(token) ? count : 0;
    }
  }

  private Form form(String token) {
    token.codePoints().forEach(characters::add);
    int index = Lexicon.find(pretrained, token);
    boolean found = index >= 0;
    String word =
        found ? pretrained.get(index) : Normalization.digitsToZero(token.toLowerCase(Locale.ROOT));
    return forms.computeIfAbsent(word, key -> new Form(key, found ? index : NOT_PRETRAINED));
  }

  private TrainingLexicon build(long seed) {
    List<Form> known = new ArrayList<>(forms.values());
    known.removeIf(form -> !form.isKnown());
    known.sort(Comparator.comparingLong((Form form) -> form.count).reversed());

    WordList.Builder words = new WordList.Builder();
    int[] sources = new int[1 + known.size() + pretrained.size()];
    Arrays.fill(sources, NOT_PRETRAINED);
    for (Form form : known) {
      words.add(form.word);
      sources[words.size()] = form.pretrained;
    }
    int trainedRows = words.size();
    for (int i = 0; i < pretrained.size(); i++) {
      String word = pretrained.get(i);
      if (LexiconFormat.holds(word) && words.add(word)) {
        sources[words.size()] = i;
      }
    }
    Lexicon lexicon =
        new Lexicon(words.build(), characters.stream().mapToInt(Integer::intValue).toArray());
    return new TrainingLexicon(
        lexicon,
        trainedRows,
        vectors.dimension(),
        table(sources, lexicon.wordRows(), seed),
        share(form -> !form.isKnown()),
        new VectorCoverage(tokens, asWritten, found, distinct, distinctFound));
  }

  private float[] table(int[] sources, int rows, long seed) {
    int dimension = vectors.dimension();
    float[] table = new float[Math.multiplyExact(rows, dimension)];
    SplittableRandom random = new SplittableRandom(seed);
    double bound = Math.sqrt(3.0 / dimension);
    for (int row = 0; row < rows; row++) {
      int to = row * dimension;
      if (sources[row] == NOT_PRETRAINED) {
        for (int i = 0; i < dimension; i++) {
          table[to + i] = (float) random.nextDouble(-bound, bound);
        }
      } else {
        System.arraycopy(vectors.table(), sources[row] * dimension, table, to, dimension);
      }
    }
    return table;
  }

  private double share(Predicate<Form> some) {
    long count = 0;
    for (Form form : forms.values()) {
      count += some.test(form) ? form.count : 0;
    }
    return tokens == 0 ? 0 : (double) count / tokens;
  }
}
