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

package org.sparkner.spark.training.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.sparkner.train.IndexedShard;

/**
 * A worker's shard as the one data set of its task: it counts as one example, so that dl4j-spark
 * neither splits it nor merges it with another. Made in the task, it does not travel.
 */
final class ShardDataSet extends MultiDataSet {
  private static final long serialVersionUID = 1L;

  private final int worker;
  private final transient IndexedShard shard;

  ShardDataSet(int worker, IndexedShard shard) {
    super(one(), one());
    this.worker = worker;
    this.shard = shard;
  }

  private static INDArray one() {
    return Nd4j.ones(1, 1);
  }

  int worker() {
    return worker;
  }

  IndexedShard shard() {
    return shard;
  }
}
