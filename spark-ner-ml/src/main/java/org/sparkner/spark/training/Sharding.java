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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.ShardIndexer;
import org.sparkner.train.rounds.ReplicaBlueprint;

/**
 * Deals sentences, or whole documents, out to workers in turn, by their places in the corpus, and
 * indexes each worker's sentences, in their order, into one shard. What a shard holds depends on
 * nothing else, so one that is lost with its executor comes back the same.
 *
 * @param blueprint as bytes of {@link JavaBytes}, without the weights of an encoder
 * @param lexicon as its own format
 */
record Sharding(Broadcast<byte[]> blueprint, Broadcast<byte[]> lexicon)
    implements FlatMapFunction<Iterator<SerializableSentence>, IndexedShard> {

  static JavaRDD<IndexedShard> of(
      JavaPairRDD<Long, SerializableSentence> sentences,
      ReplicaBlueprint blueprint,
      Lexicon lexicon) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(sentences.context());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      lexicon.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Sharding sharding =
        new Sharding(
            context.broadcast(JavaBytes.of(blueprint.forIndexing())),
            context.broadcast(bytes.toByteArray()));
    return sentences
        .repartitionAndSortWithinPartitions(new InTurn(blueprint.averaging().workers()))
        .values()
        .mapPartitions(sharding);
  }

  @Override
  public Iterator<IndexedShard> call(Iterator<SerializableSentence> sentences) throws IOException {
    ReplicaBlueprint read = JavaBytes.read(blueprint.value(), ReplicaBlueprint.class);
    ShardIndexer indexer =
        read.indexer(Lexicon.readFrom(new ByteArrayInputStream(lexicon.value())));
    if (read.readsDocuments()) {
      List<SerializableSentence> all = new ArrayList<>();
      sentences.forEachRemaining(all::add);
      SerializableSentence.documents(all).forEach(indexer::add);
    } else {
      sentences.forEachRemaining(carried -> indexer.add(carried.sentence()));
    }
    return List.of(indexer.shard()).iterator();
  }

  /** The unit of the corpus modulo the workers. */
  private static final class InTurn extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int workers;

    InTurn(int workers) {
      this.workers = workers;
    }

    @Override
    public int numPartitions() {
      return workers;
    }

    @Override
    public int getPartition(Object key) {
      return (int) (DealtPlace.unit((Long) key) % workers);
    }
  }
}
