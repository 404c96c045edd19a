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

package org.sparkner.option;

import java.time.Duration;

/** What {@code tag --incremental} does. */
public final class IncrementalOption {
  public static final OptionGroup GROUP =
      new OptionGroup("Incremental", "incremental", "What tag --incremental does.");

  public static final DeclaredOption<Duration> EVERY =
      GROUP
          .option("every", new TimeSpan())
          .doc(
              "Time between two looks for new files, until a signal ends the run.",
              "Without it, there is one look.")
          .flag("--every")
          .settingOnly()
          .add();

  public static final DeclaredOption<Integer> FILES_PER_BATCH =
      GROUP
          .option("filesPerBatch", WholeNumber.atLeast(1))
          .byDefault(1000)
          .doc(
              "Largest number of files that are tagged, and done with, at once.",
              "Fewer lose less when a run is killed.")
          .settingOnly()
          .add();

  private IncrementalOption() {}
}
