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

package org.sparkner.jobs.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.execution.datasources.text.TextFileFormat;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;
import org.sparkner.error.NerException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.ReadFailure;
import org.sparkner.jobs.input.Broken;
import org.sparkner.jobs.input.CsvFiles;
import org.sparkner.jobs.input.FoundRows;
import org.sparkner.jobs.input.Heads;
import org.sparkner.jobs.input.InputFiles;
import org.sparkner.jobs.input.JsonFiles;
import org.sparkner.jobs.input.ParquetFiles;
import org.sparkner.jobs.input.StrictText;
import org.sparkner.jobs.input.TextFormat;
import org.sparkner.spark.format.ConllFileFormat;

/**
 * What {@code tag} reads.
 *
 * @param rows all columns of the input
 * @param column the one to tag: a string, or the tokens of a sentence
 * @param attributes the one of the tokens' attributes, or null
 * @param files what is read
 * @param broken rows that hold less than what was found
 */
public record TaggingInput(
    Dataset<Row> rows, String column, String attributes, InputFiles files, Broken broken) {
  private static final String TEXT = "text";
  private static final String TOKENS = "tokens";
  private static final String ATTRIBUTES = "attributes";
  private static final String PATH = "path";
  private static final StructType VALUE = new StructType().add("value", DataTypes.StringType);

  /**
   * What the user names of an input.
   *
   * @param tagged column to tag, or null for {@code text} or {@code tokens}
   * @param id column that names a document, or null; for text files it is made of their paths
   * @param attributes column of the tokens' attributes, of CoNLL columns its number; or null
   * @param conll options of the source {@code conll}
   */
  public record Columns(String tagged, String id, String attributes, Map<String, String> conll) {
    /** Those of the format. */
    public static final Columns USUAL = new Columns(null, null, null, Map.of());

    private String taggedOf(TextFormat format) {
      return tagged != null ? tagged : format == TextFormat.CONLL ? TOKENS : TEXT;
    }
  }

  /**
   * Opens an input.
   *
   * @throws BadDataException if it is missing or its columns are not those expected
   */
  public static TaggingInput open(
      SparkSession spark, Location input, TextFormat format, Columns columns) {
    return open(input, InputFiles.of(spark, input), format, columns, null);
  }

  /**
   * Opens files of an input.
   *
   * @param known what {@link #schema} gave, or null for the columns that they have
   * @throws BadDataException if the columns are not those expected
   */
  public static TaggingInput open(
      Location input, InputFiles files, TextFormat format, Columns columns, StructType known) {
    return orRefuse(
        input,
        format,
        () -> {
          FoundRows found = read(input, files, format, columns, known);
          Broken broken = found.mayBeBroken() ? Broken.in(found.rows()) : Broken.NONE;
          return of(broken.keep(found.rows()), input, files, format, columns, broken);
        });
  }

  /**
   * The columns that Spark finds in the files.
   *
   * @throws BadDataException if they are not those expected
   */
  static StructType schema(Location input, InputFiles files, TextFormat format, Columns columns) {
    return orRefuse(
        input,
        format,
        () -> {
          Dataset<Row> rows = Broken.NONE.keep(read(input, files, format, columns, null).rows());
          return of(rows, input, files, format, columns, Broken.NONE).rows().schema();
        });
  }

  private static TaggingInput of(
      Dataset<Row> rows,
      Location input,
      InputFiles files,
      TextFormat format,
      Columns columns,
      Broken broken) {
    String expected = columns.taggedOf(format);
    requireColumn(rows, input, expected);
    if (columns.id() != null) {
      requireColumn(rows, input, columns.id());
    }
    String attributes =
        columns.attributes() != null && format == TextFormat.CONLL
            ? ATTRIBUTES
            : columns.attributes();
    if (attributes != null) {
      requireColumn(rows, input, attributes);
    }
    Map<String, String> names = new HashMap<>();
    for (String name : rows.columns()) {
      if (name.equalsIgnoreCase("entities")) {
        throw new UsageException(input + " has a column " + name + " already; rename it first");
      }
      String other = names.put(name.toLowerCase(Locale.ROOT), name);
      if (other != null) {
        throw new BadDataException(
            input
                + ": found columns "
                + other
                + " and "
                + name
                + ", which are told apart neither by Spark nor in the output, expected one of them;"
                + " rename the other");
      }
    }
    return new TaggingInput(rows, expected, attributes, files, broken);
  }

  /** Whether the column holds text that needs splitting, not tokens. */
  public boolean isText() {
    return rows.select(columnOf(rows, column))
        .schema()
        .fields()[0]
        .dataType()
        .equals(DataTypes.StringType);
  }

  /**
   * A column as a stage finds it: one of that very name, or else a field of a struct by its path
   * with dots.
   *
   * @return null if there is none
   */
  static Column columnOf(Dataset<Row> rows, String name) {
    boolean isTop = Arrays.stream(rows.columns()).anyMatch(name::equalsIgnoreCase);
    try {
      return rows.col(isTop ? quoted(name) : name);
    } catch (Exception e) {
      // Scala does not declare that it throws AnalysisException.
      return null;
    }
  }

  /** The column to tag alone, under a name. */
  public Dataset<Row> tagged(String name) {
    return rows.select(columnOf(rows, column).as(name));
  }

  /**
   * How much there is. Rows are counted where that is cheap; plain text is measured in bytes; what
   * is compressed cannot be told.
   */
  public TaggingProgress.Total total(TextFormat format) {
    if (format == TextFormat.PARQUET || format == TextFormat.CONLL) {
      return new TaggingProgress.Total(rows.count(), 0);
    }
    return new TaggingProgress.Total(0, files.isCompressed() ? 0 : files.bytes());
  }

  /** What a user should know of what is not read, or not read whole; a line each. */
  List<String> warnings(TextFormat format, TaggedFormat output) {
    List<String> lines = new ArrayList<>();
    lines.add(files.below());
    lines.add(files.hidden());
    lines.add(broken.warning(format, output.keepsColumns()));
    lines.add(files.isEmpty() ? "found no file to read" : null);
    lines.removeIf(Objects::isNull);
    return lines;
  }

  /** Spark throws checked exceptions that it does not declare, so all are caught. */
  private static <T> T orRefuse(
      Location input, TextFormat format, java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof NerException known) {
          throw known;
        }
      }
      throw ReadFailure.of(input, format, e);
    }
  }

  private static FoundRows read(
      Location input, InputFiles files, TextFormat format, Columns columns, StructType all) {
    StructType known = all == null ? null : without(all, files.partitionColumns());
    return switch (format) {
      case TEXT -> whole(text(files, columns));
      case LINES -> whole(lines(files));
      case JSONL -> JsonFiles.read(input, files, known);
      case CSV -> CsvFiles.read(input, files, known, columns.taggedOf(format));
      case PARQUET -> whole(ParquetFiles.read(input, files.filled(), known));
      case CONLL -> whole(conll(files, columns));
    };
  }

  private static FoundRows whole(Dataset<Row> rows) {
    return new FoundRows(rows, false);
  }

  private static StructType without(StructType columns, List<String> names) {
    return new StructType(
        Arrays.stream(columns.fields())
            .filter(field -> !names.contains(field.name()))
            .toArray(org.apache.spark.sql.types.StructField[]::new));
  }

  /** A document a file, with its path. */
  private static Dataset<Row> text(InputFiles files, Columns columns) {
    Heads.requireText(files.filled());
    Column path =
        functions
            .udf((UDF1<String, String>) TaggingInput::decoded, DataTypes.StringType)
            .apply(new Column("_metadata.file_path"));
    return files
        .read(new TextFileFormat(), Map.of("wholetext", "true"), VALUE)
        .select(
            path.as(columns.id() == null ? PATH : columns.id()),
            StrictText.of(new Column("value")).as(TEXT));
  }

  /** Spark has it as a URI, in which a space is {@code %20}. */
  private static String decoded(String uri) {
    String path = java.net.URI.create(uri).getPath();
    return uri.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*:(//[^/]*)?).*$", "$1") + path;
  }

  /** A document a line. */
  private static Dataset<Row> lines(InputFiles files) {
    Heads.requireText(files.filled());
    List<Column> selected = new ArrayList<>();
    selected.add(StrictText.of(new Column("value")).as(TEXT));
    files.partitionColumns().forEach(name -> selected.add(new Column(quoted(name))));
    return files
        .filled()
        .read(new TextFileFormat(), Map.of(), VALUE)
        .select(selected.toArray(Column[]::new));
  }

  private static Dataset<Row> conll(InputFiles files, Columns columns) {
    Map<String, String> options = new HashMap<>(columns.conll());
    if (columns.attributes() != null) {
      options.put("attributeColumn", columns.attributes());
    }
    ConllFileFormat format = new ConllFileFormat();
    return files.filled().read(format, options, files.infer(format, options));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static void requireColumn(Dataset<Row> rows, Location input, String name) {
    if (columnOf(rows, name) == null) {
      throw new BadDataException(
          input + ": no column " + name + " among " + String.join(", ", rows.columns()));
    }
  }
}
