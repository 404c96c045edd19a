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

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.sparkner.tagger.TaggedText;
import org.sparkner.tagger.Tagger;

/**
 * Tagging at full rate for a time, in several threads that share a tagger, while the resources of
 * the process are sampled.
 *
 * @param tokens that were tagged
 * @param seconds that it took
 * @param trends of the second half
 */
record SteadyTagging(long tokens, double seconds, Map<Resource, Trend> trends) {
  private static final int BATCH = 16;

  /**
   * Tags.
   *
   * @param texts to tag again and again, each time with a name that was never there before, so that
   *     what is kept of words would grow if nothing bounded it
   * @param interval from sample to sample
   * @param samples file to write
   */
  static SteadyTagging run(
      Tagger tagger,
      List<String> texts,
      int threads,
      Duration time,
      Duration interval,
      Path samples)
      throws IOException, InterruptedException, ExecutionException {
    LongAdder tokens = new LongAdder();
    AtomicLong names = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (ResourceSamples sampled = new ResourceSamples(samples)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(() -> tag(tagger, texts, names, tokens, end)));
      }
      for (long next = begin; next - end < 0; next += interval.toNanos()) {
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        sampled.sample(tokens.sum());
      }
      for (Future<?> each : running) {
        each.get();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      sampled.sample(tokens.sum());
      return new SteadyTagging(tokens.sum(), seconds, sampled.secondHalf());
    } finally {
      pool.shutdownNow();
    }
  }

  private static void tag(
      Tagger tagger, List<String> texts, AtomicLong names, LongAdder tokens, long end) {
    while (System.nanoTime() - end < 0) {
      List<String> batch = new ArrayList<>(BATCH);
      for (int i = 0; i < BATCH; i++) {
        long number = names.getAndIncrement();
        String text = texts.get((int) (number % texts.size()));
        batch.add(text + " So said Ms. K" + Long.toString(number, Character.MAX_RADIX) + "son.");
      }
      for (TaggedText tagged : tagger.tagTexts(batch, false)) {
        tokens.add(tagged.tokenCount());
      }
    }
  }

  /** Whether nothing grows. */
  boolean isFlat() {
    return trends.values().stream().noneMatch(Trend::grows);
  }
}
