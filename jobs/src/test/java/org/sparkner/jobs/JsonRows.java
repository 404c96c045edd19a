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

package org.sparkner.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Documents in JSON lines: made, and found again in what was written of them. */
public final class JsonRows {
  private JsonRows() {}

  /** Writes a document for each number; the file appears whole. */
  public static void write(Path file, int... ids) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int id : ids) {
      lines.append(
          "{\"id\": %d, \"text\": \"Ada met Bob %d times. He was in Paris.\"}\n".formatted(id, id));
    }
    Path unfinished = Files.writeString(file.resolveSibling("." + file.getFileName()), lines);
    Files.move(unfinished, file);
  }

  /** The lines of all parts below a directory, sorted. */
  public static List<String> lines(Path directory) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path part :
          files.filter(file -> file.getFileName().toString().startsWith("part-")).toList()) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    return lines.stream().sorted().toList();
  }

  /** The numbers of the documents below a directory. */
  public static List<Integer> ids(Path directory) throws IOException {
    List<Integer> ids = new ArrayList<>();
    for (String line : lines(directory)) {
      ids.add(new ObjectMapper().readTree(line).get("id").asInt());
    }
    return ids;
  }
}
