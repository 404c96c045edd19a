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
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  private static final Counts RIGHT = new Counts(2, 2, 2);
  private static final Counts WRONG = new Counts(2, 2, 1);

  private static PairedBootstrap of(int bothRight, int firstOnly, int secondOnly) {
    PairedBootstrap bootstrap = new PairedBootstrap();
    for (int i = 0; i < bothRight; i++) {
      bootstrap.add(RIGHT, RIGHT);
    }
    for (int i = 0; i < firstOnly; i++) {
      bootstrap.add(RIGHT, WRONG);
    }
    for (int i = 0; i < secondOnly; i++) {
      bootstrap.add(WRONG, RIGHT);
    }
    return bootstrap;
  }

  @Test
  void modelsThatFindTheSameDoNotDiffer() {
    assertThat(of(50, 0, 0).run(1000, 1)).isEqualTo(new PairedBootstrap.Result(0, 0, 0, 1));
  }

  @Test
  void theDifferenceIsThatOfAllSentencesAndThePValueFollowsTheSignTest() {
    // Of 10 sentences that differ, 9 for one: a sign test gives 0.021; of 6, 4 for one: 0.69.
    PairedBootstrap.Result clear = of(90, 1, 9).run(10_000, 1);
    PairedBootstrap.Result unclear = of(94, 2, 4).run(10_000, 1);

    assertThat(clear.difference()).isEqualTo(8 / 200.0, within(1e-12));
    assertThat(clear.pValue()).isBetween(0.002, 0.03);
    assertThat(clear.low()).isPositive();
    assertThat(unclear.pValue()).isBetween(0.3, 0.7);
    assertThat(unclear.low()).isNegative();
    assertThat(unclear.high()).isPositive();
  }

  @Test
  void theOrderOfTheSentencesDoesNotMatter() {
    Random random = new Random(7);
    List<Counts[]> pairs = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      pairs.add(
          new Counts[] {
            new Counts(3, 2, random.nextInt(3)), new Counts(3, 1 + random.nextInt(2), 1)
          });
    }
    PairedBootstrap.Result once = result(pairs);
    Collections.shuffle(pairs, random);

    assertThat(result(pairs)).isEqualTo(once);
  }

  private static PairedBootstrap.Result result(List<Counts[]> pairs) {
    PairedBootstrap bootstrap = new PairedBootstrap();
    pairs.forEach(pair -> bootstrap.add(pair[0], pair[1]));
    return bootstrap.run(500, 3);
  }

  @Test
  void theIntervalIsAsWideAsTheDifferencesOfSentencesSay() {
    // Of 1,000 sentences of two spans 60 are worse by one and 140 better: by the central limit
    // theorem the mean difference of a sentence, 0.08 of two, deviates by its own deviation /
    // √1000.
    PairedBootstrap.Result result = of(800, 60, 140).run(4000, 1);
    double deviation = Math.sqrt(0.2 - 0.08 * 0.08) / 2 / Math.sqrt(1000);

    assertThat(result.difference()).isCloseTo(0.04, within(1e-12));
    assertThat(result.low()).isCloseTo(0.04 - 1.96 * deviation, within(0.0015));
    assertThat(result.high()).isCloseTo(0.04 + 1.96 * deviation, within(0.0015));
  }

  @Test
  void exchangedModelsGiveTheOppositeDifference() {
    PairedBootstrap.Result one = of(40, 3, 8).run(2000, 1);
    PairedBootstrap.Result other = of(40, 8, 3).run(2000, 1);

    assertThat(one.difference()).isEqualTo(-other.difference(), within(1e-12));
    assertThat(one.pValue()).isEqualTo(other.pValue(), within(0.02));
  }
}
