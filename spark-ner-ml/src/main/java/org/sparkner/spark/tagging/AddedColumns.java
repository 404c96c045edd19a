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
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.KnownNotNull;
import org.apache.spark.sql.catalyst.expressions.KnownNullable;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression$;
import org.apache.spark.sql.catalyst.plans.logical.DeserializeToObject;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.MapPartitions;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SerializeFromObject;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkner.spark.version.ScalaSequence;
import org.sparkner.spark.version.SparkLine;
import scala.Option;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction1;

/**
 * Columns that a function over the rows of a partition adds. It is Spark's {@code mapPartitions},
 * but the rows are Spark's own and no value is turned into a Java object and back: what stands in
 * the other columns comes out as it came, of any type and under any name. Batches and streams
 * alike.
 *
 * <p>This is Catalyst, which is open to Java but no public API of Spark's.
 */
public final class AddedColumns {
  private AddedColumns() {}

  /**
   * The dataset with the columns.
   *
   * @param schema that of the dataset, and the new columns after it
   * @param function gives for each row a {@link JoinedRow} of it and the values of the new columns;
   *     what it keeps of a row it has to copy
   */
  public static Dataset<Row> to(Dataset<?> dataset, StructType schema, TaggingFunction function) {
    TaggingStrategy.addTo(dataset.sparkSession());
    LogicalPlan child = SparkLine.current().plan(dataset);
    List<Expression> fields = new ArrayList<>();
    for (Attribute column : JavaConverters.seqAsJavaList(child.output())) {
      fields.add(Literal$.MODULE$.apply(Integer.toString(fields.size() / 2)));
      fields.add(column);
    }
    CreateNamedStruct row = new CreateNamedStruct(ScalaSequence.of(fields));
    LogicalPlan rows = new DeserializeToObject(row, object(row.dataType()), child);
    // Not of the type of the object above: Spark would give the one to the other where two such
    // functions follow each other, without what was selected between them.
    DataType joined = ObjectType.apply(JoinedRow.class);
    LogicalPlan mapped = new MapPartitions(new Partition(function, null), object(joined), rows);
    LogicalPlan added = new SerializeFromObject(columns(schema), mapped);
    return SparkLine.current()
        .rows(dataset.sparkSession(), new Project(whole(schema, added), added));
  }

  /**
   * The columns behind an expression that changes nothing. Where a later query takes one field of a
   * struct, Spark would drop the others from the columns below and count the fields anew, which is
   * right only of columns that it made of objects itself. It also takes columns of one name for
   * one, so they get their names here, above numbers.
   */
  private static Seq<NamedExpression> whole(StructType schema, LogicalPlan added) {
    List<NamedExpression> whole = new ArrayList<>();
    for (StructField field : schema.fields()) {
      Attribute column = added.output().apply(whole.size());
      Expression same = column.nullable() ? new KnownNullable(column) : new KnownNotNull(column);
      whole.add(alias(same, field.name(), field.metadata()));
    }
    return ScalaSequence.of(whole);
  }

  /** The columns that the fields of the object become. */
  private static Seq<NamedExpression> columns(StructType schema) {
    BoundReference object = new BoundReference(0, schema, false);
    List<NamedExpression> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      Expression value = new GetStructField(object, columns.size(), Option.empty());
      columns.add(alias(value, Integer.toString(columns.size()), field.metadata()));
    }
    return ScalaSequence.of(columns);
  }

  private static Alias alias(Expression value, String name, Metadata metadata) {
    return new Alias(
        value,
        name,
        NamedExpression$.MODULE$.newExprId(),
        ScalaSequence.of(List.of()),
        Option.apply(metadata),
        ScalaSequence.of(List.of()));
  }

  private static Attribute object(DataType type) {
    return new AttributeReference(
        "obj",
        type,
        false,
        Metadata.empty(),
        NamedExpression$.MODULE$.newExprId(),
        ScalaSequence.of(List.of()));
  }

  /** A function of Java's iterators as one of Scala's. */
  static final class Partition extends AbstractFunction1<Iterator<Object>, Iterator<Object>>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TaggingFunction function;
    private final TaggingPlanMetrics metrics;

    /**
     * @param metrics of the node of a query that runs it; null for none
     */
    private Partition(TaggingFunction function, TaggingPlanMetrics metrics) {
      this.function = function;
      this.metrics = metrics;
    }

    Partition withMetrics(TaggingPlanMetrics ofNode) {
      return new Partition(function, ofNode);
    }

    TaggingPlanMetrics metrics() {
      return metrics;
    }

    @Override
    @SuppressWarnings("unchecked") // the objects are those that the plan above makes
    public Iterator<Object> apply(Iterator<Object> rows) {
      java.util.Iterator<?> mapped =
          function.tag(
              (java.util.Iterator<InternalRow>)
                  (java.util.Iterator<?>) JavaConverters.asJavaIterator(rows),
              metrics);
      return (Iterator<Object>) JavaConverters.asScalaIterator(mapped);
    }
  }
}
