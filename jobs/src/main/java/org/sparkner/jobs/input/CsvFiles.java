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

package org.sparkner.jobs.input;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.datasources.csv.CSVFileFormat;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;

/** Files of comma-separated values with a header, each read as it is written. */
public final class CsvFiles {
  /** So many more fields than the header may a broken row have. */
  private static final int MORE_COLUMNS = 20_480;

  private CsvFiles() {}

  /**
   * Reads them.
   *
   * @param known the columns, or null for those that the files have
   * @param column one that they should have, or null
   * @throws BadDataException if one has a column that is not known, or the one twice
   */
  public static FoundRows read(Location input, InputFiles files, StructType known, String column) {
    InputFiles filled = files.filled();
    List<CsvDialect> dialects = Heads.of(filled, path -> CsvDialect.of(path, column));
    List<FileStatus> all = filled.list();
    for (int i = 0; i < all.size(); i++) {
      requireOnce(column, dialects.get(i).header(), all.get(i).getPath());
    }
    Map<CsvDialect, Set<String>> alike = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (!isBlank(dialects.get(i).header())) {
        alike
            .computeIfAbsent(dialects.get(i), unused -> new HashSet<>())
            .add(all.get(i).getPath().toString());
      }
    }
    if (alike.isEmpty()) {
      throw new BadDataException(input + ": found no file with a line, expected a header at least");
    }
    Dataset<Row> rows = null;
    for (Map.Entry<CsvDialect, Set<String>> each : alike.entrySet()) {
      InputFiles some = filled.only(file -> each.getValue().contains(file.getPath().toString()));
      Dataset<Row> next = rows(some, each.getKey(), known);
      rows = rows == null ? next : rows.unionByName(next, true);
    }
    return new FoundRows(rows, true);
  }

  /** Whether a file has blank lines alone. */
  private static boolean isBlank(List<String> header) {
    return header.isEmpty() || (header.size() == 1 && header.get(0).isBlank());
  }

  /** Spark numbers columns of one name, so that none would be left of that name. */
  private static void requireOnce(String column, List<String> header, Path file) {
    List<String> found = header.stream().filter(name -> name.equalsIgnoreCase(column)).toList();
    if (found.size() > 1) {
      throw new BadDataException(
          InputFiles.shown(file)
              + ": found columns "
              + String.join(" and ", found)
              + " in the header, expected one of that name in upper or lower case; rename the other");
    }
  }

  private static Dataset<Row> rows(InputFiles files, CsvDialect dialect, StructType known) {
    Map<String, String> options =
        Map.of(
            "header",
            "true",
            "multiLine",
            "true",
            // Without, no more than 20,480 columns are read.
            "maxColumns",
            String.valueOf(MORE_COLUMNS + dialect.header().size()),
            "sep",
            String.valueOf(dialect.separator()),
            "escape",
            String.valueOf(dialect.escape()),
            "columnNameOfCorruptRecord",
            Broken.COLUMN);
    CSVFileFormat format = new CSVFileFormat();
    StructType columns = files.infer(format, options);
    if (known != null) {
      KnownColumns.require(known, columns, files.list().get(0).getPath());
    }
    Dataset<Row> rows =
        files.read(format, options, columns.add(Broken.COLUMN, DataTypes.StringType));
    Set<String> found = Set.copyOf(Arrays.asList(columns.fieldNames()));
    List<Column> selected = new ArrayList<>();
    for (String name : known == null ? columns.fieldNames() : known.fieldNames()) {
      selected.add(
          found.contains(name) ? quoted(name) : functions.lit(null).cast("string").as(name));
    }
    for (String name : files.partitionColumns()) {
      selected.add(quoted(name));
    }
    selected.addAll(List.of(broken(columns), Broken.file(), Broken.start()));
    return rows.select(selected.toArray(Column[]::new));
  }

  /** What was found broken, read with another column of the file: Spark 4 refuses it alone. */
  private static Column broken(StructType columns) {
    Column broken = quoted(Broken.COLUMN);
    Column other = quoted(columns.fieldNames()[0]);
    return functions.when(other.isNotNull().or(broken.isNotNull()), broken).as(Broken.COLUMN);
  }

  private static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }
}
