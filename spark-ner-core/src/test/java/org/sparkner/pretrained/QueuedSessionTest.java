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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sparkner.error.InterruptedRunException;

/** The queue over a device that a test lets compute batch by batch. */
@Timeout(60)
class QueuedSessionTest {
  private static final int MOST_PIECES = 12;
  private static final int POISON = -1;

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final Semaphore permits = new Semaphore(0);
  private final Semaphore started = new Semaphore(0);
  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
  private final QueuedSession session =
      new QueuedSession(this::compute, MOST_PIECES, EncoderDevice.cuda(3), false);

  private List<Vectors> compute(List<EncoderInput> batch) {
    batches.add(FakeWindows.namesOf(batch));
    started.release();
    permits.acquireUninterruptibly();
    if (FakeWindows.namesOf(batch).contains(POISON)) {
      throw new IllegalArgumentException("poison");
    }
    return FakeWindows.vectors(batch);
  }

  @AfterEach
  void end() {
    permits.release(1_000_000);
    session.close();
    callers.shutdownNow();
  }

  private Future<List<Integer>> call(List<EncoderInput> windows) {
    return callers.submit(() -> FakeWindows.names(session.run(windows)));
  }

  /** Lets the device begin a batch that holds it, so that others gather. */
  private Future<List<Integer>> occupy() throws InterruptedException {
    Future<List<Integer>> first = call(List.of(FakeWindows.window(900, 3)));
    started.acquire();
    return first;
  }

  /** Calls, and waits until the caller waits in the queue. */
  private Future<List<Integer>> waiting(List<EncoderInput> windows) throws InterruptedException {
    int before = session.waiting();
    Future<List<Integer>> call = call(windows);
    while (session.waiting() == before) {
      Thread.sleep(1);
    }
    return call;
  }

  @Test
  void windowsOfAllCallersMakeBatchesOfEqualLengthAndEachGetsItsOwnInOrder() throws Exception {
    Future<List<Integer>> first = occupy();
    List<Future<List<Integer>>> others = new ArrayList<>();
    for (int caller = 0; caller < 4; caller++) {
      others.add(waiting(FakeWindows.windows(100 * caller, 10)));
    }
    permits.release(1000);

    assertThat(first.get()).containsExactly(900);
    for (int caller = 0; caller < 4; caller++) {
      assertThat(others.get(caller).get())
          .isEqualTo(FakeWindows.namesOf(FakeWindows.windows(100 * caller, 10)));
    }
    assertThat(batches)
        .as("callers share batches")
        .anyMatch(batch -> batch.stream().map(name -> name / 100).distinct().count() > 1);
    assertThat(batches).allMatch(batch -> batch.size() <= MOST_PIECES / 2);
  }

  @Test
  void aCallerOfFewWindowsDoesNotWaitForOneOfMany() throws Exception {
    occupy();
    waiting(java.util.Collections.nCopies(1000, FakeWindows.window(1, 6)));
    Future<List<Integer>> few = waiting(List.of(FakeWindows.window(2, 4)));
    permits.release(3);

    assertThat(few.get()).containsExactly(2);
    assertThat(batches).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aBatchThatFailsFailsItsCallersAndNoOthers() throws Exception {
    occupy();
    Future<List<Integer>> poisoned = waiting(List.of(FakeWindows.window(POISON, 5)));
    Future<List<Integer>> beside = waiting(List.of(FakeWindows.window(1, 5)));
    Future<List<Integer>> other = waiting(List.of(FakeWindows.window(2, 4)));
    permits.release(1000);

    assertThatThrownBy(poisoned::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("poison");
    assertThatThrownBy(beside::get).hasRootCauseMessage("poison");
    assertThat(other.get()).containsExactly(2);
    assertThat(call(List.of(FakeWindows.window(3, 5))).get()).containsExactly(3);
  }

  @Test
  void whoIsInterruptedLeavesTheQueueAndTheOthersGoOn() throws Exception {
    occupy();
    CountDownLatch left = new CountDownLatch(1);
    Thread caller =
        new Thread(
            () -> {
              assertThatThrownBy(() -> session.run(List.of(FakeWindows.window(1, 4))))
                  .isInstanceOf(InterruptedRunException.class);
              if (Thread.currentThread().isInterrupted()) {
                left.countDown();
              }
            });
    caller.start();
    while (session.waiting() == 0) {
      Thread.sleep(1);
    }
    caller.interrupt();

    assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
    permits.release(1000);
    assertThat(call(List.of(FakeWindows.window(2, 4))).get()).containsExactly(2);
    assertThat(batches).noneMatch(batch -> batch.contains(1));
  }

  @Test
  void closingLetsTheBatchEndAndFailsWhoStillWaits() throws Exception {
    Future<List<Integer>> first = occupy();
    Future<List<Integer>> second = waiting(List.of(FakeWindows.window(1, 4)));
    Future<?> closing = callers.submit(session::close);

    assertThatThrownBy(second::get).hasRootCauseInstanceOf(IllegalStateException.class);
    permits.release(1000);
    closing.get();
    assertThat(first.get()).containsExactly(900);
    assertThatThrownBy(() -> session.run(List.of(FakeWindows.window(1, 4))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(session.run(List.of())).isEmpty();
  }

  @Test
  void isOnItsDevice() {
    assertThat(session.device()).hasToString("cuda:3");
    assertThat(session.readsCapitalisation()).isFalse();
  }
}
