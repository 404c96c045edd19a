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

package org.sparkner.jobs.model;

import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.files.RunFiles;
import picocli.CommandLine.Option;

/** Options of the commands that make a model of a model: where it is written. */
public final class NewModelOption {
  @HelpGroup("Models")
  @Option(
      names = "--output",
      required = true,
      paramLabel = "PATH",
      description = "Directory to write the new model to. Required.")
  private String output;

  @HelpGroup("Models")
  @Option(names = "--overwrite", description = "Replace the output if it exists.")
  private boolean overwrite;

  /** As the user wrote it, for messages. */
  public String name() {
    return output;
  }

  /** Tells which directory is written. */
  public RunFiles addTo(RunFiles files) {
    return files.replaces("--output", Location.of(output));
  }

  /**
   * Has the directory for this process, until it is closed.
   *
   * @throws org.sparkner.error.UsageException if it is there and is not to be replaced
   */
  public OutputDirectory claim() {
    return OutputDirectory.claim(Location.of(output), overwrite);
  }
}
