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

package org.sparkner.train.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.ShardIndexer;

/** Workers that take turns in this thread; all that passes between them and the driver is bytes. */
public final class ThreadlessWorkers implements Workers {
  private final ReplicaBlueprint blueprint;
  private final List<IndexedShard> shards = new ArrayList<>();
  private final Map<Integer, Replica> replicas = new HashMap<>();
  private final Map<Integer, byte[]> rows = new HashMap<>();
  private final Random losses;
  private int firstVersion;

  /**
   * @param losses decides which replicas are lost before a round; null for none
   */
  public ThreadlessWorkers(
      List<LabeledSentence> sentences, ReplicaBlueprint blueprint, Lexicon lexicon, Random losses) {
    this.blueprint = blueprint;
    this.losses = losses;
    int workers = blueprint.averaging().workers();
    for (int worker = 0; worker < workers; worker++) {
      ShardIndexer encoder = blueprint.indexer(lexicon);
      int unit = -1;
      List<String> last = null;
      for (LabeledSentence sentence : sentences) {
        boolean goesOn = blueprint.readsDocuments() && sentence.context().tokens() == last;
        unit += goesOn ? 0 : 1;
        last = sentence.context().tokens();
        if (unit % workers == worker) {
          encoder.add(sentence);
        }
      }
      shards.add(encoder.shard());
    }
  }

  @Override
  public List<Shard> shards() {
    return shards.stream().map(Shard::of).toList();
  }

  @Override
  public Result run(Round round, StateUpdate state) {
    if (state.allRows()) {
      firstVersion = round.number();
      rows.clear();
    }
    rows.put(round.number(), state.rows());
    Contribution mean = Contribution.nothing();
    long bytes = 0;
    for (int worker = 0; worker < shards.size(); worker++) {
      if (losses != null && losses.nextInt(3) == 0) {
        replicas.remove(worker);
      }
      Replica replica =
          replicas.computeIfAbsent(
              worker, number -> new Replica(blueprint, number, blueprint.use(null)));
      byte[] sent =
          replica.run(round, state.parameters(), history(), shards.get(worker), () -> {}).toBytes();
      bytes += sent.length;
      mean.add(Contribution.fromBytes(sent));
    }
    return new Result(mean, bytes, 0);
  }

  private RowHistory history() {
    return new RowHistory() {
      @Override
      public int firstVersion() {
        return firstVersion;
      }

      @Override
      public byte[] rows(int version) {
        return rows.get(version);
      }
    };
  }

  @Override
  public void close() {
    replicas.clear();
  }
}
