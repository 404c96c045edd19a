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

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.sparkner.train.rounds.Contribution;
import scala.Tuple2;

/**
 * Adds contributions on the executors, a level of groups at a time, until few enough are left for
 * the driver. Unlike Spark's {@code treeAggregate}, neighbours are always added in the order of the
 * workers and not in that of arrival, so a run gives the same bits again.
 *
 * @param transport that knows how contributions travel
 * @param depth levels, the driver's among them; 1 sends all to the driver
 */
record ContributionTree(RoundTransport transport, int depth) implements Serializable {

  /** From a part a partition to fewer; the partitions keep the order of the workers. */
  JavaRDD<byte[]> reduce(JavaRDD<byte[]> parts) {
    int count = parts.getNumPartitions();
    int fan = Math.max(2, (int) Math.ceil(Math.pow(count, 1.0 / depth)));
    JavaRDD<byte[]> level = parts;
    // A level is worth its shuffle only if it leaves the driver less to do.
    for (int i = 1; i < depth && count > fan + ceilingOfQuotient(count, fan); i++) {
      count = ceilingOfQuotient(count, fan);
      level = groups(level, fan, count);
    }
    return level;
  }

  private static int ceilingOfQuotient(int a, int b) {
    return (a + b - 1) / b;
  }

  private JavaRDD<byte[]> groups(JavaRDD<byte[]> level, int fan, int groups) {
    return level
        .mapPartitionsWithIndex(
            (index, bytes) -> List.of(new Tuple2<>(index, bytes.next())).iterator(), true)
        .mapToPair(pair -> pair)
        .repartitionAndSortWithinPartitions(new Groups(fan, groups))
        .values()
        .mapPartitions(group -> List.of(transport.write(sum(group))).iterator());
  }

  /** Adds what follows each other, in this order. */
  Contribution sum(Iterator<byte[]> parts) {
    Contribution sum = Contribution.nothing();
    parts.forEachRemaining(part -> sum.add(transport.read(part)));
    return sum;
  }

  /** Puts {@code fan} neighbours into a group. */
  private static final class Groups extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int fan;
    private final int groups;

    Groups(int fan, int groups) {
      this.fan = fan;
      this.groups = groups;
    }

    @Override
    public int numPartitions() {
      return groups;
    }

    @Override
    public int getPartition(Object key) {
      return (Integer) key / fan;
    }
  }
}
