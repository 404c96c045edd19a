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

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.tagger.Tagger;

/**
 * Loads a model in a JVM that has done nothing else than start its logging, and tags one text.
 * Prints {@code load_s}, seconds to load; {@code first_entity_s}, seconds from the start of the JVM
 * to the end of the text, logging too; {@code peak_rss_mb} until then; and {@code reload_s},
 * seconds to load again, now that the classes are there.
 */
final class FirstEntity {
  private FirstEntity() {}

  /** {@code FirstEntity MODEL}, a name or a path. */
  public static void main(String[] arguments) {
    Logger log = LoggerFactory.getLogger(FirstEntity.class);
    log.debug("Loading {}.", arguments[0]);
    long start = System.nanoTime();
    Tagger tagger = Tagger.pretrained(arguments[0]);
    double load = (System.nanoTime() - start) / 1e9;
    tagger.tag("Ada Lovelace was born in London.");
    double first = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    double memory = PeakMemory.residentMegabytes();
    long again = System.nanoTime();
    Tagger.pretrained(arguments[0]);
    double reload = (System.nanoTime() - again) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "load_s=%.3f%nfirst_entity_s=%.3f%npeak_rss_mb=%.3f%nreload_s=%.3f%n",
        load,
        first,
        memory,
        reload);
  }
}
