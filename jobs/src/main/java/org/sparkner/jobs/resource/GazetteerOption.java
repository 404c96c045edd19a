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
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.lexicon.Gazetteers;
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

  /** As {@link GazetteerFiles#read}. */
  public Gazetteers read(Settings settings) {
    return GazetteerFiles.read(names, settings);
  }
}
