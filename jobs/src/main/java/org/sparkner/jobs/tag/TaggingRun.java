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
import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.spark.tagging.TaggingCounts;

/** Tags datasets and writes them. */
public final class TaggingRun {
  private static final String ENTITIES = "entities";
  private static final String TOKENS = "__tokens";
  private static final String TAGS = "__tags";
  private static final String GOLD = "tags";

  private final SparkSession spark;
  private final NerTaggerModel model;
  private final StatusLine progress;
  private double seconds;

  public TaggingRun(SparkSession spark, NerTaggerModel model, StatusLine progress) {
    this.spark = spark;
    this.model = model;
    this.progress = progress;
  }

  /**
   * Tags and writes; the output appears whole or not at all.
   *
   * @param total how much there is, for the time left
   * @param id column that names a document, or null
   */
  TaggingCounts.Counted run(
      TaggingInput input,
      TaggingProgress.Total total,
      String id,
      OutputDirectory output,
      TaggedFormat format) {
    TaggingCounts.Counted[] counted = new TaggingCounts.Counted[1];
    output.write(to -> counted[0] = write("tagging", input, total, id, to, format));
    output.publish();
    return counted[0];
  }

  /**
   * Tags and writes in place of what is there.
   *
   * @param stage what the status line calls it
   * @param total how much there is, for the time left
   * @param id column that names a document, or null
   */
  public TaggingCounts.Counted write(
      String stage,
      TaggingInput input,
      TaggingProgress.Total total,
      String id,
      Location to,
      TaggedFormat format) {
    TaggingCounts counts = new TaggingCounts();
    spark.sparkContext().register(counts, "tagging");
    TaggingProgress listener = new TaggingProgress(progress, stage, counts, total);
    spark.sparkContext().addSparkListener(listener);
    progress.begin(stage);
    try {
      write(tag(input, counts, format), input, id, to, format);
    } finally {
      spark.sparkContext().removeSparkListener(listener);
    }
    seconds += counts.seconds();
    return counts.value();
  }

  /** The time that tagging took so far, without that of starting. */
  double seconds() {
    return seconds;
  }

  private Dataset<Row> tag(TaggingInput input, TaggingCounts counts, TaggedFormat format) {
    NerTaggerModel stage = model.copy(ParamMap.empty());
    stage.setInputCol(input.column()).setEntitiesCol(ENTITIES);
    if (input.attributes() != null) {
      stage.setAttributeCol(input.attributes());
    }
    if (format.hasTokens()) {
      stage.setTokensCol(free(TOKENS, input)).setTagsCol(free(TAGS, input));
    }
    return stage.transform(input.rows(), counts);
  }

  private static void write(
      Dataset<Row> tagged, TaggingInput input, String id, Location to, TaggedFormat format) {
    switch (format) {
      case PARQUET -> tagged.write().mode(SaveMode.Overwrite).parquet(to.uri());
      case JSONL ->
          tagged.write().mode(SaveMode.Overwrite).option("ignoreNullFields", false).json(to.uri());
      case CONLL, SPACY, BIO ->
          lines(tagged, input, id, format).write().mode(SaveMode.Overwrite).text(to.uri());
    }
  }

  private static Dataset<String> lines(
      Dataset<Row> tagged, TaggingInput input, String id, TaggedFormat format) {
    List<Column> columns = new ArrayList<>();
    columns.add(tagged.col(free(TOKENS, input)));
    columns.add(tagged.col(free(TAGS, input)));
    columns.add(tagged.col(ENTITIES));
    int name = add(columns, id == null ? null : TaggingInput.columnOf(tagged, id), "__id");
    return switch (format) {
      case SPACY -> {
        Column of = input.isText() ? TaggingInput.columnOf(tagged, input.column()) : null;
        int text = add(columns, of, "__text");
        yield select(tagged, columns).flatMap(new SpacyLines(text, 2, 0, name), Encoders.STRING());
      }
      case BIO -> select(tagged, columns).flatMap(new BioLines(0, 1, name), Encoders.STRING());
      case CONLL, PARQUET, JSONL -> {
        boolean hasGold =
            !input.isText()
                && Arrays.asList(tagged.columns()).contains(GOLD)
                && tagged.schema().apply(GOLD).dataType() instanceof ArrayType array
                && array.elementType().equals(DataTypes.StringType);
        int gold = add(columns, hasGold ? tagged.col(GOLD) : null, "__gold");
        yield select(tagged, columns).map(new ConllLines(0, 1, gold, name), Encoders.STRING());
      }
    };
  }

  /** The name, or one like it where the input has a column of that name. */
  private static String free(String name, TaggingInput input) {
    String free = name;
    while (Arrays.stream(input.rows().columns()).anyMatch(free::equalsIgnoreCase)) {
      free = "_" + free;
    }
    return free;
  }

  /** The place of the column, or -1 for none. */
  private static int add(List<Column> columns, Column column, String name) {
    if (column == null) {
      return -1;
    }
    columns.add(column.as(name));
    return columns.size() - 1;
  }

  private static Dataset<Row> select(Dataset<Row> tagged, List<Column> columns) {
    return tagged.select(columns.toArray(Column[]::new));
  }
}
