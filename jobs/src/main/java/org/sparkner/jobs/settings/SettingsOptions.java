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

package org.sparkner.jobs.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.RunFiles;
import picocli.CommandLine.Option;

/** The options of every command that has settings. */
@HelpGroup("Settings and help")
public final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in HOCON; see spark-ner help settings.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, which overrides the file. Repeatable.")
  private final Map<String, String> overrides = new LinkedHashMap<>();

  /** The settings, where options of the command's own go before all. */
  public Settings load(Map<String, String> options) {
    Map<String, String> all = new LinkedHashMap<>(overrides);
    all.putAll(options);
    return Settings.load(file, System.getenv(), all);
  }

  /** What a run with these options reads so far. */
  public RunFiles files() {
    return new RunFiles().reads("--config", file);
  }

  /** Those of {@code --set}. */
  public Map<String, String> overrides() {
    return Collections.unmodifiableMap(overrides);
  }

  /** The same options for another command. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (file != null) {
      arguments.addAll(List.of("--config", file.toString()));
    }
    overrides.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    return arguments;
  }

  public Settings load() {
    return load(Map.of());
  }
}
