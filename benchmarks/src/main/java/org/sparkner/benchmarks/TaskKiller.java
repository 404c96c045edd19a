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

package org.sparkner.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.SparkSession;

/**
 * Kills running tasks of a driver on orders from outside, for {@code benchmarks/chaos}; a listener,
 * which Spark makes where {@code spark.extraListeners} names it.
 *
 * <p>In the directory that {@code spark.chaos.directory} names, it writes an empty file {@code
 * running-PID} once a task runs, PID being the driver's process. An order is a file {@code
 * order-PID-N} that holds a number from 0 to below 1, which chooses among the running tasks; when
 * one was killed, its name becomes {@code done-PID-N}.
 */
public final class TaskKiller extends SparkListener {
  private static final long PERIOD_MILLIS = 20;
  private static final String REASON = "killed by benchmarks/chaos";

  private final Path directory;
  private final long process = ProcessHandle.current().pid();
  private final ConcurrentSkipListSet<Long> running = new ConcurrentSkipListSet<>();
  private final Thread orders = new Thread(this::follow, "task-killer");

  /** Made by Spark. */
  public TaskKiller(SparkConf conf) {
    directory = Path.of(conf.get("spark.chaos.directory"));
    orders.setDaemon(true);
    orders.start();
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart start) {
    running.add(start.taskInfo().taskId());
    try {
      Files.write(directory.resolve("running-" + process), new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    running.remove(end.taskInfo().taskId());
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd end) {
    orders.interrupt();
  }

  private void follow() {
    try {
      while (true) {
        for (Path order : given()) {
          kill(Double.parseDouble(Files.readString(order)));
          String name = order.getFileName().toString().replaceFirst("order", "done");
          Files.move(order, order.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
        }
        TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> given() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("order-" + process + "-\\d+"))
          .sorted()
          .toList();
    }
  }

  /** Kills one of the tasks that run, once there is one. */
  private void kill(double place) throws InterruptedException {
    while (true) {
      List<Long> tasks = List.copyOf(running);
      if (!tasks.isEmpty()) {
        long task = tasks.get((int) (place * tasks.size()));
        if (SparkSession.active().sparkContext().killTaskAttempt(task, true, REASON)) {
          return;
        }
      }
      TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
    }
  }
}
