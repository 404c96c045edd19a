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
import java.util.function.UnaryOperator;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.NerModel;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.rounds.AveragingOptions;
import org.sparkner.train.rounds.RoundTrainer;
import org.sparkner.train.rounds.Workers;

/**
 * Trains on the executors. The training data stays there; the driver holds the vocabulary, the word
 * vectors, the model and the validation data.
 */
public final class ClusterTrainer {
  private final TrainingOptions options;
  private final AveragingOptions averaging;
  private final DistributedTraining training;
  private final int aggregationDepth;
  private final TagReading tags;
  private final UnaryOperator<String> places;
  private final JavaRDD<SerializableSentence> silver;

  /**
   * @param context in which to train; the workers must have task slots in it
   * @param aggregationDepth levels of the tree in which contributions are added, at least 1
   * @throws org.sparkner.error.UsageException if there are fewer task slots than workers, or if
   *     tasks cannot compute where the network is to be trained
   */
  public ClusterTrainer(
      SparkContext context,
      TrainingOptions options,
      AveragingOptions averaging,
      DistributedTraining training,
      int aggregationDepth) {
    this(options, averaging, training, aggregationDepth, TagReading.DETECT, null, null);
    TaskSlots.require(averaging.workers(), context);
    TaskGpu.requireUsable(options.recipe(), averaging.workers(), context);
  }

  private ClusterTrainer(
      TrainingOptions options,
      AveragingOptions averaging,
      DistributedTraining training,
      int aggregationDepth,
      TagReading tags,
      UnaryOperator<String> places,
      JavaRDD<SerializableSentence> silver) {
    this.silver = silver;
    this.options = options;
    this.averaging = averaging;
    this.training = training;
    this.aggregationDepth = aggregationDepth;
    this.tags = tags;
    this.places = places;
  }

  /**
   * This trainer for tags that are to be taken otherwise than chunks in whatever spelling or plain
   * labels.
   *
   * @param places tells where a tag stands in the training data, for messages
   */
  public ClusterTrainer withTags(TagReading reading, UnaryOperator<String> places) {
    return new ClusterTrainer(
        options, averaging, training, aggregationDepth, reading, places, silver);
  }

  /**
   * This trainer, which trains on sentences that a teacher labelled as well.
   *
   * @param sentences with tags in BIOES or plain labels; must be the same in the same order each
   *     time they are computed
   */
  public ClusterTrainer withSilver(JavaRDD<SerializableSentence> sentences) {
    return new ClusterTrainer(
        options, averaging, training, aggregationDepth, tags, places, sentences);
  }

  /**
   * Trains as {@link RoundTrainer} does.
   *
   * @param sentences with tags in any scheme; must be the same in the same order each time they are
   *     computed
   * @param valid sentences to choose the best epoch by; where empty, the last epoch counts
   */
  public NerModel train(
      JavaRDD<SerializableSentence> sentences,
      List<LabeledSentence> valid,
      WordVectors vectors,
      Checkpointing checkpointing,
      TrainingListener listener) {
    boolean own = sentences.getStorageLevel().equals(StorageLevel.NONE());
    if (own) {
      sentences.persist(StorageLevel.MEMORY_AND_DISK());
    }
    try {
      CorpusPass pass = CorpusPass.over(sentences, silver, valid, tags, places);
      return new RoundTrainer(options, averaging)
          .train(
              pass.corpus(),
              TagReading.readLike(valid, pass.spelling()),
              vectors,
              (blueprint, lexicon) -> {
                Workers workers =
                    CachedShards.open(
                        Sharding.of(pass.dealt(blueprint.readsDocuments()), blueprint, lexicon),
                        shards -> training.open(shards, blueprint, aggregationDepth));
                if (own) {
                  sentences.unpersist(); // the shards are all that is needed from here on
                }
                return workers;
              },
              checkpointing,
              listener);
    } finally {
      if (own) {
        sentences.unpersist();
      }
    }
  }
}
