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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.TrainingSettings;
import org.sparkner.lexicon.LoadedVectors;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.lexicon.WordVectorsReader;

/** Reads the vectors that a user named, as the settings want them. */
public final class VectorsFile {
  private VectorsFile() {}

  /**
   * @throws org.sparkner.error.BadDataException if they cannot be read or are of another dimension
   *     than {@code network.word-dimension}
   */
  public static WordVectors read(Location file, Settings settings, StatusLine progress) {
    TrainingSettings training = new TrainingSettings(settings);
    progress.begin("reading " + file);
    LoadedVectors loaded;
    try (InputStream in = file.open()) {
      loaded = WordVectorsReader.read(in, file.name(), training.options().maxVectors());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.print("vectors " + loaded.report().summary());
    return settings.optionalInteger("network.word-dimension").isPresent()
        ? loaded.requireDimension(training.options().architecture().wordDimension())
        : loaded.vectors();
  }
}
