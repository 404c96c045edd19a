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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.Nearest;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.OptionGroup;
import org.sparkner.option.Options;

/** What {@code spark-ner help settings} prints, from the declarations of the options. */
public final class SettingsHelp {
  private static final int COLUMNS = 80;
  private static final String UNDER_LABELS = " ".repeat(13);

  private SettingsHelp() {}

  /**
   * The lines, none longer than {@value #COLUMNS} columns unless one word is.
   *
   * @param name of a setting: a key, with or without its section, the name of a param or a variable
   *     of the environment; null for all settings
   * @throws UsageException if no option has the name
   */
  public static List<String> lines(String name) {
    return name == null ? all() : one(named(name));
  }

  private static List<String> all() {
    List<String> lines =
        filled(
            "",
            "Settings and their defaults. --set KEY=VALUE sets one, such as"
                + " training.learning-rate=0.02; so do a HOCON file for --config and variables of the"
                + " environment, such as SPARK_NER_TRAINING_LEARNING_RATE. null stands for a setting"
                + " that is not set. With NAME, spark-ner help settings explains one.");
    for (OptionGroup group : Options.GROUPS) {
      if (!group.settings().isEmpty()) {
        lines.add("");
        lines.add((group.section().isEmpty() ? "" : group.section() + ": ") + group.title());
        group.settings().forEach(option -> addTo(lines, option));
      }
    }
    return lines;
  }

  private static void addTo(List<String> lines, DeclaredOption<?> option) {
    lines.add("  " + option.key() + " = " + option.defaultText().orElse("null"));
    lines.addAll(filled("      ", option.settingSummary()));
  }

  private static List<String> one(DeclaredOption<?> option) {
    List<String> lines = new ArrayList<>();
    lines.add(option.isSetting() ? option.key() : option.name());
    lines.addAll(filled("  ", option.isSetting() ? option.settingDoc() : option.doc()));
    lines.add("");
    lines.addAll(labelled("needs", option.kind().needs()));
    lines.addAll(labelled("default", option.defaultText().orElse("not set")));
    lines.addAll(labelled("heeded by", String.join(", ", option.heededBy())));
    List<String> doors = doors(option);
    for (int i = 0; i < doors.size(); i++) {
      lines.add((i == 0 ? label("set by") : UNDER_LABELS) + doors.get(i));
    }
    List<String> former = new ArrayList<>(option.formerNames());
    former.addAll(option.isSetting() ? option.formerKeys() : option.formerFlags());
    if (!former.isEmpty()) {
      lines.addAll(labelled("formerly", String.join(", ", former)));
    }
    return lines;
  }

  private static List<String> doors(DeclaredOption<?> option) {
    List<String> doors = new ArrayList<>();
    option.flag().ifPresent(flag -> doors.add("the option " + flag));
    if (option.isSetting()) {
      doors.add("--set " + option.key() + "=VALUE");
      doors.add("the key " + option.key() + " in a file for --config");
      doors.add(option.variable() + " in the environment");
    }
    if (option.isParam()) {
      doors.add("the param " + option.name() + " of Spark's stages, also in Python");
    }
    return doors;
  }

  private static DeclaredOption<?> named(String name) {
    return Options.all()
        .filter(option -> isCalled(option, name))
        .findFirst()
        .or(() -> formerly(name))
        .orElseThrow(
            () ->
                new UsageException(
                    "unknown setting "
                        + name
                        + "; did you mean "
                        + Nearest.of(name, Options.settings().map(DeclaredOption::key).toList())
                        + "?"));
  }

  private static boolean isCalled(DeclaredOption<?> option, String name) {
    return option.name().equals(name)
        || (option.isSetting()
            && List.of(option.key(), option.keyInSection(), option.variable()).contains(name));
  }

  private static Optional<DeclaredOption<?>> formerly(String name) {
    return Options.formerlyNamed(name)
        .or(() -> Options.formerlyOfKey(name))
        .or(() -> Options.formerlyOfFlag(name));
  }

  private static List<String> labelled(String label, String text) {
    List<String> lines = filled(UNDER_LABELS, text);
    lines.set(0, label(label) + lines.get(0).strip());
    return lines;
  }

  private static String label(String label) {
    return "  " + label + UNDER_LABELS.substring(label.length() + 2);
  }

  /** The words of a text, as many in each line as it holds. */
  private static List<String> filled(String indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && indent.length() + line.length() + 1 + word.length() > COLUMNS) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(indent + line);
    return lines;
  }
}
