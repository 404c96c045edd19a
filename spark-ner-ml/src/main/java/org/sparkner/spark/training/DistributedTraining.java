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

package org.sparkner.spark.training;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.sparkner.error.UsageException;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.rounds.ReplicaBlueprint;
import org.sparkner.train.rounds.Workers;

/** A way to run the rounds of a training on Spark's executors. */
public interface DistributedTraining {
  /** What a user calls it by. */
  String name();

  /** Why it cannot run on this Spark, and what to do; nothing where it can. */
  default Optional<String> refusal() {
    return Optional.empty();
  }

  /**
   * Makes the workers.
   *
   * @param shards a partition with one shard for each worker, in their order; cached
   * @param blueprint of the workers' replicas
   * @param aggregationDepth levels of the tree in which contributions are added, at least 1; the
   *     last is the driver
   */
  Workers open(JavaRDD<IndexedShard> shards, ReplicaBlueprint blueprint, int aggregationDepth);

  /**
   * Finds an implementation on the class path.
   *
   * @throws UsageException if there is none of this name, or if it cannot run here
   */
  static DistributedTraining named(String name) {
    for (DistributedTraining training : all()) {
      if (training.name().equals(name)) {
        training
            .refusal()
            .ifPresent(
                reason -> {
                  throw new UsageException(reason);
                });
        return training;
      }
    }
    throw new UsageException(
        "There is no way '"
            + name
            + "' to train across executors; expected one of "
            + names().stream().sorted().collect(Collectors.joining(", "))
            + ".");
  }

  /** The names of those that can run on this Spark, the default's first. */
  static List<String> names() {
    return all().stream()
        .map(ServiceLoader.Provider::get)
        .filter(training -> training.refusal().isEmpty())
        .map(DistributedTraining::name)
        .toList();
  }

  private static ServiceLoader<DistributedTraining> all() {
    return ServiceLoader.load(
        DistributedTraining.class, DistributedTraining.class.getClassLoader());
  }
}
