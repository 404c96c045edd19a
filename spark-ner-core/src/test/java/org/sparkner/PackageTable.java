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

package org.sparkner;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of packages in ARCHITECTURE.md, which says what each may use. It is the rule itself:
 * {@link #check} fails where classes differ from it in either direction.
 *
 * <p>A table stands below a line {@code <!-- packages of MODULE -->}. A row's first cell is the
 * name of a package without {@code org.sparkner.}, its last one the packages that it uses,
 * separated by commas. Only rows above may be named there, so that no arrow runs up; of earlier
 * tables, packages or the name of the whole module. {@code error} may be used by all and is named
 * nowhere.
 */
final class PackageTable {
  private static final Path DOCUMENT = Path.of("..", "ARCHITECTURE.md");
  private static final String ROOT = "org.sparkner.";
  private static final String FREE = "error";

  private final Map<String, Set<String>> uses = new LinkedHashMap<>();
  private final Map<String, Set<String>> modules = new LinkedHashMap<>();

  private PackageTable() {}

  /**
   * Reads a table, and those above it for the names of their modules.
   *
   * @param module whose table it is, such as {@code spark-ner-core}
   */
  static PackageTable of(String module) {
    PackageTable table = new PackageTable();
    List<String> lines = lines();
    Set<String> above = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("<!-- packages of \\S+ -->")) {
        String name = lines.get(i).split(" ")[3];
        table.uses.clear();
        lines.stream()
            .skip(i + 1)
            .dropWhile(String::isBlank)
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .forEach(line -> table.add(line, above));
        table.modules.put(name, Set.copyOf(table.uses.keySet()));
        if (name.equals(module)) {
          return table;
        }
      }
    }
    throw new AssertionError(DOCUMENT + " has no table <!-- packages of " + module + " -->");
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line, Set<String> above) {
    String[] cells = line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1);
    String name = cells[0].replace("`", "").strip();
    Set<String> used =
        Arrays.stream(cells[cells.length - 1].replace("`", "").split(","))
            .map(String::strip)
            .filter(not(String::isEmpty))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(above)
        .as("the packages of %s above %s, which it uses", DOCUMENT, name)
        .containsAll(used.stream().filter(not(modules::containsKey)).toList());
    uses.put(name, used);
    above.add(name);
  }

  /**
   * Compares the table with classes.
   *
   * @param classes all of the module's; without its tests
   */
  void check(JavaClasses classes) {
    assertThat(classes.stream().map(PackageTable::packageOf).collect(Collectors.toSet()))
        .as("packages in the table of %s", DOCUMENT)
        .containsExactlyInAnyOrderElementsOf(uses.keySet());
    Map<String, Map<String, String>> found = found(classes);
    List<String> missing = new ArrayList<>();
    List<String> unused = new ArrayList<>();
    uses.forEach(
        (name, named) -> {
          Map<String, String> arrows = found.getOrDefault(name, Map.of());
          Set<String> allowed = named.stream().flatMap(this::packages).collect(Collectors.toSet());
          arrows.forEach(
              (used, example) -> {
                if (!allowed.contains(used)) {
                  missing.add(name + " uses " + used + ": " + example);
                }
              });
          named.stream()
              .filter(use -> packages(use).noneMatch(arrows::containsKey))
              .forEach(use -> unused.add(name + " does not use " + use));
        });
    assertThat(Stream.concat(missing.stream(), unused.stream()).toList())
        .as("differences to the table of %s", DOCUMENT)
        .isEmpty();
  }

  /**
   * Compares the table with the picture of the document: it has a box for every package, and an
   * arrow only where the package above uses the one below.
   */
  void checkPicture() {
    List<String[]> arrows =
        lines().stream()
            .dropWhile(not("```mermaid"::equals))
            .takeWhile(not("```"::equals))
            .map(String::strip)
            .filter(line -> line.contains(" --> "))
            .map(line -> line.split(" --> "))
            .toList();
    assertThat(arrows.stream().flatMap(Arrays::stream).distinct())
        .as("packages in the picture of %s", DOCUMENT)
        .containsAll(uses.keySet().stream().filter(not(FREE::equals)).toList());
    assertThat(arrows)
        .filteredOn(arrow -> uses.containsKey(arrow[0]))
        .allSatisfy(arrow -> assertThat(uses.get(arrow[0])).as(arrow[0]).contains(arrow[1]));
  }

  private Stream<String> packages(String use) {
    return modules.getOrDefault(use, Set.of(use)).stream();
  }

  /** Of each package the packages of the project that it uses, each with an example. */
  private static Map<String, Map<String, String>> found(JavaClasses classes) {
    Map<String, Map<String, String>> found = new TreeMap<>();
    for (JavaClass from : classes) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass().getBaseComponentType();
        if (to.getPackageName().startsWith(ROOT)
            && !to.getPackageName().equals(from.getPackageName())
            && !packageOf(to).equals(FREE)) {
          found
              .computeIfAbsent(packageOf(from), name -> new TreeMap<>())
              .putIfAbsent(packageOf(to), arrow.getDescription());
        }
      }
    }
    return found;
  }

  private static String packageOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }
}
