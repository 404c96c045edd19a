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

import java.util.List;
import java.util.Objects;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.execution.MapPartitionsExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.sparkner.spark.version.ScalaSequence;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;

/**
 * Runs Spark's {@code mapPartitions} and shows what it tags, as a node of its own on the SQL tab.
 */
public final class TagEntitiesExec extends SparkPlan {
  private static final long serialVersionUID = 1L;

  private final AddedColumns.Partition function;
  private final Attribute object;
  private final SparkPlan child;
  // Made while the query is planned: a node takes the session that is active then.
  private final MapPartitionsExec mapped;

  /** As Catalyst makes copies of nodes: of the elements of the product, in their order. */
  public TagEntitiesExec(
      Function1<Iterator<Object>, Iterator<Object>> function, Attribute object, SparkPlan child) {
    this.function = (AddedColumns.Partition) function;
    this.object = object;
    this.child = child;
    this.mapped = new MapPartitionsExec(function, object, child);
  }

  @Override
  public RDD<InternalRow> doExecute() {
    return mapped.execute();
  }

  @Override
  public Map<String, SQLMetric> metrics() {
    return function.metrics().byName();
  }

  @Override
  public String nodeName() {
    return "TagEntities";
  }

  @Override
  public Seq<Attribute> output() {
    return ScalaSequence.of(List.of(object));
  }

  @Override
  public AttributeSet producedAttributes() {
    return AttributeSet.apply(object);
  }

  @Override
  public Seq<SparkPlan> children() {
    return ScalaSequence.of(List.of(child));
  }

  @Override
  public SparkPlan mapChildren(Function1<SparkPlan, SparkPlan> change) {
    return withNewChildren(ScalaSequence.of(List.of(change.apply(child))));
  }

  /** As Catalyst calls it in Scala 2.12. */
  @SuppressWarnings("MissingOverride")
  public SparkPlan withNewChildrenInternal(scala.collection.IndexedSeq<SparkPlan> children) {
    return new TagEntitiesExec(function, object, children.apply(0));
  }

  /** As Catalyst calls it in Scala 2.13. */
  @SuppressWarnings("MissingOverride")
  public SparkPlan withNewChildrenInternal(
      scala.collection.immutable.IndexedSeq<SparkPlan> children) {
    return new TagEntitiesExec(function, object, children.apply(0));
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int n) {
    return List.of(function, object, child).get(n);
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof TagEntitiesExec;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TagEntitiesExec node
        && function.equals(node.function)
        && object.equals(node.object)
        && child.equals(node.child);
  }

  @Override
  public int hashCode() {
    return Objects.hash(function, object, child);
  }
}
