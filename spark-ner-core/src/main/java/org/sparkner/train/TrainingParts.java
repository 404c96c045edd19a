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

import java.util.Optional;
import java.util.function.Supplier;
import org.sparkner.corpus.TagReading;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Algorithm;
import org.sparkner.pretrained.PretrainedEncoder;

/**
 * What a training is made of, as whoever offers training to users has it: a stage of Spark ML, a
 * command. {@link Training} asks for each part once at most, in the order of the methods here, and
 * only for those that the training needs; so what takes time, or may fail, is done when asked for.
 */
public interface TrainingParts {
  /** What is to be trained. */
  Algorithm algorithm();

  /** How many workers train elsewhere, each with a share of the data; 0 trains in this process. */
  int workers();

  /**
   * How to train a linear model, with its gazetteers.
   *
   * @throws org.sparkner.error.UsageException if an option is out of its range, or only for a
   *     network
   */
  LinearOptions linear();

  /**
   * How to train a network, with its gazetteers and without an encoder.
   *
   * @throws org.sparkner.error.UsageException if an option is out of its range
   */
  TrainingOptions network();

  /** Reads the pretrained encoder of a network; empty where the user names none. */
  Optional<Supplier<PretrainedEncoder>> encoder();

  /**
   * The sentences of a training in this process.
   *
   * @throws org.sparkner.error.BadDataException if they cannot be trained on
   */
  TrainingData data();

  /**
   * A training by {@link #workers}, with the sentences where these are.
   *
   * @param options of the network
   */
  RemoteTraining remote(TrainingOptions options);

  /** Pretrained vectors of a network's words, or {@link WordVectors#none}. */
  WordVectors vectors();

  /** What the tags of {@link #data} are taken for. */
  default TagReading tags() {
    return TagReading.DETECT;
  }

  /** Whether confidences are fitted to the sentences to validate on, if there are any. */
  boolean calibrates();
}
