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

package org.sparkner.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sparkner.lexicon.Gazetteers;

/**
 * Features of where tokens stand in phrases of gazetteers: such as {@code gazetteer[-1]=PER.B} of
 * the token after the first one of a name of type PER, and {@code S} for a name of one token. A
 * token has those of its own place and of its neighbours'. Immutable.
 */
public final class PhraseFeatures {
  /** Farthest token whose place is looked at, either way. */
  private static final int FARTHEST = 1;

  /** Signs of the places of {@link Gazetteers}. */
  private static final String SIGNS = "OBIES";

  private final Gazetteers gazetteers;
  private final List<String> types;

  /** Fingerprints of names, by place relative to the token, type, and place in the phrase. */
  private final long[][][] fingerprints;

  public PhraseFeatures(Gazetteers gazetteers) {
    this.gazetteers = gazetteers;
    this.types = gazetteers.types();
    this.fingerprints = new long[2 * FARTHEST + 1][types.size()][Gazetteers.PLACES];
    for (int offset = -FARTHEST; offset <= FARTHEST; offset++) {
      for (int type = 0; type < types.size(); type++) {
        for (int place = 0; place < Gazetteers.PLACES; place++) {
          fingerprints[FARTHEST + offset][type][place] = Fingerprint.of(name(offset, type, place));
        }
      }
    }
  }

  private String name(int offset, int type, int place) {
    return "gazetteer[" + offset + "]=" + types.get(type) + "." + SIGNS.charAt(place);
  }

  /** Told of each feature of a sentence. */
  private interface Features {
    void visit(int token, int offset, int type, int place);
  }

  /** Of each token the features of the places at and around it. */
  private void forEach(List<String> tokens, Features features) {
    if (types.isEmpty()) {
      return;
    }
    int[][] places = gazetteers.places(tokens);
    for (int token = 0; token < places.length; token++) {
      int end = Math.min(FARTHEST, places.length - 1 - token);
      for (int offset = Math.max(-FARTHEST, -token); offset <= end; offset++) {
        int[] ofTypes = places[token + offset];
        for (int type = 0; ofTypes != null && type < ofTypes.length; type++) {
          if (ofTypes[type] != Gazetteers.OUTSIDE) {
            features.visit(token, offset, type, ofTypes[type]);
          }
        }
      }
    }
  }

  /** The names of the features of each token of a sentence. */
  public List<List<String>> names(List<String> tokens) {
    List<List<String>> names = new ArrayList<>(Collections.nCopies(tokens.size(), List.of()));
    forEach(
        tokens,
        (token, offset, type, place) -> {
          if (names.get(token).isEmpty()) {
            names.set(token, new ArrayList<>());
          }
          names.get(token).add(name(offset, type, place));
        });
    return names;
  }

  /**
   * Adds the weights of a sentence's features.
   *
   * @param emissions [tokens × K], added to
   */
  public void score(List<String> tokens, FeatureTable table, float[] emissions) {
    int labels = table.labelCount();
    forEach(
        tokens,
        (token, offset, type, place) ->
            table.add(fingerprints[FARTHEST + offset][type][place], emissions, token * labels));
  }
}
