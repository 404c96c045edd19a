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

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import java.lang.ref.WeakReference;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;

/**
 * What this process has tagged, for the sinks of Spark's metrics system, such as its servlet for
 * Prometheus: {@code sparkner.documents}, {@code .unread}, {@code .characters}, {@code .sentences},
 * {@code .tokens}, {@code .entities} and {@code .unknown_words}. A task that is run again counts
 * again.
 */
final class TaggingMetrics implements Source {
  private static final String NAME = "sparkner";
  private static final TaggingMetrics HERE = new TaggingMetrics();

  private final MetricRegistry registry = new MetricRegistry();
  private final Counter documents = registry.counter("documents");
  private final Counter unread = registry.counter("unread");
  private final Counter characters = registry.counter("characters");
  private final Counter sentences = registry.counter("sentences");
  private final Counter tokens = registry.counter("tokens");
  private final Counter entities = registry.counter("entities");
  private final Counter unknownWords = registry.counter("unknown_words");

  /** The system that has it. A process may start Spark again, which makes another one. */
  private WeakReference<MetricsSystem> registered = new WeakReference<>(null);

  private TaggingMetrics() {}

  /** Those of this process, known to the Spark that runs in it. */
  static TaggingMetrics here() {
    HERE.register(SparkEnv.get());
    return HERE;
  }

  private synchronized void register(SparkEnv spark) {
    if (spark != null && registered.get() != spark.metricsSystem()) {
      registered = new WeakReference<>(spark.metricsSystem());
      spark.metricsSystem().registerSource(this);
    }
  }

  /**
   * Adds a batch.
   *
   * @param rows how many there were
   * @param tagged those that were tagged, with nulls between them for those that failed
   */
  void addBatch(int rows, List<TaggedRow> tagged) {
    int read = 0;
    for (TaggedRow row : tagged) {
      if (row != null) {
        read++;
        characters.inc(row.characters());
        sentences.inc(row.sentences());
        tokens.inc(row.tokens());
        entities.inc(row.entities().size());
        unknownWords.inc(row.unknownWords());
      }
    }
    documents.inc(rows);
    unread.inc(rows - read);
  }

  @Override
  public String sourceName() {
    return NAME;
  }

  @Override
  public MetricRegistry metricRegistry() {
    return registry;
  }
}
