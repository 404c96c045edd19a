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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SQLAppStatusStore;
import org.apache.spark.sql.execution.ui.SQLExecutionUIData;
import org.apache.spark.sql.execution.ui.SparkPlanGraphNode;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;

/** What Spark's own pages tell of tagging. */
class SparkPagesTest extends SparkTest {
  private static final String TEXTS =
      "SELECT * FROM VALUES ('Ada met w1 and w2.'), (null), ('w5 w6') AS t(text)";

  private static Dataset<Row> tagged(SparkSession spark) {
    return new NerTaggerModel(TinyModel.entities())
        .setInputCol("text")
        .transform(spark.sql(TEXTS).coalesce(1));
  }

  private static void settle() throws Exception {
    SPARK.sparkContext().listenerBus().waitUntilEmpty();
  }

  /** What the last query shows at its node, by the name of the metric. */
  private static Map<String, String> shownByLastQuery() throws Exception {
    settle();
    SQLAppStatusStore store = SPARK.sharedState().statusStore();
    List<SQLExecutionUIData> queries = JavaConverters.seqAsJavaList(store.executionsList());
    long query = queries.get(queries.size() - 1).executionId();
    var values = JavaConverters.mapAsJavaMap(store.executionMetrics(query));
    Map<String, String> shown = new HashMap<>();
    for (SparkPlanGraphNode node :
        JavaConverters.seqAsJavaList(store.planGraph(query).allNodes())) {
      if (node.name().equals("TagEntities")) {
        JavaConverters.seqAsJavaList(node.metrics())
            .forEach(metric -> shown.put(metric.name(), values.get(metric.accumulatorId())));
      }
    }
    return shown;
  }

  @Test
  void theSqlTabShowsWhatEachQueryTags() throws Exception {
    // What size says of no entities at all depends on the line of Spark.
    String size = "if(entities IS NULL, 0, size(entities)) AS found";
    List<Row> rows = tagged(SPARK).selectExpr(size).collectAsList();
    long found = rows.stream().mapToLong(row -> row.getInt(0)).sum();

    assertThat(found).isPositive();
    assertThat(shownByLastQuery())
        .containsOnly(
            Map.entry("number of documents", "3"),
            Map.entry("number of sentences", "2"),
            Map.entry("number of tokens", "8"),
            Map.entry("number of entities", Long.toString(found)),
            Map.entry("number of unknown words", "4"));
  }

  @Test
  void aQueryThatIsRunAgainDoesNotAddUp() throws Exception {
    Dataset<Row> tagged = tagged(SPARK);
    tagged.collectAsList();
    tagged.collectAsList();

    assertThat(shownByLastQuery()).containsEntry("number of documents", "3");
  }

  @Test
  void aSessionThatKnowsNothingOfItTagsTheSame() {
    tagged(SPARK).createOrReplaceGlobalTempView("tagged");
    SparkSession other = SPARK.newSession();

    assertThat(other.sql("SELECT * FROM global_temp.tagged").collectAsList())
        .isEqualTo(tagged(SPARK).collectAsList());
  }

  @Test
  void aThreadWithoutAnActiveSessionMayRunTheQuery() throws Exception {
    Dataset<Row> tagged = tagged(SPARK);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      List<Row> rows =
          other
              .submit(
                  () -> {
                    SparkSession.clearActiveSession();
                    return tagged.toJavaRDD().collect();
                  })
              .get();

      assertThat(rows).isEqualTo(tagged.collectAsList());
    } finally {
      other.shutdown();
    }
  }

  @Test
  void prometheusReadsWhatThisProcessHasTagged() throws Exception {
    tagged(SPARK).collectAsList();
    long before = counter("tokens");

    tagged(SPARK).collectAsList();

    assertThat(counter("tokens")).isEqualTo(before + 8);
    assertThat(counter("unknown_words")).isPositive();
    assertThat(counter("entities")).isPositive();
    assertThat(counter("documents")).isPositive();
    assertThat(counter("sentences")).isPositive();
  }

  /** As the page says it, in Prometheus's text format. */
  private static long counter(String name) throws Exception {
    String address = SPARK.sparkContext().uiWebUrl().get() + "/metrics/prometheus/";
    String page =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
            .body();
    Matcher line =
        Pattern.compile("(?m)^metrics_\\w+_driver_sparkner_" + name + "_Count\\S* (\\d+)$")
            .matcher(page);
    assertThat(line.find()).as(page).isTrue();
    return Long.parseLong(line.group(1));
  }
}
