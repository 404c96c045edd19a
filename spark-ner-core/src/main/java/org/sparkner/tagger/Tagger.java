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

import java.nio.file.Path;
import java.util.List;
import org.sparkner.model.NerModel;
import org.sparkner.tags.LabelSet;

/**
 * Finds entities. Safe for many threads.
 *
 * <pre>{@code
 * Tagger tagger = Tagger.load(Path.of("models/news"));
 * tagger.tag("Ada Lovelace was born in London.");
 * }</pre>
 */
public final class Tagger {
  private final NerModel model;

  private Tagger(NerModel model) {
    this.model = model;
  }

  /** Loads a saved model. */
  public static Tagger load(Path directory) {
    throw new UnsupportedOperationException("being built: " + directory);
  }

  /** A tagger over a model in memory. */
  public static Tagger of(NerModel model) {
    return new Tagger(model);
  }

  /** The labels that {@link TaggedSentence#tags()} draws from. */
  public LabelSet labels() {
    return model.labels();
  }

  /** The entities of a text, with code-point offsets. */
  public List<Entity> tag(String text) {
    return tagTexts(List.of(text), false).get(0).entities();
  }

  /** The entities, tokens and tags of each text, in order. */
  public List<TaggedText> tagTexts(List<String> texts, boolean withMarginals) {
    throw new UnsupportedOperationException("being built: " + texts.size() + withMarginals);
  }

  /**
   * The entities and tags of each sentence of tokens, in order; an empty sentence gives empty
   * lists.
   */
  public List<TaggedSentence> tagSentences(List<List<String>> sentences, boolean withMarginals) {
    throw new UnsupportedOperationException("being built: " + sentences.size() + withMarginals);
  }
}
