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

import java.util.LinkedHashMap;
import java.util.Map;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.Location;
import org.sparkner.option.IncrementalOption;
import picocli.CommandLine.Option;

/** Whether to tag only the files that are new, and how often to look for them. */
@HelpGroup("Tagging new files only")
final class IncrementalOptions {
  @Option(
      names = "--incremental",
      description = {
        "Tag each file that is new since the last run exactly once, into a new batch=N of --output."
      })
  private boolean incremental;

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description = "Directory that records what has been tagged.")
  private String checkpoint;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "Look for new files again and again, such as every 30s.")
  private String every;

  @Option(
      names = "--files-per-batch",
      paramLabel = "N",
      description = "At most this many files in one batch=N.")
  private String filesPerBatch;

  /**
   * Whether it is asked for.
   *
   * @throws UsageException if the options do not go together
   */
  boolean isIncremental() {
    if (incremental && checkpoint == null) {
      throw new UsageException(
          "--incremental needs --checkpoint DIR, which records what has been tagged");
    }
    if (!incremental && (checkpoint != null || every != null || filesPerBatch != null)) {
      throw new UsageException(
          "--checkpoint, --every and --files-per-batch are for --incremental; add it");
    }
    return incremental;
  }

  Location checkpoint() {
    return Location.of(checkpoint);
  }

  /** The settings that the options stand for. */
  Map<String, String> settings() {
    Map<String, String> own = new LinkedHashMap<>();
    own.put(IncrementalOption.EVERY.key(), every);
    own.put(IncrementalOption.FILES_PER_BATCH.key(), filesPerBatch);
    own.values().removeIf(java.util.Objects::isNull);
    return own;
  }
}
