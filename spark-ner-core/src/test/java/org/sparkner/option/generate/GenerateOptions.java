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

package org.sparkner.option.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparkner.option.DistributionOption;
import org.sparkner.option.FineTuningOption;
import org.sparkner.option.LinearOption;
import org.sparkner.option.OptionGroup;
import org.sparkner.option.Options;
import org.sparkner.option.TrainingOption;

/** Writes what follows from the declarations of options: {@code build-tools/generate-options}. */
public final class GenerateOptions {
  private GenerateOptions() {}

  /** Writes the files that differ, below the directory of the repository. */
  public static void main(String[] args) throws IOException {
    Path repository = Path.of(args[0]);
    for (Map.Entry<Path, String> file : files(repository).entrySet()) {
      if (!Files.exists(file.getKey())
          || !Files.readString(file.getKey()).equals(file.getValue())) {
        Files.createDirectories(file.getKey().getParent());
        Files.writeString(file.getKey(), file.getValue());
        System.out.println(repository.relativize(file.getKey()));
      }
    }
  }

  /** The records of the core that hold the values of groups. */
  private static List<RecordSource> records(String license) {
    String train = "org.sparkner.train";
    return List.of(
        new RecordSource(
            List.of(TrainingOption.GROUP, FineTuningOption.GROUP), train, "Recipe", license),
        new RecordSource(List.of(LinearOption.GROUP), train, "LinearRecipe", license),
        new RecordSource(
            List.of(DistributionOption.GROUP), train + ".rounds", "DistributionRecipe", license));
  }

  /** The files and what has to stand in them. */
  static Map<Path, String> files(Path repository) throws IOException {
    String license = Files.readString(repository.resolve("build-tools/license-header.txt"));
    Map<String, String> files = new TreeMap<>();
    for (RecordSource record : records(license)) {
      files.put(record.path(), record.text());
    }
    for (OptionGroup group : Options.GROUPS) {
      if (!group.params().isEmpty()) {
        ParamsSource java = new ParamsSource(group, license);
        files.put(java.path(), java.text());
        PythonSource python = new PythonSource(group);
        files.put(python.path(), python.text());
      }
    }
    files.put(FormerNames.PATH, FormerNames.text());
    files.put(ReferenceConf.PATH, ReferenceConf.text());
    files.put(
        GuideTables.PATH, GuideTables.in(Files.readString(repository.resolve(GuideTables.PATH))));
    Map<Path, String> paths = new TreeMap<>();
    files.forEach((path, text) -> paths.put(repository.resolve(path), text));
    return paths;
  }
}
