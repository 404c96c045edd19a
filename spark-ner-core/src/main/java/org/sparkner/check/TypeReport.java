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

package org.sparkner.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether there is enough of a type.
 *
 * @param type entity type
 * @param entities how many in the training data
 * @param names how many different ones; an estimate where names were sampled
 * @param unseen probability that the next entity of the type is a name that the data do not have, 0
 *     to 1: the share of the entities whose name occurs once (Good 1953)
 * @param validEntities how many in the validation data
 * @param amount what that means
 */
public record TypeReport(
    String type, long entities, long names, double unseen, long validEntities, Amount amount) {

  /**
   * Rules of thumb, not laws: spaCy's {@code debug data} warns below 50 of a type, and the scores
   * of the types of a corpus rise steeply up to some hundreds.
   */
  public enum Amount {
    /** Below 50: a model will hardly find the type. */
    TOO_FEW(50),
    /** Below 500: a start; more of it will help more than anything else. */
    FEW(500),
    /** Enough to train on. */
    ENOUGH(Long.MAX_VALUE);

    private final long below;

    Amount(long below) {
      this.below = below;
    }

    static Amount of(long entities) {
      for (Amount amount : values()) {
        if (entities < amount.below) {
          return amount;
        }
      }
      return ENOUGH;
    }

    /** Such as {@code too few}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** As a JSON object. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", type);
    map.put("entities", entities);
    map.put("names", names);
    map.put("unseen", unseen);
    map.put("valid_entities", validEntities);
    map.put("amount", amount.toString());
    return map;
  }
}
