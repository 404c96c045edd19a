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

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.sparkner.error.BadDataException;

/** What Spark read as text, decoded so that no byte is lost in silence. */
public final class StrictText {
  private StrictText() {}

  /**
   * The text of a column of Spark's source {@code text}.
   *
   * @throws BadDataException in the task, with file and line, if it is not UTF-8
   */
  public static Column of(Column value) {
    return functions
        .udf((UDF2<byte[], String, String>) StrictText::decode, DataTypes.StringType)
        .apply(value.cast(DataTypes.BinaryType), functions.col("_metadata.file_path"));
  }

  static String decode(byte[] bytes, String file) {
    String text = Utf8Text.decode(bytes);
    if (text != null && !Utf8Text.hasManyNuls(bytes)) {
      return text;
    }
    throw ReadableFile.ofMetadata(file).notText(Utf8Text.problem(bytes));
  }
}
