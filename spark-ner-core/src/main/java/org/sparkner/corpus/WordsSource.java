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

package org.sparkner.corpus;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sparkner.tags.TagScheme;

/** Leaves out tokens of white space alone, which some tools have as tokens, and their tags. */
final class WordsSource implements SentenceSource {
  private final SentenceSource source;
  private final Consumer<String> warnings;

  /**
   * @param warnings hears of sentences that lose an entity
   */
  WordsSource(SentenceSource source, Consumer<String> warnings) {
    this.source = source;
    this.warnings = warnings;
  }

  @Override
  public PlacedSentence next() {
    for (PlacedSentence placed = source.next(); placed != null; placed = source.next()) {
      LabeledSentence read = placed.sentence();
      Optional<LabeledSentence> words = read.withoutWhiteSpace();
      boolean whole = words.isPresent() && words.get().size() == read.size();
      if (!whole && lost(read, words) > 0) {
        warnings.accept(
            placed.place() + ": found an entity of white space alone, expected words; left out.");
      }
      if (words.isPresent()) {
        return placed.with(words.get());
      }
    }
    return null;
  }

  private static int lost(LabeledSentence read, Optional<LabeledSentence> words) {
    if (TagScheme.detect(List.of(read.tags())) == TagScheme.PLAIN) {
      return 0;
    }
    return entities(read) - words.map(WordsSource::entities).orElse(0);
  }

  private static int entities(LabeledSentence sentence) {
    return TagScheme.spans(sentence.tags()).size();
  }

  @Override
  public String placeOf(String tag) {
    return source.placeOf(tag);
  }

  @Override
  public void close() {
    source.close();
  }
}
