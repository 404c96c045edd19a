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

/**
 * Training across executors: the data is indexed and kept there, workers make steps on their shards
 * and the driver has them go on from the mean. What a round is, which replica makes it and how
 * means are taken is in {@code org.sparkner.train}; here is how that travels in Spark. Types of
 * DeepLearning4J appear in the package {@code dl4j} alone, and nothing here knows the stages of
 * {@code org.sparkner.spark}.
 *
 * <p>{@link org.sparkner.spark.training.DistributedTraining} is what an implementation offers. To
 * add one:
 *
 * <ol>
 *   <li>Implement it with a public constructor without arguments and a name of its own; its types
 *       may be what they like, its signatures hold none but Spark's and the core's.
 *   <li>{@code open} gives {@link org.sparkner.train.rounds.Workers}. If its rounds are Spark jobs,
 *       these are {@link org.sparkner.spark.training.SparkWorkers} over a {@link
 *       org.sparkner.spark.training.RoundTransport}, which says how state and contributions travel.
 *       Else, for each round, each worker w must run {@link org.sparkner.train.rounds.Replica#run}
 *       of a replica of number w on the w-th shard; the contributions must be {@linkplain
 *       org.sparkner.train.rounds.Contribution#add added} in the order of the workers.
 *   <li>A replica may be kept from round to round for speed, but any may be gone at any time: rows
 *       of earlier rounds are kept back to {@link org.sparkner.train.rounds.StateUpdate#allRows}.
 *       One that threw, or whose task was killed, is dropped.
 *   <li>Name the class in {@code
 *       META-INF/services/org.sparkner.spark.training.DistributedTraining}; the stage's param
 *       {@code distribution} then takes its name.
 *   <li>{@code WorkersContract} in the tests is what every implementation passes.
 * </ol>
 */
package org.sparkner.spark.training;
