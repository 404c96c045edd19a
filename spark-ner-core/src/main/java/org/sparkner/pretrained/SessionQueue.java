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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.sparkner.error.InterruptedRunException;

/**
 * Callers that wait for one device. A batch begins with the caller whose turn it is: its first
 * window decides the length, then come windows of that length, its own and those of the others in
 * turn. So every caller that waits has a window in one of the next batches, as many as there are
 * callers; and nobody waits for a batch to become full.
 */
final class SessionQueue {
  private final EqualLengths.Runner runner;
  private final int mostPieces;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition done = lock.newCondition();
  private final ArrayDeque<Call> turns = new ArrayDeque<>();
  private boolean closed;

  SessionQueue(EqualLengths.Runner runner, int mostPieces) {
    this.runner = runner;
    this.mostPieces = mostPieces;
  }

  /** The windows of one caller. Only touched by who holds the lock. */
  private static final class Call {
    private final List<EncoderInput> windows;
    private final Vectors[] results;
    private final Map<Integer, ArrayDeque<Integer>> waiting = new HashMap<>();
    private final ArrayDeque<Integer> order = new ArrayDeque<>();
    private final boolean[] taken;
    private int missing;
    private Throwable failure;

    Call(List<EncoderInput> windows) {
      this.windows = windows;
      results = new Vectors[windows.size()];
      taken = new boolean[windows.size()];
      missing = windows.size();
      for (int i = 0; i < results.length; i++) {
        waiting.computeIfAbsent(length(i), l -> new ArrayDeque<>()).add(i);
        order.add(i);
      }
    }

    private int length(int window) {
      return windows.get(window).pieces().length;
    }

    /** The length of the first window that waits; 0 where none does. */
    int firstLength() {
      while (!order.isEmpty() && taken[order.peek()]) {
        order.poll();
      }
      return order.isEmpty() ? 0 : length(order.peek());
    }

    /** Adds windows of a length to a batch, until it has so many. */
    void take(int length, int most, List<Place> batch) {
      ArrayDeque<Integer> ofLength = waiting.get(length);
      while (ofLength != null && !ofLength.isEmpty() && batch.size() < most) {
        int window = ofLength.poll();
        taken[window] = true;
        batch.add(new Place(this, window));
      }
    }
  }

  /** A window of a caller. */
  private record Place(Call call, int window) {
    EncoderInput input() {
      return call.windows.get(window);
    }
  }

  /**
   * Waits for the vectors of windows.
   *
   * @throws InterruptedRunException if the thread is interrupted meanwhile
   * @throws IllegalStateException if the queue is closed
   */
  List<Vectors> run(List<EncoderInput> windows) {
    if (windows.isEmpty()) {
      return List.of();
    }
    Call call = new Call(List.copyOf(windows));
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("The session is closed");
      }
      turns.add(call);
      work.signal();
      while (call.missing > 0 && call.failure == null) {
        done.await();
      }
    } catch (InterruptedException e) {
      turns.remove(call);
      Thread.currentThread().interrupt();
      throw new InterruptedRunException("Interrupted while waiting for the encoder's device", e);
    } finally {
      lock.unlock();
    }
    if (call.failure instanceof Error error) {
      throw error;
    }
    if (call.failure != null) {
      throw (RuntimeException) call.failure;
    }
    return Arrays.asList(call.results);
  }

  /** Computes batches until the queue is closed. */
  void serve() {
    List<Place> batch = next();
    while (!batch.isEmpty()) {
      List<Vectors> found = null;
      Throwable failure = null;
      try {
        found = runner.run(batch.stream().map(Place::input).toList());
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      deliver(batch, found, failure);
      batch = next();
    }
  }

  /** Waits for windows; none where the queue is closed. */
  private List<Place> next() {
    List<Place> batch = new ArrayList<>();
    lock.lock();
    try {
      while (batch.isEmpty() && !closed) {
        Call first = turns.peek();
        int length = first == null ? 0 : first.firstLength();
        if (first == null) {
          work.awaitUninterruptibly();
        } else if (length == 0) {
          turns.poll();
        } else {
          int most = EqualLengths.most(mostPieces, length);
          turns.forEach(call -> call.take(length, most, batch));
          turns.add(turns.poll());
        }
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void deliver(List<Place> batch, List<Vectors> found, Throwable failure) {
    lock.lock();
    try {
      for (int i = 0; i < batch.size(); i++) {
        Call call = batch.get(i).call();
        if (failure == null) {
          call.results[batch.get(i).window()] = found.get(i);
          call.missing--;
        } else if (call.failure == null) {
          call.failure = failure;
          turns.remove(call);
        }
      }
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Callers that have windows which wait. */
  int waiting() {
    lock.lock();
    try {
      return (int) turns.stream().filter(call -> call.firstLength() > 0).count();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the batch that is computed end; who still waits fails. */
  void close() {
    lock.lock();
    try {
      closed = true;
      for (Call call : turns) {
        if (call.firstLength() > 0) {
          call.failure = new IllegalStateException("The session was closed");
        }
      }
      turns.clear();
      work.signalAll();
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
