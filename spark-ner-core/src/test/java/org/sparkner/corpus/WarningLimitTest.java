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

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarningLimitTest {
  @Test
  void theFirstOfEachKindAreToldAndTheOthersCounted() {
    List<String> told = new ArrayList<>();
    try (WarningLimit limit = new WarningLimit(told::add)) {
      for (int i = 1; i <= 1500; i++) {
        limit.accept("a:" + i + ": found span 'x' [" + i + ", 9), expected whole tokens; widened.");
        if (i % 500 == 0) {
          limit.accept("a:" + i + ": found '" + i + "', expected a label; left out.");
        }
      }
    }

    assertThat(told)
        .hasSize(WarningLimit.SHOWN + 3 + 1)
        .contains("a:10: found span 'x' [10, 9), expected whole tokens; widened.")
        .last()
        .isEqualTo(
            "1,490 more like these, the last: a:1500: found span 'x' [1500, 9), expected whole"
                + " tokens; widened.");
  }

  @Test
  void whatIsWantedTellsKindsApartWhateverTextIsNamed() {
    List<String> told = new ArrayList<>();
    try (WarningLimit limit = new WarningLimit(told::add)) {
      for (int i = 0; i < 20; i++) {
        limit.accept(
            "a:1: found 'O'Brien" + i + "', expected the text 'it's " + i + "'; left out.");
      }
    }

    assertThat(told).hasSize(WarningLimit.SHOWN + 1);
  }

  @Test
  void whatOtherLimitsCountedIsAdded() {
    List<String> told = new ArrayList<>();
    try (WarningLimit limit = new WarningLimit(told::add)) {
      for (String file : List.of("a", "b")) {
        try (WarningLimit ofFile = new WarningLimit(limit)) {
          for (int i = 1; i <= 1015; i++) {
            ofFile.accept(file + ":" + i + ": found nothing, expected a label; left out.");
          }
        }
      }
    }

    assertThat(told)
        .hasSize(WarningLimit.SHOWN + 1)
        .last()
        .isEqualTo(
            "2,020 more like these, the last: b:1015: found nothing, expected a label; left out.");
  }
}
