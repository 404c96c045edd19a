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

package org.sparkner.jobs.ablate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.TextFile;

/**
 * The results of {@code ablate} in a directory: {@code ablation.csv}, a line a training, and {@code
 * ablation.md}, a line a row. Both are replaced as a whole after each training, so a killed run
 * leaves whole files and goes on after the last line.
 */
final class AblationTable {
  private static final String CSV = "ablation.csv";
  private static final String MARKDOWN = "ablation.md";

  private final Path directory;
  private final PublishedScores published;
  private final List<AblationResult> results = new ArrayList<>();

  private AblationTable(Path directory, PublishedScores published) {
    this.directory = directory;
    this.published = published;
  }

  /** The file of the results in a directory. */
  static Path csv(Path directory) {
    return directory.resolve(CSV);
  }

  /** All files of a directory that are written. */
  static List<Path> files(Path directory) {
    return List.of(csv(directory), directory.resolve(MARKDOWN));
  }

  /**
   * What a directory holds so far.
   *
   * @param published a column of its own, unless there are none
   * @throws BadDataException if its CSV is no such table
   * @throws UsageException if the directory cannot be made
   */
  static AblationTable in(Path directory, PublishedScores published) {
    AblationTable table = new AblationTable(directory, published);
    Path csv = directory.resolve(CSV);
    try {
      Files.createDirectories(directory);
      if (Files.exists(csv)) {
        table.read(csv);
      }
    } catch (IOException e) {
      throw new UsageException("--output " + directory + " cannot be used: " + e, e);
    }
    return table;
  }

  private void read(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    if (lines.isEmpty() || !lines.get(0).equals(AblationResult.HEADER)) {
      throw new BadDataException(
          csv + " does not begin with the header of this table; choose another --output");
    }
    for (int i = 1; i < lines.size(); i++) {
      try {
        results.add(AblationResult.parse(lines.get(i)));
      } catch (IllegalArgumentException e) {
        throw new BadDataException(
            csv + ", line " + (i + 1) + ": found " + e.getMessage() + ", expected a result", e);
      }
    }
  }

  /**
   * Whether a row has been trained with a seed.
   *
   * @throws UsageException if it was with other data, settings or another number of epochs
   */
  boolean has(AblationRow row, long seed, int epochs, String data, String settings) {
    for (AblationResult result : results) {
      if (result.row().equals(row.name()) && result.seed() == seed) {
        if (result.epochs() != epochs || !result.data().equals(data)) {
          throw refusal(row, "of other data or " + result.epochs() + " epochs", epochs + "");
        }
        if (!result.settings().equals(settings)) {
          throw refusal(row, "with '" + result.settings() + "'", "'" + settings + "'");
        }
        return true;
      }
    }
    return false;
  }

  private UsageException refusal(AblationRow row, String found, String expected) {
    return new UsageException(
        directory.resolve(CSV)
            + " has row "
            + row.name()
            + " "
            + found
            + ", expected "
            + expected
            + "; choose another --output");
  }

  /** Adds a result and writes both files. */
  void add(AblationResult result) {
    results.add(result);
    write();
  }

  /** Writes both files. */
  void write() {
    List<String> lines = new ArrayList<>();
    lines.add(AblationResult.HEADER);
    results.forEach(each -> lines.add(each.line()));
    try {
      replace(CSV, lines);
      replace(MARKDOWN, markdown());
    } catch (IOException e) {
      throw new UsageException("--output " + directory + " cannot be written: " + e, e);
    }
  }

  private void replace(String name, List<String> lines) throws IOException {
    Path temporary = TextFile.write(directory.resolve("." + name), lines);
    Files.move(temporary, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * A line a row, in the order of {@link AblationRow#ALL} and then as they came: means, and the
   * deviation of F1.
   */
  private List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| row | system | seeds | epochs | F1 mean ± sd | training tokens/s | tagging tokens/CPU-s |"
            + " model MB | parameters without word vectors |"
            + lastCell(" published |"));
    lines.add("|---|---|---|---|---|---|---|---|---|" + lastCell("---|"));
    Map<String, String> systems = new LinkedHashMap<>();
    AblationRow.ALL.forEach(row -> systems.put(row.name(), row.system()));
    results.forEach(result -> systems.putIfAbsent(result.row(), result.settings()));
    systems.forEach(
        (row, system) -> {
          List<AblationResult> own =
              results.stream().filter(result -> result.row().equals(row)).toList();
          if (!own.isEmpty()) {
            String score = published.ofRows().getOrDefault(row, "");
            lines.add(line(row, system, own) + lastCell(" " + score + " |"));
          }
        });
    return lines;
  }

  private String lastCell(String cell) {
    return published.ofRows().isEmpty() ? "" : cell;
  }

  private static String line(String row, String system, List<AblationResult> own) {
    double f1 = mean(own, AblationResult::f1);
    double squares = own.stream().mapToDouble(r -> (r.f1() - f1) * (r.f1() - f1)).sum();
    String deviation =
        own.size() < 2
            ? ""
            : String.format(Locale.ROOT, " ± %.2f", Math.sqrt(squares / (own.size() - 1)));
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %d | %d | %.2f%s | %,.0f | %,.0f | %.1f | %,d |",
        row,
        system,
        own.size(),
        own.get(0).epochs(),
        f1,
        deviation,
        mean(own, AblationResult::trainTokensPerSecond),
        mean(own, AblationResult::tagTokensPerCpuSecond),
        mean(own, AblationResult::modelBytes) / 1e6,
        own.get(0).parameters());
  }

  private static double mean(List<AblationResult> own, ToDoubleFunction<AblationResult> value) {
    return own.stream().mapToDouble(value).average().orElseThrow();
  }
}
