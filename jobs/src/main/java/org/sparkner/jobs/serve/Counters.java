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

package org.sparkner.jobs.serve;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.sparkner.tagger.TaggedText;

/** What was tagged, for Prometheus. */
final class Counters {
  private final LongAdder texts = new LongAdder();
  private final LongAdder tokens = new LongAdder();
  private final LongAdder entities = new LongAdder();

  void add(TaggedText tagged) {
    texts.increment();
    tokens.add(tagged.tokenCount());
    entities.add(tagged.entities().size());
  }

  /** In Prometheus's text format. */
  String text(AtomicLong requests) {
    return counter("requests", "Requests that were answered.", requests.get())
        + counter("texts", "Texts that were tagged.", texts.sum())
        + counter("tokens", "Tokens of these texts.", tokens.sum())
        + counter("entities", "Entities that were found in them.", entities.sum());
  }

  private static String counter(String name, String help, long value) {
    return String.format(
        Locale.ROOT,
        "# HELP spark_ner_%1$s_total %2$s\n# TYPE spark_ner_%1$s_total counter\nspark_ner_%1$s_total"
            + " %3$d\n",
        name,
        help,
        value);
  }
}
