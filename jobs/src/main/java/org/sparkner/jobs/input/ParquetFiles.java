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

import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Location;

/** Files of Parquet, with every column that one of them has. */
public final class ParquetFiles {
  private static final Map<String, String> ALL = Map.of("mergeSchema", "true");

  private ParquetFiles() {}

  /**
   * Reads them.
   *
   * @param known the columns, or null for those that the files have
   * @throws BadDataException if a column is of several types, or one is not known
   */
  public static Dataset<Row> read(Location input, InputFiles files, StructType known) {
    if (files.isEmpty()) {
      throw new BadDataException(input + ": found no file, expected Parquet");
    }
    if (known == null) {
      return files.read(new ParquetFileFormat(), ALL, columns(files));
    }
    for (FileStatus file : files.list()) {
      KnownColumns.require(
          known, files.only(file::equals).infer(new ParquetFileFormat(), Map.of()), file.getPath());
    }
    return files.read(new ParquetFileFormat(), ALL, known);
  }

  private static StructType columns(InputFiles files) {
    try {
      return files.infer(new ParquetFileFormat(), ALL);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      StructType all = new StructType();
      for (FileStatus file : files.list()) {
        StructType own = files.only(file::equals).infer(new ParquetFileFormat(), Map.of());
        StructType before = all;
        StructType both = new StructType();
        for (StructField field : own.fields()) {
          if (before.getFieldIndex(field.name()).isDefined()) {
            both = both.add(field);
          } else {
            all = all.add(field);
          }
        }
        KnownColumns.require(before, both, file.getPath());
      }
      throw e;
    }
  }
}
