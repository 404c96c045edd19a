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

package org.sparkner.jobs.resource;

import java.util.List;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.option.InputOption;
import org.sparkner.option.TrainingOption;
import org.sparkner.spark.resource.GazetteerFiles;
import picocli.CommandLine.Option;

/** The gazetteers of a training. */
@HelpGroup("Data")
public final class GazetteerOption {
  @Option(
      names = "--gazetteer",
      paramLabel = "TYPE=FILE",
      description =
          "Known phrases of a type, one per line; or a directory of such files. Repeatable.")
  private List<String> names;

  /** Tells which files are read. */
  public void addTo(RunFiles files) {
    for (String name : names == null ? List.<String>of() : names) {
      files.reads("--gazetteer", name.substring(name.indexOf('=') + 1));
    }
  }

  /**
   * The phrases of all files. Those of a directory are of the types that they are named for.
   *
   * @throws UsageException if a name is neither of a directory nor {@code TYPE=FILE}
   * @throws org.sparkner.error.BadDataException if a file cannot be read or has no phrase
   */
  public Gazetteers read(Settings settings) {
    if (names == null) {
      return Gazetteers.NONE;
    }
    GazetteerFiles files =
        new GazetteerFiles(
            "--gazetteer",
            settings.get(TrainingOption.LANGUAGE),
            settings.get(InputOption.GAZETTEER_IGNORE_CASE));
    for (String name : names) {
      int equals = name.indexOf('=');
      if (equals > 0) {
        files.add(name.substring(0, equals), Location.of(name.substring(equals + 1)));
        continue;
      }
      Location directory = Location.of(name);
      if (equals == 0 || !directory.isDirectory()) {
        throw new UsageException(
            "--gazetteer needs TYPE=FILE or a directory of files, found " + name);
      }
      files.addAll(directory);
    }
    return files.build();
  }
}
