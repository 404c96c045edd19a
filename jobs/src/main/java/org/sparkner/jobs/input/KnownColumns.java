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

import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;

/** Holds the columns of a file against those that the output has. */
final class KnownColumns {
  private KnownColumns() {}

  /**
   * @throws BadDataException if the file has one that is not known, or is of another type
   */
  static void require(StructType known, StructType found, Path file) {
    List<String> names = Arrays.asList(known.fieldNames());
    for (StructField field : found.fields()) {
      if (!names.contains(field.name())) {
        throw new BadDataException(
            InputFiles.shown(file)
                + ": found a column "
                + field.name()
                + ", expected only those of the first run, "
                + String.join(", ", names)
                + "; put a file without it in its place, or begin again with another --output and"
                + " --checkpoint");
      }
      DataType expected = known.apply(field.name()).dataType();
      if (!DataType.equalsIgnoreNullability(expected, field.dataType())) {
        throw new BadDataException(
            InputFiles.shown(file)
                + ": column "
                + field.name()
                + " is "
                + field.dataType().catalogString()
                + ", expected "
                + expected.catalogString()
                + " as in the files before it; convert the file");
      }
    }
  }
}
