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

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.ExperimentalMethods;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.MapPartitions;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import org.sparkner.spark.version.ScalaSequence;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;

/**
 * Has Spark run what tags as a node with metrics. Where a session does not know this strategy, as
 * one that uses the view of another session, Spark runs the same function without them.
 */
final class TaggingStrategy extends SparkStrategy {
  private static final long serialVersionUID = 1L;

  private final transient SparkContext context;

  private TaggingStrategy(SparkContext context) {
    this.context = context;
  }

  /** Makes it known to a session, once. */
  static synchronized void addTo(SparkSession session) {
    ExperimentalMethods experimental = session.experimental();
    List<SparkStrategy> strategies =
        new ArrayList<>(JavaConverters.seqAsJavaList(experimental.extraStrategies()));
    if (strategies.stream().noneMatch(TaggingStrategy.class::isInstance)) {
      strategies.add(new TaggingStrategy(session.sparkContext()));
      experimental.extraStrategies_$eq(ScalaSequence.of(strategies));
    }
  }

  @Override
  public Seq<SparkPlan> apply(LogicalPlan plan) {
    List<SparkPlan> planned = new ArrayList<>();
    if (plan instanceof MapPartitions map && map.func() instanceof AddedColumns.Partition tagging) {
      planned.add(
          new TagEntitiesExec(
              tagging.withMetrics(TaggingPlanMetrics.in(context)),
              map.outputObjAttr(),
              planLater(map.child())));
    }
    return ScalaSequence.of(planned);
  }
}
