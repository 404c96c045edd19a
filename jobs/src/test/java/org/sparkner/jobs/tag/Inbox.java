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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.sparkner.jobs.JsonRows;
import org.sparkner.jobs.TinyModel;

/**
 * A directory in which documents arrive, and the incremental tagging of them.
 *
 * @param input the directory
 * @param model with random weights
 */
record Inbox(Path input, Path output, Path checkpoint, Path model) {
  static Inbox below(Path directory) throws IOException {
    return new Inbox(
        Files.createDirectory(directory.resolve("in")),
        directory.resolve("out"),
        directory.resolve("checkpoint"),
        TinyModel.random(directory));
  }

  /** A file arrives with a document for each number. */
  void arrive(String name, int... ids) throws IOException {
    JsonRows.write(input.resolve(name + ".jsonl"), ids);
  }

  /** The arguments that tag what is new. */
  Object[] arguments(Object... more) {
    Object[] own = {
      "tag",
      "--model",
      model,
      "--input",
      input,
      "--input-format",
      "jsonl",
      "--output",
      output,
      "--output-format",
      "jsonl",
      "--incremental",
      "--checkpoint",
      checkpoint
    };
    return Stream.concat(Stream.of(own), Stream.of(more)).toArray();
  }
}
