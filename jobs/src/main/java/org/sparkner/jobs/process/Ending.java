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
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.jobs.console.Outputs;
import org.sparkner.jobs.files.Leftovers;
import sun.misc.Signal;

/**
 * The end of the process by SIGINT, SIGTERM or SIGHUP, at any moment: Spark is stopped, what is
 * unfinished is removed, one line says so, and the exit code is that of an interrupted run.
 */
public final class Ending {
  private static final int STOP_SECONDS = 10;
  private static final AtomicBoolean BEGUN = new AtomicBoolean();
  private static volatile String advice = "give the same command again";

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
