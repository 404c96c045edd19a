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
import java.util.List;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.GazetteersBuilder;

/** Reads the gazetteers that a user named: {@code TYPE=FILE}, or a directory of files. */
final class GazetteerFiles {
  private final GazetteersBuilder gazetteers;

  private GazetteerFiles(GazetteersBuilder gazetteers) {
    this.gazetteers = gazetteers;
  }

  /**
   * The phrases of all files. Those of a directory are of the types that they are named for, up to
   * the first dot.
   *
   * @param names as the user gave them; null for none
   * @throws UsageException if a name is neither
   * @throws BadDataException if a file cannot be read or has no phrase
   */
  static Gazetteers read(List<String> names, Settings settings) {
    if (names == null) {
      return Gazetteers.NONE;
    }
    GazetteerFiles files =
        new GazetteerFiles(
            new GazetteersBuilder(
                settings.text("training.language"),
                settings.flag("training.gazetteer-ignore-case")));
    names.forEach(files::add);
    return files.gazetteers.build();
  }

  private void add(String name) {
    int equals = name.indexOf('=');
    if (equals > 0) {
      add(name.substring(0, equals), Location.of(name.substring(equals + 1)));
      return;
    }
    Location directory = Location.of(name);
    if (equals == 0 || !directory.isDirectory()) {
      throw new UsageException(
          "--gazetteer wants TYPE=FILE or a directory of files, found " + name);
    }
    List<String> files =
        directory.list().stream().filter(file -> !file.matches("[._].*")).sorted().toList();
    if (files.isEmpty()) {
      throw new BadDataException(name + ": found no file in this directory, wanted gazetteers");
    }
    files.forEach(file -> add(file.replaceAll("[.].*", ""), directory.child(file)));
  }

  private void add(String type, Location file) {
    file.requireExisting();
    try (InputStream in = file.open()) {
      gazetteers.add(type, in, file.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
