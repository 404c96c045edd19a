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

package org.sparkner.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelSource;

/**
 * A directory whose subdirectories are saved models with their names. One that does not exist is
 * empty.
 *
 * @param directory of this machine
 */
record ModelsDirectory(Path directory) implements ModelShelf {
  @Override
  public Optional<ModelSource> find(String name) {
    Path model = directory.resolve(name);
    return ModelReader.isModel(model) ? Optional.of(ModelReader.source(model)) : Optional.empty();
  }

  @Override
  public Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> entries = Files.list(directory)) {
        entries
            .filter(entry -> ModelCatalog.isName(entry.getFileName().toString()))
            .filter(ModelReader::isModel)
            .forEach(model -> names.put(model.getFileName().toString(), model.toString()));
      } catch (IOException | UncheckedIOException e) {
        // It is asked for a message about something else; what cannot be listed is not shown there.
        return names;
      }
    }
    return names;
  }
}
