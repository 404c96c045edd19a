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

package org.sparkner.pretrained;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;

/**
 * Computes on a device that all callers of this JVM share: through one thread, which puts the
 * windows of all that wait into batches. That thread ends when the object goes or is closed.
 */
final class QueuedSession implements EncoderSession, AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  private final SessionQueue queue;
  private final Thread thread;
  private final EncoderDevice device;
  private final boolean readsCapitalisation;

  /**
   * @param runner computes a batch, on the one thread of the device
   * @param mostPieces of a batch, except that one window is always taken
   */
  QueuedSession(
      EqualLengths.Runner runner,
      int mostPieces,
      EncoderDevice device,
      boolean readsCapitalisation) {
    queue = new SessionQueue(new HalvingRunner(runner, device), mostPieces);
    this.device = device;
    this.readsCapitalisation = readsCapitalisation;
    // Neither the thread nor what cleans up may know this object, or it never goes.
    SessionQueue shared = queue;
    thread = new Thread(shared::serve, "spark-ner-encoder-" + device);
    thread.setDaemon(true);
    thread.start();
    CLEANER.register(this, shared::close);
  }

  @Override
  public List<Vectors> run(List<EncoderInput> windows) {
    try {
      return queue.run(windows);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public boolean readsCapitalisation() {
    return readsCapitalisation;
  }

  @Override
  public EncoderDevice device() {
    return device;
  }

  /** Callers that have windows which wait for a batch. */
  int waiting() {
    return queue.waiting();
  }

  /** Ends the thread after the batch that it computes; who still waits fails. */
  @Override
  public void close() {
    queue.close();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
