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
import java.util.List;
import org.sparkner.lexicon.AttributeValues;

/**
 * Features of the attributes given with tokens, such as parts of speech: {@code attribute[-1]=VERB}
 * of the token after a verb. A token has those of itself and of its neighbours; one that is not
 * known is no feature. Immutable.
 */
public final class AttributeFeatures {
  /** Farthest token whose attribute is looked at, either way. */
  private static final int FARTHEST = 1;

  private final AttributeValues tags;

  /** Fingerprints of names, by place relative to the token and id of the attribute. */
  private final long[][] fingerprints;

  public AttributeFeatures(AttributeValues tags) {
    this.tags = tags;
    this.fingerprints = new long[2 * FARTHEST + 1][tags.size() + 1];
    for (int offset = -FARTHEST; offset <= FARTHEST; offset++) {
      for (int id = 1; id <= tags.size(); id++) {
        fingerprints[FARTHEST + offset][id] = Fingerprint.of(name(offset, id));
      }
    }
  }

  private String name(int offset, int id) {
    return "attribute[" + offset + "]=" + tags.names().get(id - 1);
  }

  /** Told of each feature of a sentence. */
  private interface Features {
    void visit(int token, int offset, int id);
  }

  private void forEach(List<String> attributes, Features features) {
    for (int token = 0; token < attributes.size(); token++) {
      int end = Math.min(FARTHEST, attributes.size() - 1 - token);
      for (int offset = Math.max(-FARTHEST, -token); offset <= end; offset++) {
        int id = tags.id(attributes.get(token + offset));
        if (id != AttributeValues.UNKNOWN) {
          features.visit(token, offset, id);
        }
      }
    }
  }

  /**
   * Adds the names of the features of each token of a sentence.
   *
   * @param attributes attributes of the tokens
   * @param names those of each token, added to
   */
  public void addNames(List<String> attributes, List<List<String>> names) {
    forEach(
        attributes,
        (token, offset, id) -> {
          List<String> more = new ArrayList<>(names.get(token));
          more.add(name(offset, id));
          names.set(token, more);
        });
  }

  /**
   * Adds the weights of a sentence's features.
   *
   * @param attributes attributes of the tokens
   * @param emissions [tokens × K], added to
   */
  public void score(List<String> attributes, FeatureTable table, float[] emissions) {
    int labels = table.labelCount();
    forEach(
        attributes,
        (token, offset, id) ->
            table.add(fingerprints[FARTHEST + offset][id], emissions, token * labels));
  }
}
