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

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkner.catalog.ModelJar;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.spark.tagging.ModelBroadcast;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

/**
 * Tags on executors with a model that was never saved, and says in how many it was built; and with
 * one that only the driver's class path has; then has {@link LibtorchTraining} train there.
 */
public final class ClusterJob {
  private static final String TEXT = "Ada met w1 and w2. They saw w3 in w4!";

  private ClusterJob() {}

  /** No arguments. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = LocalCluster.of(2, 2).getOrCreate()) {
      System.out.println(report(spark));
      System.out.println(LibtorchTraining.report(spark));
    }
  }

  private static String report(SparkSession spark) throws IOException {
    List<Entity> expected = Tagger.of(TinyModel.entities()).tag(TEXT);
    ModelBroadcast model = new ModelBroadcast(TinyModel.entities());
    var broadcast = model.in(spark);
    List<String> builds =
        spark
            .range(0, 64, 1, 64)
            .javaRDD()
            .map(
                id ->
                    SparkEnv.get().executorId()
                        + " "
                        + System.identityHashCode(
                            broadcast.value().tagger(Precision.AUTO, EncoderDevice.AUTO)))
            .distinct()
            .collect();
    Dataset<Row> texts = spark.range(0, 32, 1, 8).selectExpr("'" + TEXT + "' AS text");
    boolean same = finds(new NerTaggerModel(TinyModel.entities()), texts, expected);
    boolean samePretrained = finds(pretrained(), texts, expected);
    long used = builds.stream().map(build -> build.split(" ")[0]).distinct().count();
    return "executors="
        + used
        + " taggers="
        + builds.size()
        + " sameAsTheDriver="
        + same
        + " samePretrained="
        + samePretrained;
  }

  /** The same model from a jar that the driver has and the executors have not. */
  private static NerTaggerModel pretrained() throws IOException {
    Path jar = ModelJar.of("tiny", TinyModel.entities()).write(Path.of("tiny.jar"));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return NerTaggerModel.pretrained("tiny");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static boolean finds(NerTaggerModel model, Dataset<Row> texts, List<Entity> expected) {
    return model.setInputCol("text").transform(texts).select("entities").collectAsList().stream()
        .allMatch(
            row -> row.<Row>getList(0).stream().map(ClusterJob::entity).toList().equals(expected));
  }

  private static Entity entity(Row row) {
    return new Entity(
        row.getInt(0), row.getInt(1), row.getString(2), row.getString(3), row.getDouble(4));
  }
}
