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

package org.sparkner.jobs.process;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.jobs.console.Outputs;
import org.sparkner.jobs.files.Leftovers;
import sun.misc.Signal;

/**
 * The end of the process by SIGINT, SIGTERM or SIGHUP, at any moment: Spark is stopped, what is
 * unfinished is removed, one line says so, and the exit code is that of an interrupted run. So it
 * is where an embedded Spark ends the process by itself, with a code of its own.
 */
public final class Ending {
  private static final int STOP_SECONDS = 10;
  private static final AtomicBoolean BEGUN = new AtomicBoolean();
  private static final int BEFORE_SPARK = 100;
  private static final int AFTER_ALL = 0;

  private static volatile String advice = "give the same command again";

  /** Whether Spark's driver and its only executor are this process. */
  private static volatile boolean embedded;

  private Ending() {}

  /**
   * Waits for signals from now on.
   *
   * @param outputs what the command prints to, which is silent after the line of the end
   */
  public static void await(Outputs outputs) {
    for (String name : Interruption.SIGNALS) {
      try {
        Signal.handle(new Signal(name), signal -> end(signal, outputs));
      } catch (IllegalArgumentException e) {
        // The JVM was told to leave signals alone.
        return;
      }
    }
    awaitSpark(outputs);
  }

  /** Hadoop runs hooks by falling priority: Spark's and those of file systems are in between. */
  private static void awaitSpark(Outputs outputs) {
    AtomicReference<PrintStream> err = new AtomicReference<>();
    ShutdownHookManager hooks = ShutdownHookManager.get();
    hooks.addShutdownHook(
        () -> {
          if (embedded && begin()) {
            err.set(outputs.silence());
            Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
          }
        },
        BEFORE_SPARK);
    hooks.addShutdownHook(
        () -> {
          if (err.get() != null) {
            Leftovers.removeAll(
                () -> {
                  err.get().println("error: interrupted: Spark ended the process; " + advice);
                  err.get().flush();
                  Runtime.getRuntime().halt(new InterruptedRunException("").exitCode());
                });
          }
        },
        AFTER_ALL);
  }

  /** Spark runs in this process, and may end it. */
  static void embedded() {
    embedded = true;
  }

  /** What a user is to do after the end of this command. */
  public static void advise(String text) {
    advice = text;
  }

  /** Begins the end; false where it has begun already, and everybody else is to keep still. */
  public static boolean begin() {
    return BEGUN.compareAndSet(false, true);
  }

  private static void end(Signal signal, Outputs outputs) {
    if (!begin()) {
      return;
    }
    PrintStream err = outputs.silence();
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
    stopSpark();
    Leftovers.removeAll(
        () -> {
          err.println("error: interrupted by SIG" + signal.getName() + "; " + advice);
          err.flush();
          System.exit(new InterruptedRunException("").exitCode());
        });
  }

  private static void stopSpark() {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread stopping =
        new Thread(
            () -> {
              try {
                Sessions.cancel();
              } finally {
                stopped.countDown();
              }
            },
            "stopping Spark");
    stopping.setDaemon(true);
    // What it meets while others still work is of no interest.
    stopping.setUncaughtExceptionHandler((thread, e) -> {});
    stopping.start();
    try {
      boolean unused = stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
