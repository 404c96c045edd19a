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

package org.sparkner.jobs.labeled;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sparkner.corpus.BratFormat;
import org.sparkner.corpus.CorpusOptions;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.RegisteredFormat;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;

/**
 * Reads files of labelled sentences, on the driver and in tasks.
 *
 * @param format of all files
 * @param options of the format
 */
record SentenceFiles(RegisteredFormat format, CorpusOptions options) implements Serializable {
  /**
   * The files to read: that of the name, or those directly in the directory of the name.
   *
   * @throws BadDataException if there is none
   */
  List<Location> in(Location data) {
    data.requireExisting();
    if (!data.isDirectory()) {
      return List.of(data);
    }
    List<Location> files =
        data.list().stream()
            .filter(name -> !name.matches("[._].*"))
            .filter(format::reads)
            .sorted()
            .map(data::child)
            .filter(file -> !file.isDirectory())
            .toList();
    if (files.isEmpty()) {
      throw new BadDataException(
          data + ": found no file in this directory, expected files of sentences");
    }
    return files;
  }

  /** Tells of the texts that brat has no annotations of. */
  void warnOfTexts(Location data, Consumer<String> warnings) {
    if (format != RegisteredFormat.BRAT || !data.isDirectory()) {
      return;
    }
    Set<String> names = new TreeSet<>(data.list());
    for (String name : names) {
      String annotations = name.replaceAll("\\.txt$", BratFormat.ANNOTATIONS);
      if (name.endsWith(BratFormat.TEXTS) && !names.contains(annotations)) {
        warnings.accept(
            data.child(name) + ": found no " + annotations + ", expected one beside it; left out.");
      }
    }
  }

  /** The names of the directories in a directory, which are not read. */
  static List<String> directoriesIn(Location data) {
    if (!data.isDirectory()) {
      return List.of();
    }
    return data.list().stream()
        .filter(name -> !name.matches("[._].*") && data.child(name).isDirectory())
        .sorted()
        .toList();
  }

  /** Opens a file of sentences. */
  CorpusReader open(Location file, Consumer<String> warnings) {
    return CorpusReader.open(file, format.with(options), warnings);
  }
}
