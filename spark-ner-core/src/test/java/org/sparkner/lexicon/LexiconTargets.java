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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;

/** Any bytes in place of word vectors, a lexicon or a list of names. */
public final class LexiconTargets {
  private LexiconTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "vectors", LexiconTargets::vectors,
        "lexicon", LexiconTargets::lexicon,
        "gazetteer", LexiconTargets::gazetteer);
  }

  private static final int MOST_WORDS = 10_000;

  private static void vectors(byte[] file) {
    LoadedVectors vectors =
        Outcome.readOrRefused(
            () -> WordVectorsReader.read(new ByteArrayInputStream(file), "vectors", MOST_WORDS));
    if (vectors != null) {
      assertThat(vectors.vectors().words().size()).isBetween(0, MOST_WORDS);
    }
  }

  private static void lexicon(byte[] file) {
    Outcome.readOrRefused(
        () -> {
          try {
            return Lexicon.readFrom(new ByteArrayInputStream(file));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void gazetteer(byte[] file) {
    Outcome.readOrRefused(
        () -> {
          GazetteersBuilder builder = new GazetteersBuilder("en", true);
          builder.add("PER", new ByteArrayInputStream(file), "names");
          return builder.build();
        });
  }
}
