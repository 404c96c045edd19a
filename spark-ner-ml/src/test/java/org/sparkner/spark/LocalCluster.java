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

import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Sessions whose executors are processes of their own, with the class path of this one. */
public final class LocalCluster {
  private LocalCluster() {}

  /** A session of so many executors, of a gigabyte each, before it is made. */
  public static SparkSession.Builder of(int executors, int cores) {
    String options =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("--add-") || option.startsWith("-Djdk."))
            .collect(Collectors.joining(" "));
    return SparkSession.builder()
        .master("local-cluster[" + executors + "," + cores + ",1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "1g")
        .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .config("spark.executor.extraJavaOptions", options)
        .config("spark.scheduler.minRegisteredResourcesRatio", "1");
  }
}
