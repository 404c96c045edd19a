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

package org.sparkner.train;

import java.util.ArrayList;
import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.NerModel;
import org.sparkner.tags.TagSpelling;

/**
 * Trains a tagger on one machine. The same data, options and seed give the same weights, bit for
 * bit on one machine, also when a run was killed and resumed (a time limit apart).
 */
public final class Trainer {
  private final TrainingOptions options;
  private final TagReading tags;

  /** Reads chunk tags in whatever spelling. */
  public Trainer(TrainingOptions options) {
    this(options, TagReading.DETECT);
  }

  /**
   * @param tags what the tags of the data are taken for
   */
  public Trainer(TrainingOptions options, TagReading tags) {
    this.options = options;
    this.tags = tags;
  }

  /**
   * Trains, validating after every epoch, and gives the model of the best epoch. An interrupt of
   * the thread ends the run after the batch at hand.
   *
   * @param train labelled sentences in any scheme
   * @param valid sentences to choose the best epoch by; where empty, the last epoch counts
   * @param vectors pretrained vectors, or {@link WordVectors#none}
   * @throws org.sparkner.error.BadDataException if the data cannot be trained on, or the checkpoint
   *     is damaged
   * @throws org.sparkner.error.UsageException if the checkpoint is of another run
   * @throws org.sparkner.error.InterruptedRunException if the thread is interrupted; the checkpoint
   *     is up to date then
   */
  public NerModel train(
      List<LabeledSentence> train,
      List<LabeledSentence> valid,
      WordVectors vectors,
      Checkpointing checkpointing,
      TrainingListener listener) {
    return train(new TrainingData(train, valid), vectors, checkpointing, listener);
  }

  /**
   * Trains as {@link #train(List, List, WordVectors, Checkpointing, TrainingListener)} does, from
   * sentences that a teacher labelled too.
   */
  public NerModel train(
      TrainingData data,
      WordVectors vectors,
      Checkpointing checkpointing,
      TrainingListener listener) {
    TagSpelling spelling = tags.spelling(data.train());
    List<LabeledSentence> train = TagReading.read(data.train(), spelling);
    if (!data.silver().isEmpty()) {
      train = new ArrayList<>(train);
      train.addAll(data.silver());
    }
    List<LabeledSentence> valid = TagReading.readLike(data.valid(), spelling);
    return trainRead(train, valid, vectors, checkpointing, listener);
  }

  private NerModel trainRead(
      List<LabeledSentence> train,
      List<LabeledSentence> valid,
      WordVectors vectors,
      Checkpointing checkpointing,
      TrainingListener listener) {
    Corpus corpus = Corpus.of(train, valid);
    RunSetup setup = RunSetup.of(options, corpus, valid, vectors, listener);
    LocalSteps steps = new LocalSteps(setup.learner(), setup.shard(train), setup.options());
    return setup.run(steps, checkpointing);
  }
}
