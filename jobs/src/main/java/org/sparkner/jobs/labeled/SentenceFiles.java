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
import org.sparkner.corpus.ColumnsFormat;
import org.sparkner.corpus.CorpusOptions;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.RegisteredFormat;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;

/**
 * Reads files of labelled sentences, on the driver and in tasks.
 *
 * @param format any but AUTO and PARQUET
 * @param language BCP 47 tag, for texts that want splitting
 * @param tokenColumn of CoNLL columns, or null
 * @param tagColumn column of tags, as CoNLL columns or CoNLL-U name it, or null
 * @param comments of CoNLL columns
 * @param attributeColumn column or field of attributes, as the format names them, or null
 */
record SentenceFiles(
    DataFormat format,
    String language,
    Integer tokenColumn,
    String tagColumn,
    ColumnsFormat.Comments comments,
    String attributeColumn)
    implements Serializable {
  private static final String ANNOTATIONS = ".ann";
  private static final String TEXTS = ".txt";

  /** Whether it is a directory with annotations of brat. */
  static boolean hasAnnotations(Location data) {
    return data.isDirectory() && data.list().stream().anyMatch(name -> name.endsWith(ANNOTATIONS));
  }

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
            .filter(name -> format != DataFormat.BRAT || name.endsWith(ANNOTATIONS))
            .sorted()
            .map(data::child)
            .filter(file -> !file.isDirectory())
            .toList();
    if (files.isEmpty()) {
      throw new BadDataException(
          data + ": found no file in this directory, wanted files of sentences");
    }
    return files;
  }

  /** Tells of the texts that brat has no annotations of. */
  void warnOfTexts(Location data, Consumer<String> warnings) {
    if (format != DataFormat.BRAT || !data.isDirectory()) {
      return;
    }
    Set<String> names = new TreeSet<>(data.list());
    for (String name : names) {
      String annotations = name.replaceAll("\\.txt$", ANNOTATIONS);
      if (name.endsWith(TEXTS) && !names.contains(annotations)) {
        warnings.accept(
            data.child(name) + ": found no " + annotations + ", wanted one beside it; left out.");
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
    return CorpusReader.open(file, RegisteredFormat.named(format.name()).with(options()), warnings);
  }

  private CorpusOptions options() {
    return new CorpusOptions(
        language,
        tokenColumn == null ? null : tokenColumn.toString(),
        tagColumn,
        attributeColumn,
        comments);
  }
}
