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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelMapTest {
  private static LabelMap map(String others, Map<String, String> types) {
    return new LabelMap(new TreeMap<>(types), others);
  }

  @Test
  void labelsBecomeTheTypesThatTheyStandForAndEntitiesThatMeetStayApart() {
    LabelMap map = map(null, Map.of("group", "ORG", "corporation", "ORG", "product", "O"));
    assertThat(map.map(List.of("B-group", "I-group", "B-corporation", "O", "B-product")))
        .containsExactly("B-ORG", "I-ORG", "B-ORG", "O", "O");
    assertThat(map.targets()).containsExactly("ORG");
  }

  @Test
  void otherLabelsAreMappedOnlyWhereItIsSaid() {
    assertThat(map(null, Map.of("PER", "PER")).of("LOC")).isEmpty();
    assertThat(map("O", Map.of("PER", "PER")).of("LOC")).contains("O");
    assertThat(map("MISC", Map.of("PER", "PER")).targets()).containsExactly("MISC", "PER");
    assertThat(LabelMap.identity(List.of("PER")).of("PER")).contains("PER");
  }
}
