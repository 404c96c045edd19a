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

package org.sparkner.jobs.init;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a project for data of one's own. */
@Command(
    name = "init",
    description = {
      "Writes a commented project for your own data.",
      "It has folders for sentences and texts, settings with the reasons for them, and",
      "a script that checks, trains, evaluates and tags."
    },
    footer = {"", "Example:", "  spark-ner init my-project --language de"})
public final class InitCommand implements Callable<Integer> {
  private static final String LANGUAGE = "[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*";

  @Parameters(paramLabel = "DIR", description = "Directory to write; it must not exist yet.")
  private String directory;

  @HelpGroup("Project")
  @Option(
      names = "--language",
      defaultValue = "en",
      paramLabel = "TAG",
      description = "Language of the texts, such as en or de (${DEFAULT-VALUE}).")
  private String language;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!language.matches(LANGUAGE)) {
      throw new UsageException("--language needs a BCP 47 tag such as en or de, found " + language);
    }
    Location target = Location.of(directory);
    if (!target.isLocal()) {
      throw new UsageException(directory + " is not on this machine; a project is written here");
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put("NAME", target.path().toAbsolutePath().normalize().getFileName().toString());
    values.put("LANGUAGE", language);
    values.put("SPARK_NER", launcher());
    try (OutputDirectory claimed = OutputDirectory.claim(target, false)) {
      claimed.write(place -> write(place.path(), values));
      claimed.publish();
    }
    spec.commandLine().getOut().println("written to " + directory + "; begin with its README.md");
    return 0;
  }

  /** The launcher of this checkout, or the name by which it is found. */
  private static String launcher() {
    String home = System.getenv("SPARK_NER_HOME");
    return home == null ? "spark-ner" : Path.of(home, "bin", "spark-ner").toString();
  }

  private static void write(Path project, Map<String, String> values) throws IOException {
    for (String name :
        new String[] {"README.md", "project.conf", "run", "gitignore", "data/README.md"}) {
      Path file = project.resolve(name.equals("gitignore") ? ".gitignore" : name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, filled(text(name), values));
    }
    for (String folder : new String[] {"data/train", "data/valid", "data/texts"}) {
      Files.createDirectories(project.resolve(folder));
      Files.createFile(project.resolve(folder).resolve(".gitkeep"));
    }
    if (!project.resolve("run").toFile().setExecutable(true)) {
      throw new IOException("run cannot be made executable");
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream("project/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String filled(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("%" + value.getKey() + "%", value.getValue());
    }
    return filled;
  }
}
