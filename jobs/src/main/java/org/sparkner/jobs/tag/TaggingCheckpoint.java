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

package org.sparkner.jobs.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.WriteFailure;

/**
 * The directory in which an incremental tagging keeps what it has done: {@code tagging.json}, which
 * says what is tagged and where to, and {@code query/}, Spark's own record of files and batches.
 */
final class TaggingCheckpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COLUMNS = "columns";

  private final Location directory;

  TaggingCheckpoint(Location directory) {
    this.directory = directory;
  }

  /** Where Spark keeps its record. */
  String query() {
    return directory.child("query").uri();
  }

  /** Whether a tagging has begun here. */
  boolean exists() {
    return file().exists();
  }

  /**
   * The columns of the input, as they were when it began.
   *
   * @param task options of the command, by name
   * @throws UsageException if it began with other options
   * @throws BadDataException if it cannot be read
   */
  StructType resume(Map<String, String> task) {
    Map<?, ?> begun = read();
    task.forEach(
        (option, value) -> {
          if (!value.equals(begun.get(option))) {
            throw new UsageException(
                directory
                    + " is the checkpoint of a tagging with "
                    + option
                    + " "
                    + begun.get(option)
                    + ", found "
                    + value
                    + "; give the same, or another --checkpoint and --output");
          }
        });
    return (StructType) DataType.fromJson(String.valueOf(begun.get(COLUMNS)));
  }

  /** Notes what is to be tagged; the note appears whole or not at all. */
  void begin(Map<String, String> task, StructType columns) {
    Map<String, String> note = new LinkedHashMap<>(task);
    note.put(COLUMNS, columns.json());
    directory.makeDirectories();
    Location unfinished = directory.child("_unfinished");
    try {
      unfinished.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(note));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    try {
      unfinished.moveTo(file(), true);
    } catch (IOException e) {
      throw WriteFailure.of(directory, e);
    }
  }

  private Map<?, ?> read() {
    try (InputStream in = file().open()) {
      return JSON.readValue(in, Map.class);
    } catch (JsonProcessingException e) {
      throw new BadDataException(
          file() + ": no checkpoint of tag --incremental (" + e.getOriginalMessage() + ")", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file() + ": " + e.getMessage(), e);
    }
  }

  private Location file() {
    return directory.child("tagging.json");
  }
}
