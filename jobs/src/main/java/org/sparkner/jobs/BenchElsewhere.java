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

package org.sparkner.jobs;

import java.util.List;
import org.sparkner.error.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Stands in the list of commands for {@code bench}, a program of its own above this one. The
 * launcher starts that; {@code spark-submit} with this program's main class does not know it.
 */
@Command(name = "bench", description = "Measures speed and memory on this machine.")
final class BenchElsewhere implements Runnable {
  @Unmatched private List<String> arguments;

  @Override
  public void run() {
    throw new UsageException(
        "bench is a program of its own: run bin/spark-ner bench, or give spark-submit"
            + " --class org.sparkner.benchmarks.Main --jars spark-ner-benchmarks.jar");
  }
}
