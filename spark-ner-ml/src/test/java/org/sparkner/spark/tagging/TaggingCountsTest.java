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

package org.sparkner.spark.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sparkner.spark.tagging.TaggingCounts.Counted;

class TaggingCountsTest {
  private static final long SECOND = 1_000_000_000;
  private static final Counted ONE = new Counted(1, 0, 3, 1, new TreeMap<>());

  private final TaggingCounts driver = new TaggingCounts();

  @Test
  void timeIsThatOfTheTasksWhateverTheClocksOfTheirMachinesSay() {
    driver.merge(task(Long.MAX_VALUE - SECOND, 2 * SECOND));
    driver.merge(task(-900 * SECOND, 3 * SECOND));
    driver.merge(task(900 * SECOND, SECOND));

    assertThat(driver.seconds()).isBetween(3.0, 3.9);
    assertThat(driver.value().documents()).isEqualTo(3);
  }

  @Test
  void tasksAfterEachOtherAddUpWithTheTimeBetween() throws InterruptedException {
    long begin = System.nanoTime();
    driver.merge(task(0, SECOND));
    Thread.sleep(200);
    driver.merge(task(0, 1));

    double passed = (System.nanoTime() - begin) / 1e9;
    assertThat(driver.seconds()).isBetween(1.2, 1 + passed);
  }

  @Test
  void countsOfNothingTakeNoTime() {
    driver.merge(new TaggingCounts());

    assertThat(driver.seconds()).isZero();
    assertThat(driver.isZero()).isTrue();
  }

  private static TaggingCounts task(long begin, long length) {
    TaggingCounts counts = new TaggingCounts();
    counts.add(ONE);
    counts.addSpan(begin, begin + length);
    return counts;
  }
}
