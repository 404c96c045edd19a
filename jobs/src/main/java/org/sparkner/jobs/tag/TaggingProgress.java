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

package org.sparkner.jobs.tag;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.sparkner.jobs.console.Figures;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.spark.tagging.TaggingCounts;
import org.sparkner.spark.tagging.TaggingCounts.Counted;
import scala.collection.JavaConverters;

/** Follows the counts of running tasks, which come with the heartbeats, and of ended ones. */
public final class TaggingProgress extends SparkListener {
  private final StatusLine progress;
  private final String stage;
  private final long accumulator;
  private final Total total;
  private final Map<Long, Counted> tasks = new HashMap<>();
  private final long begin = System.nanoTime();

  /**
   * How much there is to do.
   *
   * @param documents in all, or 0 if unknown
   * @param characters about, in all, or 0 if unknown
   */
  public record Total(long documents, long characters) {
    /** The sum of two; what is unknown of one is unknown of both. */
    public Total plus(Total other) {
      return new Total(
          documents == 0 || other.documents == 0 ? 0 : documents + other.documents,
          characters == 0 || other.characters == 0 ? 0 : characters + other.characters);
    }

    /** The share that is done, 0 to 1; 0 if unknown. */
    double share(Counted done) {
      double share =
          documents > 0
              ? (double) done.documents() / documents
              : characters > 0 ? (double) done.characters() / characters : 0;
      return Math.min(1, share);
    }
  }

  /**
   * @param stage what the status line calls it
   * @param counts told what is tagged, and registered with Spark
   */
  public TaggingProgress(StatusLine progress, String stage, TaggingCounts counts, Total total) {
    this.progress = progress;
    this.stage = stage;
    this.accumulator = counts.id();
    this.total = total;
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    JavaConverters.seqAsJavaList(update.accumUpdates())
        .forEach(task -> see((Long) task._1(), JavaConverters.seqAsJavaList(task._4())));
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    see(
        end.taskInfo().taskId(),
        JavaConverters.seqAsJavaList(end.taskInfo().accumulables().toSeq()));
  }

  private void see(long task, Iterable<AccumulableInfo> accumulables) {
    for (AccumulableInfo info : accumulables) {
      if (info.id() == accumulator
          && info.update().isDefined()
          && info.update().get() instanceof Counted counted) {
        tasks.put(task, counted);
        show();
      }
    }
  }

  private void show() {
    Counted done = tasks.values().stream().reduce(Counted.NOTHING, Counted::plus);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double share = total.share(done);
    String left =
        share > 0 && share < 1 ? " · " + Figures.duration(seconds / share - seconds) + " left" : "";
    progress.update(
        String.format(
            Locale.ROOT,
            "%s · %,d documents · %,.0f tokens/s%s",
            stage,
            done.documents(),
            done.tokens() / seconds,
            left),
        share > 0 ? share : Double.NaN);
  }
}
