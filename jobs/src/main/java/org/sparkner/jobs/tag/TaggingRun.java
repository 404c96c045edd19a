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
import java.util.Map;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
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
  private static final String FOUND = "found";

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
      case CONLL, SPACY, BIO -> writer(tagged, input, id, format).save(to.uri());
    }
  }

  /** Writes tokens and tags, and of the input only what the format has a place for. */
  private static DataFrameWriter<Row> writer(
      Dataset<Row> tagged, TaggingInput input, String id, TaggedFormat format) {
    List<Column> columns = new ArrayList<>();
    columns.add(tagged.col(free(TOKENS, input)).as("tokens"));
    columns.add(tagged.col(free(TAGS, input)).as(FOUND));
    columns.add(tagged.col(ENTITIES));
    Map<String, String> options = new HashMap<>(Map.of("tagsCol", FOUND));
    if (id != null) {
      columns.add(TaggingInput.columnOf(tagged, id).as("id"));
      options.put("idCol", "id");
    }
    if (format == TaggedFormat.CONLL) {
      boolean hasGold = hasGold(tagged, input);
      if (hasGold) {
        columns.add(tagged.col(GOLD));
      }
      options.put("columns", hasGold ? "tokens," + GOLD + "," + FOUND : "tokens," + FOUND);
    } else {
      options.put("style", format.name());
      if (input.isText()) {
        columns.add(TaggingInput.columnOf(tagged, input.column()).as("text"));
      }
    }
    return tagged
        .select(columns.toArray(Column[]::new))
        .write()
        .mode(SaveMode.Overwrite)
        .format(format == TaggedFormat.CONLL ? "conll" : "annotations")
        .options(options);
  }

  /** Whether the input has tags of its own. */
  private static boolean hasGold(Dataset<Row> tagged, TaggingInput input) {
    return !input.isText()
        && Arrays.asList(tagged.columns()).contains(GOLD)
        && tagged.schema().apply(GOLD).dataType() instanceof ArrayType array
        && array.elementType().equals(DataTypes.StringType);
  }

  /** The name, or one like it where the input has a column of that name. */
  private static String free(String name, TaggingInput input) {
    String free = name;
    while (Arrays.stream(input.rows().columns()).anyMatch(free::equalsIgnoreCase)) {
      free = "_" + free;
    }
    return free;
  }
}
