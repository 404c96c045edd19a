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

package org.sparkner.spark.tagging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.sparkner.error.UsageException;
import org.sparkner.spark.column.InputColumn;
import org.sparkner.spark.param.HasTaggingParams;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.TaggedText;
import org.sparkner.tags.TagScheme;

/**
 * The columns that tagging adds, in this order: entities, then those asked for of tags, tokens and
 * marginals.
 *
 * @param tags whether the tags column is needed
 * @param tokens whether the tokens column is needed
 * @param marginals whether the marginals column is needed
 * @param scheme of the tags; PLAIN leaves them as the model gives them
 */
public record OutputColumns(boolean tags, boolean tokens, boolean marginals, TagScheme scheme)
    implements Serializable {

  private static final StructType ENTITY =
      new StructType()
          .add("begin", DataTypes.IntegerType, false)
          .add("end", DataTypes.IntegerType, false)
          .add("type", DataTypes.StringType, false)
          .add("text", DataTypes.StringType, false)
          .add("confidence", DataTypes.DoubleType, false);

  private static final StructType TOKEN =
      new StructType()
          .add("begin", DataTypes.IntegerType, false)
          .add("end", DataTypes.IntegerType, false)
          .add("text", DataTypes.StringType, false)
          .add("sentence", DataTypes.IntegerType, false);

  /** {@code array<struct<begin:int,end:int,type:string,text:string,confidence:double>>}. */
  static final ArrayType ENTITIES = new ArrayType(ENTITY, false);

  private static final ArrayType TAGS = new ArrayType(DataTypes.StringType, false);
  private static final ArrayType TOKENS = new ArrayType(TOKEN, false);
  private static final ArrayType MARGINALS =
      new ArrayType(new ArrayType(DataTypes.FloatType, false), false);

  /** The columns that the params of a stage ask for. */
  public static OutputColumns of(HasTaggingParams<?> stage) {
    return new OutputColumns(
        stage.isSet(stage.tagsCol()),
        stage.isSet(stage.tokensCol()),
        stage.isSet(stage.marginalsCol()),
        TagScheme.valueOf(stage.getScheme()));
  }

  public OutputColumns withScheme(TagScheme other) {
    return new OutputColumns(tags, tokens, marginals, other);
  }

  /**
   * The schema with the columns added.
   *
   * @param labels metadata of the columns that speak of labels
   * @throws UsageException if a column of that name exists
   */
  public StructType appendTo(StructType schema, HasTaggingParams<?> stage, Metadata labels) {
    List<StructField> fields = new ArrayList<>(Arrays.asList(schema.fields()));
    append(fields, stage, stage.entitiesCol(), ENTITIES, labels);
    if (tags) {
      append(fields, stage, stage.tagsCol(), TAGS, labels);
    }
    if (tokens) {
      append(fields, stage, stage.tokensCol(), TOKENS, Metadata.empty());
    }
    if (marginals) {
      append(fields, stage, stage.marginalsCol(), MARGINALS, labels);
    }
    return new StructType(
        fields.toArray(StructField[]::new)); // createStructType refuses two of a name
  }

  private static void append(
      List<StructField> fields,
      HasTaggingParams<?> stage,
      Param<String> param,
      DataType type,
      Metadata metadata) {
    String name = stage.getOrDefault(param);
    if (fields.stream().anyMatch(field -> InputColumn.same(field.name(), name))) {
      throw new UsageException(
          "Column '" + name + "' exists; " + param.name() + " needs the name of a new one.");
    }
    fields.add(new StructField(name, type, true, metadata));
  }

  int count() {
    return 1 + (tags ? 1 : 0) + (tokens ? 1 : 0) + (marginals ? 1 : 0);
  }

  /** The values of the columns for a text, as Spark keeps them. */
  Object[] values(TaggedText text) {
    return values(
        text.entities(),
        tags ? text.tags() : null,
        tokens ? ofTokens(text.tokens()) : null,
        marginals ? text.marginals() : null);
  }

  /** The values of the columns for a sentence of tokens, as Spark keeps them. */
  Object[] values(List<String> words, TaggedSentence sentence) {
    return values(
        sentence.entities(), sentence.tags(), tokens ? ofWords(words) : null, sentence.marginals());
  }

  /** The value of the entities column as users have it. */
  static Row[] rows(List<Entity> found) {
    return found.stream().map(OutputColumns::row).toArray(Row[]::new);
  }

  private static Row row(Entity entity) {
    return RowFactory.create(
        entity.begin(), entity.end(), entity.type(), entity.text(), entity.confidence());
  }

  private Object[] values(
      List<Entity> found, List<String> labels, InternalRow[] words, float[][] posteriors) {
    Object[] values = new Object[count()];
    int i = 0;
    values[i++] =
        new GenericArrayData(found.stream().map(OutputColumns::ofEntity).toArray(Object[]::new));
    if (tags) {
      values[i++] =
          new GenericArrayData(
              scheme.convert(labels).stream().map(UTF8String::fromString).toArray(Object[]::new));
    }
    if (tokens) {
      values[i++] = new GenericArrayData(words);
    }
    if (marginals) {
      values[i] =
          new GenericArrayData(
              Arrays.stream(posteriors)
                  .map(UnsafeArrayData::fromPrimitiveArray)
                  .toArray(Object[]::new));
    }
    return values;
  }

  private static InternalRow ofEntity(Entity entity) {
    return internal(
        entity.begin(),
        entity.end(),
        UTF8String.fromString(entity.type()),
        UTF8String.fromString(entity.text()),
        entity.confidence());
  }

  private static InternalRow[] ofTokens(List<TaggedText.Token> tokens) {
    return tokens.stream()
        .map(t -> internal(t.begin(), t.end(), UTF8String.fromString(t.text()), t.sentence()))
        .toArray(InternalRow[]::new);
  }

  private static InternalRow[] ofWords(List<String> words) {
    InternalRow[] rows = new InternalRow[words.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = internal(i, i + 1, UTF8String.fromString(words.get(i)), 0);
    }
    return rows;
  }

  private static InternalRow internal(Object... values) {
    return new GenericInternalRow(values);
  }
}
