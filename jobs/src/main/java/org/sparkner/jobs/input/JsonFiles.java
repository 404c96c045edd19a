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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.execution.datasources.text.TextFileFormat;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.HadoopSettings;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.input.JsonRecords.JsonRecord;

/** Files of JSON: one object per line, or an array of objects however it is laid out. */
public final class JsonFiles {
  private static final int HEAD = 1 << 16;
  private static final long MOST_BYTES = 1L << 30;
  private static final StructType TEXT = new StructType().add("value", DataTypes.StringType);
  private static final StructType RECORD =
      new StructType().add("json", DataTypes.StringType).add("broken", DataTypes.StringType);
  private static final String RECORDS = "__record";

  private JsonFiles() {}

  /**
   * Reads them.
   *
   * @param known the columns, or null for those that the files have
   */
  public static FoundRows read(Location input, InputFiles files, StructType known) {
    Dataset<Row> records = records(files, known);
    StructType columns = known == null ? infer(input, files, records) : known;
    requireDistinct(input, columns);
    boolean hasBroken = Arrays.asList(columns.fieldNames()).contains(Broken.COLUMN);
    Column row =
        functions.from_json(
            col(RECORDS + ".json"),
            hasBroken ? columns : columns.add(Broken.COLUMN, DataTypes.StringType),
            Map.of("mode", "PERMISSIVE", "columnNameOfCorruptRecord", Broken.COLUMN));
    List<Column> selected = new ArrayList<>();
    for (String name : columns.fieldNames()) {
      if (!name.equals(Broken.COLUMN) && !files.partitionColumns().contains(name)) {
        selected.add(col("__row").getField(name).as(name));
      }
    }
    files.partitionColumns().forEach(name -> selected.add(quoted(name)));
    selected.add(
        functions
            .coalesce(col(RECORDS + ".broken"), col("__row").getField(Broken.COLUMN))
            .as(Broken.COLUMN));
    Dataset<Row> rows = Broken.withPlaces(records.withColumn("__row", row), selected);
    return new FoundRows(rows, known != null || hasBroken);
  }

  private static Column quoted(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /** A record a row, with where it is from. */
  private static Dataset<Row> records(InputFiles files, StructType known) {
    InputFiles filled = files.filled();
    Set<String> spanning = spanning(filled);
    Dataset<Row> lines =
        split(filled.only(file -> !spanning.contains(name(file))), Map.of(), false, known);
    if (spanning.isEmpty()) {
      return lines;
    }
    Dataset<Row> whole =
        split(
            filled.only(file -> spanning.contains(name(file))),
            Map.of("wholetext", "true"),
            true,
            known);
    return lines.union(whole);
  }

  private static Dataset<Row> split(
      InputFiles files, Map<String, String> options, boolean whole, StructType known) {
    UDF2<byte[], String, Object> records = (bytes, file) -> recordsOf(bytes, file, whole, known);
    Column found =
        functions
            .udf(records, new ArrayType(RECORD, false))
            .apply(col("value").cast(DataTypes.BinaryType), col("_metadata.file_path"));
    Stream<Column> own =
        Stream.of(functions.explode(found).as(RECORDS), Broken.file(), Broken.start());
    return files
        .read(new TextFileFormat(), options, TEXT)
        .select(
            Stream.concat(own, files.partitionColumns().stream().map(JsonFiles::quoted))
                .toArray(Column[]::new));
  }

  private static Object recordsOf(byte[] bytes, String file, boolean whole, StructType known) {
    String text = StrictText.decode(bytes, file);
    List<JsonRecord> records = JsonRecords.of(text, known);
    for (JsonRecord each : records) {
      if (whole && each.json() == null) {
        long line = 1 + text.chars().limit(each.begin()).filter(c -> c == '\n').count();
        throw new BadDataException(
            ReadableFile.ofMetadata(file)
                + ":"
                + line
                + ": found what is no whole JSON object, expected an array of objects, or an object a"
                + " line");
      }
    }
    return records.stream()
        .map(each -> RowFactory.create(each.json(), each.broken()))
        .toArray(Row[]::new);
  }

  private static StructType infer(Location input, InputFiles files, Dataset<Row> records) {
    if (files.filled().isEmpty()) {
      throw new BadDataException(input + ": found no file with a line, expected JSON objects");
    }
    Column isBroken = col(RECORDS + ".broken").isNotNull();
    Column json = col(RECORDS + ".json");
    Column distinct =
        functions
            .udf((UDF1<String, String>) JsonRecords::withDistinctNames, DataTypes.StringType)
            .apply(json);
    Dataset<String> values =
        records
            .select(
                functions
                    .explode(
                        functions.array(
                            marked(functions.when(isBroken, distinct).otherwise(json)),
                            functions.when(isBroken, functions.lit("{"))))
                    .as("value"))
            .where(col("value").isNotNull())
            .as(Encoders.STRING());
    StructType columns = JsonRecords.withoutMarks(infer(files.spark(), values));
    if (Arrays.stream(columns.fieldNames()).allMatch(Broken.COLUMN::equals)) {
      throw new BadDataException(input + ": no line is a JSON object");
    }
    return columns;
  }

  private static Column marked(Column json) {
    Column marked =
        functions
            .udf((UDF1<String, String>) JsonRecords::withEmptyMarked, DataTypes.StringType)
            .apply(json);
    return functions.when(json.rlike("\\{\\s*\\}"), marked).otherwise(json);
  }

  /** With each name as it is written: what Spark takes for one of two names is lost otherwise. */
  private static StructType infer(SparkSession spark, Dataset<String> values) {
    String setting = "spark.sql.caseSensitive";
    String before = spark.conf().get(setting);
    spark.conf().set(setting, true);
    try {
      return spark.read().option("columnNameOfCorruptRecord", Broken.COLUMN).json(values).schema();
    } finally {
      spark.conf().set(setting, before);
    }
  }

  private static void requireDistinct(Location input, StructType columns) {
    Set<String> names = new HashSet<>();
    for (StructField field : columns.fields()) {
      if (!names.add(field.name().toLowerCase(Locale.ROOT))) {
        String other =
            Arrays.stream(columns.fieldNames())
                .filter(field.name()::equalsIgnoreCase)
                .findFirst()
                .get();
        throw new BadDataException(
            input
                + ": found fields "
                + other
                + " and "
                + field.name()
                + ", which differ in upper and lower case only, expected one of them; rename the"
                + " other");
      }
    }
  }

  /** Names of the files whose objects or arrays are written over several lines. */
  private static Set<String> spanning(InputFiles files) {
    List<Boolean> spans = Heads.of(files, JsonFiles::spansLines);
    Set<String> names = new HashSet<>();
    List<FileStatus> all = files.list();
    for (int i = 0; i < all.size(); i++) {
      if (spans.get(i)) {
        names.add(name(all.get(i)));
      }
    }
    return names;
  }

  private static boolean spansLines(Path path) {
    ReadableFile file = new ReadableFile(path);
    try (InputStream in = file.open()) {
      byte[] head = in.readNBytes(HEAD);
      String text = new String(head, StandardCharsets.UTF_8);
      boolean spans =
          JsonRecords.spansLines(
              text.startsWith("\ufeff") ? text.substring(1) : text, head.length < HEAD);
      if (spans
          && path.getFileSystem(HadoopSettings.copy()).getFileStatus(path).getLen() > MOST_BYTES) {
        throw new BadDataException(
            file
                + ": found JSON over several lines of more than 1 GB, expected one object per line");
      }
      return spans;
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static String name(FileStatus file) {
    return file.getPath().toString();
  }
}
