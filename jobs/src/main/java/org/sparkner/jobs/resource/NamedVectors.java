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

import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.lexicon.LoadedVectors;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.option.NetworkOption;
import org.sparkner.option.TrainingOption;
import org.sparkner.spark.resource.VectorsFile;

/** Reads the word vectors that a user named by {@code --vectors}, and tells of them. */
public final class NamedVectors {
  private NamedVectors() {}

  /**
   * @throws org.sparkner.error.BadDataException if they cannot be read or are of another dimension
   *     than {@code network.word-dimension}
   */
  public static WordVectors read(String file, Settings settings, StatusLine progress) {
    progress.begin("reading " + file);
    LoadedVectors loaded =
        VectorsFile.read(Location.of(file), "--vectors", settings.get(TrainingOption.MAX_VECTORS));
    progress.print("vectors " + loaded.report().summary());
    loaded.report().warning().ifPresent(warning -> progress.print("warning: " + warning));
    return settings
        .find(NetworkOption.WORD_DIMENSION)
        .map(loaded::requireDimension)
        .orElseGet(loaded::vectors);
  }
}
