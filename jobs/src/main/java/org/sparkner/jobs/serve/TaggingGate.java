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

package org.sparkner.jobs.serve;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Lets so many requests tag at the same time; others wait, but not longer than a request may take.
 */
final class TaggingGate implements AutoCloseable {
  /** Requests that wait for each that runs. */
  private static final int WAITING_PER_THREAD = 16;

  private final ThreadPoolExecutor threads;
  private final Limits limits;

  TaggingGate(Limits limits) {
    this.limits = limits;
    threads =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_PER_THREAD * limits.threads()),
            task -> TaggingServer.daemon(task, "tagging"));
  }

  /**
   * Does work as soon as it may.
   *
   * @throws Refusal with 503 if too many wait already, or it is not done in time
   */
  <T> T run(Supplier<T> work) {
    Future<T> result;
    try {
      result = threads.submit(work::get);
    } catch (RejectedExecutionException e) {
      throw new Refusal(503, "too many requests are waiting; try again later");
    }
    try {
      return result.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(false);
      throw new Refusal(
          503,
          "not done within "
              + limits.time().toSeconds()
              + " s; send less at a time, or try again later");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "the server ends");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
