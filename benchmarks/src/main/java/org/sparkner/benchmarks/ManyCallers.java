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

package org.sparkner.benchmarks;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Tagger;

/**
 * Many threads that call one tagger at the same time.
 *
 * @param calls of all threads
 * @param different calls that did not give what one thread alone gets
 * @param speed texts a second of all threads
 * @param speedOfCores texts a second of as many threads as there are processors
 */
record ManyCallers(long calls, long different, double speed, double speedOfCores) {
  /**
   * Has each thread tag all texts, each beginning at another one.
   *
   * @param rounds how often
   */
  static ManyCallers run(Tagger tagger, List<String> texts, int threads, int rounds) {
    List<List<Entity>> expected = texts.stream().map(tagger::tag).toList();
    int cores = Runtime.getRuntime().availableProcessors();
    LongAdder different = new LongAdder();
    double few = speed(tagger, texts, expected, cores, rounds, different);
    double many = speed(tagger, texts, expected, threads, rounds, different);
    return new ManyCallers(
        (long) (threads + cores) * rounds * texts.size(), different.sum(), many, few);
  }

  private static double speed(
      Tagger tagger,
      List<String> texts,
      List<List<Entity>> expected,
      int threads,
      int rounds,
      LongAdder different) {
    AtomicInteger started = new AtomicInteger();
    double seconds =
        Together.seconds(
            threads,
            () -> {
              int first = started.getAndIncrement();
              return () -> {
                for (int i = 0; i < rounds * texts.size(); i++) {
                  int text = (first + i) % texts.size();
                  if (!tagger.tag(texts.get(text)).equals(expected.get(text))) {
                    different.increment();
                  }
                }
              };
            });
    return (double) threads * rounds * texts.size() / seconds;
  }
}
