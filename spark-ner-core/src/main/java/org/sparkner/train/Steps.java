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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Where the steps of a training are made: on this machine, or by workers. */
public interface Steps {
  /**
   * Steps that were made.
   *
   * @param steps batches, of each worker
   * @param sentences trained on
   * @param tokens trained on
   * @param loss sum over the sentences, in nats
   */
  record Done(int steps, long sentences, long tokens, double loss) {}

  /**
   * Tokens of an epoch.
   *
   * @param epoch from 0
   */
  long tokens(int epoch);

  /** Steps of an epoch of all sentences. */
  int count();

  /**
   * Steps of an epoch.
   *
   * @param epoch from 0
   */
  int count(int epoch);

  /** Windows of an epoch, see {@link IndexedShard}. */
  int windows();

  /** By how much the learning rate differs from the recipe's. */
  double rateFactor();

  /** Begins an epoch, or goes on in it; the learning rate of its first step is set. */
  void begin(int epoch);

  /**
   * Makes a step, or some, and leaves their effect in the learner. The learning rate of the first
   * is set.
   *
   * @param first step of the epoch to make, below {@link #count(int)}
   * @throws InterruptedException if the thread was interrupted; the learner is as before
   */
  Done next(int first) throws InterruptedException;

  /** Writes what the next step depends on besides the learner. */
  void write(DataOutputStream out) throws IOException;

  /** Takes over what {@link #write} wrote. */
  void read(DataInputStream in) throws IOException;
}
