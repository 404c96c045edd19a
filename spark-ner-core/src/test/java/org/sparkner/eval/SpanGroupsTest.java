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

package org.sparkner.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanGroupsTest {
  @Test
  void aSpanIsMissedSpuriousOrRightInItsGroup() {
    SpanGroups.Builder builder = new SpanGroups.Builder();
    builder.add("length", "1 token", true, true);
    builder.add("length", "1 token", true, false);
    builder.add("length", "2 tokens", false, true);

    SpanGroups groups = builder.build();

    assertThat(groups.breakdowns())
        .isEqualTo(
            Map.of(
                "length", Map.of("1 token", new Counts(2, 1, 1), "2 tokens", new Counts(0, 1, 0))));
    assertThat(groups.toMap().toString()).contains("recall=50.0", "predicted=1");
  }
}
