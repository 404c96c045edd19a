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

package org.sparkner.jobs.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;
import org.sparkner.view.TaggedRecords;
import org.sparkner.view.ViewedDocument;

/** The files of an output of tagging, in the order of their names. */
final class TaggedFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Location output;
  private final List<Location> files;

  private TaggedFiles(Location output, List<Location> files) {
    this.output = output;
    this.files = files;
  }

  /**
   * Lists them.
   *
   * @throws BadDataException if there are none, or of a kind that tagging does not write
   */
  static TaggedFiles in(Location output) {
    output.requireExisting();
    List<Location> files = new ArrayList<>();
    collect(output, files);
    if (files.isEmpty()) {
      throw new BadDataException(
          output + ": found no file, expected what spark-ner tag has written");
    }
    return new TaggedFiles(output, files);
  }

  /** As Spark, it takes what begins with an underscore or a dot for no data. */
  private static void collect(Location place, List<Location> files) {
    if (!place.isDirectory()) {
      files.add(place);
      return;
    }
    place.list().stream()
        .filter(name -> !name.startsWith("_") && !name.startsWith("."))
        .sorted(new NaturalOrder())
        .forEach(name -> collect(place.child(name), files));
  }

  /** Hears of documents. */
  interface Sink {
    /**
     * @return whether to go on
     */
    boolean add(ViewedDocument document) throws IOException;
  }

  /**
   * Gives the documents to a sink, until that has enough.
   *
   * @param records makes documents of rows
   * @param spark asked for where Parquet is to be read
   * @throws BadDataException if a file is not what tagging writes
   */
  void read(TaggedRecords records, Supplier<SparkSession> spark, Sink sink) throws IOException {
    if (files.get(0).name().endsWith(".parquet")) {
      readParquet(records, spark.get(), sink);
      return;
    }
    for (Location file : files) {
      boolean more =
          isColumns(file) ? new ColumnsDocuments(file).read(sink) : readJson(file, records, sink);
      if (!more) {
        return;
      }
    }
  }

  private static boolean isColumns(Location file) {
    return file.name().matches(".*[.](conll|iob|bio|tsv|txt)");
  }

  private void readParquet(TaggedRecords records, SparkSession spark, Sink sink)
      throws IOException {
    Iterator<String> rows = spark.read().parquet(output.uri()).toJSON().toLocalIterator();
    boolean more = true;
    for (long number = 1; more && rows.hasNext(); number++) {
      more = sink.add(document(JSON.readTree(rows.next()), records, output + ", row " + number));
    }
  }

  private static boolean readJson(Location file, TaggedRecords records, Sink sink)
      throws IOException {
    try (BufferedReader in = reader(file)) {
      boolean more = true;
      long number = 0;
      for (String line = in.readLine(); more && line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          String place = file + ":" + number;
          more = sink.add(document(parsed(line, place), records, place));
        }
      }
      return more;
    }
  }

  static BufferedReader reader(Location file) {
    return new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8));
  }

  private static JsonNode parsed(String line, String place) {
    try {
      JsonNode record = JSON.readTree(line);
      if (record.isObject()) {
        return record;
      }
    } catch (JsonProcessingException e) {
      throw new BadDataException(notTagged(place), e);
    }
    throw new BadDataException(notTagged(place));
  }

  private static String notTagged(String place) {
    return place
        + ": found no JSON object; view reads what spark-ner tag writes: Parquet, JSON lines,"
        + " spaCy's JSON, BIO JSON, and CoNLL in files that end in .conll";
  }

  private static ViewedDocument document(JsonNode record, TaggedRecords records, String place) {
    try {
      return records.document(record);
    } catch (BadDataException e) {
      throw new BadDataException(place + ": " + e.getMessage(), e);
    }
  }
}
