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

import java.util.List;
import java.util.Locale;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.OptionGroup;

/**
 * The Python class of the stages that have the params of a group.
 *
 * @param group whose params they are
 */
record PythonSource(OptionGroup group) {
  private static final int INDENT = 8;

  String path() {
    return "python/src/spark_ner/params/" + group.name().toLowerCase(Locale.ROOT) + ".py";
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("\"\"\"").append(group.title()).append("\n\n");
    text.append("Written by build-tools/generate-options.\n\"\"\"\n\n");
    text.append("from __future__ import annotations\n\n");
    text.append("from typing import TYPE_CHECKING, Any, TypedDict\n\n");
    text.append("from pyspark.ml.param import Param, Params, TypeConverters\n\n");
    text.append("if TYPE_CHECKING:\n    from typing_extensions import Self\n\n\n");
    text.append("class ").append(group.name()).append("Keywords(TypedDict, total=False):\n");
    text.append("    \"\"\"The params of `").append(className());
    text.append("` as keyword arguments.\"\"\"\n\n");
    for (DeclaredOption<?> option : group.params()) {
      text.append("    ").append(option.name()).append(": ");
      text.append(Types.of(option).python()).append('\n');
    }
    text.append("\n\nclass ").append(className()).append("(Params):\n");
    text.append("    \"\"\"").append(group.title()).append("\"\"\"\n\n");
    group.params().forEach(option -> param(text, option));
    defaults(text);
    group.params().forEach(option -> accessors(text, option));
    return text.toString();
  }

  private String className() {
    return "Has" + group.name() + "Params";
  }

  private static void param(StringBuilder text, DeclaredOption<?> option) {
    Types types = Types.of(option);
    text.append("    ").append(option.name()).append(": Param[").append(types.python());
    text.append("] = Param(\n        Params._dummy(),\n");
    text.append("        \"").append(option.name()).append("\",\n");
    List<String> lines = Filled.lines(option.doc(), Filled.COLUMNS - INDENT - 4);
    for (int i = 0; i < lines.size(); i++) {
      String end = i < lines.size() - 1 ? "" : ",";
      text.append("        \"").append(i == 0 ? "" : " ").append(lines.get(i));
      text.append("\"").append(end).append('\n');
    }
    text.append("        TypeConverters.").append(types.converter()).append(",\n    )\n");
  }

  private void defaults(StringBuilder text) {
    text.append("\n    def __init__(self, *args: Any) -> None:\n");
    text.append("        super().__init__(*args)\n        self._setDefault(\n");
    for (DeclaredOption<?> option : group.params()) {
      option
          .defaultText()
          .ifPresent(
              value ->
                  text.append("            ")
                      .append(option.name())
                      .append('=')
                      .append(literal(option, value))
                      .append(",\n"));
    }
    text.append("        )\n");
  }

  private static String literal(DeclaredOption<?> option, String value) {
    return switch (Types.of(option).python()) {
      case "str" -> "\"" + value + "\"";
      case "bool" -> value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
      case "float" -> value.contains(".") ? value : value + ".0";
      default -> value;
    };
  }

  private static void accessors(StringBuilder text, DeclaredOption<?> option) {
    String name = option.name();
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    String python = Types.of(option).python();
    text.append("\n    def get").append(capital).append("(self) -> ").append(python);
    text.append(":\n        \"\"\"The value of `").append(name).append("`.\"\"\"\n");
    text.append("        return self.getOrDefault(self.").append(name).append(")\n");
    text.append("\n    def set").append(capital).append("(self, value: ").append(python);
    text.append(") -> Self:\n").append(docstring("Sets `" + name + "`: " + option.doc()));
    text.append("        return self._set(").append(name).append("=value)\n");
  }

  private static String docstring(String sentence) {
    String line = "        \"\"\"" + sentence + "\"\"\"\n";
    if (line.length() <= Filled.COLUMNS + 1) {
      return line;
    }
    // A single line would have to hold the quotes at the end, too.
    List<String> lines = Filled.lines("\"\"\"" + sentence, Filled.COLUMNS - INDENT - 3);
    return "        " + String.join("\n        ", lines) + "\n        \"\"\"\n";
  }
}
