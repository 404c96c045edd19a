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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.OptionGroup;

/**
 * A record of the core that holds the values of some groups' options.
 *
 * @param groups whose options are its components
 * @param packageName of the record
 * @param name of the record
 * @param license that stands at the beginning of each source
 */
record RecordSource(List<OptionGroup> groups, String packageName, String name, String license) {
  String path() {
    return "spark-ner-core/src/main/java/" + packageName.replace('.', '/') + "/" + name + ".java";
  }

  private static String declarations(OptionGroup group) {
    return group.name() + "Option";
  }

  private List<DeclaredOption<?>> options() {
    return groups.stream().<DeclaredOption<?>>flatMap(group -> group.options().stream()).toList();
  }

  private Set<String> imports() {
    Set<String> imports =
        new TreeSet<>(
            List.of(
                "io.soabase.recordbuilder.core.RecordBuilder",
                "java.io.Serializable",
                "org.sparkner.option.OptionMap",
                "org.sparkner.option.OptionValues"));
    groups.forEach(group -> imports.add("org.sparkner.option." + declarations(group)));
    if (options().stream().anyMatch(option -> component(option).equals("Duration"))) {
      imports.add("java.time.Duration");
    }
    return imports;
  }

  private static String component(DeclaredOption<?> option) {
    return Types.component(option);
  }

  private static String constant(DeclaredOption<?> option) {
    return declarations(option.group()) + "." + option.constant();
  }

  private static String lowerCase(String sentence) {
    boolean acronym = Character.isUpperCase(sentence.charAt(1));
    return acronym
        ? sentence
        : sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
  }

  String text() {
    JavaSource source = new JavaSource(license, packageName, imports());
    List<DeclaredOption<?>> options = options();
    source.line("/**");
    String titles = groups.stream().map(OptionGroup::title).collect(Collectors.joining(" "));
    source.paragraph(titles + " " + JavaSource.WRITTEN);
    source.line(" *");
    for (DeclaredOption<?> option : options) {
      String doc = option.doc();
      String unset = option.defaultText().isPresent() ? "" : " Null where it is not set.";
      source.tag("", "@param " + option.name() + " " + lowerCase(doc) + unset);
    }
    source.line(" */").line("@RecordBuilder");
    List<String> components =
        options.stream().map(option -> component(option) + " " + option.name()).toList();
    String begin = "public record " + name + "(";
    String oneLine = begin + String.join(", ", components) + ")";
    source.line(
        oneLine.length() <= Filled.COLUMNS
            ? oneLine
            : begin + "\n    " + String.join(",\n    ", components) + ")");
    source.line("    implements " + name + "Builder.With, Serializable {").line("");
    source.line("  /** The defaults. */").line("  public static final " + name + " DEFAULT =");
    source.line("      " + name + "Builder.builder()");
    for (DeclaredOption<?> option : options) {
      source.line("          ." + option.name() + "(" + constant(option) + ".byDefault())");
    }
    source.line("          .build();").line("");
    source.line("  /**");
    source.line("   * @throws org.sparkner.error.UsageException if a value is out of its range");
    source.line("   */");
    source.line("  public " + name + " {");
    for (DeclaredOption<?> option : options) {
      source.line("    " + constant(option) + ".check(" + option.name() + ");");
    }
    source.line("  }").line("");
    source.line("  /** What is set, over the values here. */");
    source.line("  public " + name + " overlaid(OptionValues set) {").line("    return with()");
    for (DeclaredOption<?> option : options) {
      String value = "set.get(" + constant(option) + ", " + option.name() + ")";
      String line = "        ." + option.name() + "(" + value + ")";
      if (line.length() <= Filled.COLUMNS) {
        source.line(line);
      } else {
        source.line("        ." + option.name() + "(").line("            " + value + ")");
      }
    }
    source.line("        .build();").line("  }").line("");
    source.line("  /** The values by their options. */");
    source.line("  public OptionMap values() {").line("    return new OptionMap()");
    for (int i = 0; i < options.size(); i++) {
      DeclaredOption<?> option = options.get(i);
      String end = i < options.size() - 1 ? "" : ";";
      source.line("        .put(" + constant(option) + ", " + option.name() + ")" + end);
    }
    return source.line("  }").line("}").toString();
  }
}
