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

package org.sparkner.jobs.console;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a command is doing, visible all the time: on a terminal one line that rewrites itself, else
 * a line every ten seconds. Lines that stay go through {@link #print}.
 */
public final class StatusLine implements AutoCloseable {
  private static final int TERMINAL_MILLIS = 250;
  private static final int LOG_MILLIS = 10_000;
  private static final int WIDTH = 100;
  private static final int BAR = 20;

  private final PrintWriter err;
  private final boolean terminal;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });
  private String status = "";
  private double share = Double.NaN;
  private long begin = System.nanoTime();
  private boolean shown;

  public StatusLine(PrintWriter err) {
    this.err = err;
    this.terminal = Terminal.ERR.isInteractive();
    int period = terminal ? TERMINAL_MILLIS : LOG_MILLIS;
    var unused = clock.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
  }

  /** Begins a stage that shows this text and the seconds it has taken. */
  public synchronized void begin(String stage) {
    status = Secrets.hidden(stage);
    share = Double.NaN;
    begin = System.nanoTime();
    if (terminal) {
      show();
    }
  }

  /** Changes the text of the running stage. */
  public synchronized void update(String text) {
    update(text, Double.NaN);
  }

  /**
   * Changes the text of the running stage; a terminal shows how much of it is done.
   *
   * @param done share, 0 to 1; NaN where it is not known
   */
  public synchronized void update(String text, double done) {
    status = Secrets.hidden(text);
    share = done;
  }

  /** Prints a line that stays. */
  public synchronized void print(String line) {
    clear();
    err.println(Secrets.hidden(line));
    err.flush();
  }

  private synchronized void show() {
    if (status.isEmpty()) {
      return;
    }
    String line = status + " · " + (System.nanoTime() - begin) / 1_000_000_000 + " s";
    if (terminal) {
      line = bar(share) + line;
      err.print("\r\033[K" + line.substring(0, Math.min(WIDTH, line.length())));
      shown = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** Such as {@code [█████░░░░░]}; empty where the share is not known. */
  static String bar(double share) {
    if (Double.isNaN(share)) {
      return "";
    }
    int full = (int) Math.round(BAR * Math.max(0, Math.min(1, share)));
    return "[" + "\u2588".repeat(full) + "\u2591".repeat(BAR - full) + "] ";
  }

  private void clear() {
    if (shown) {
      err.print("\r\033[K");
      shown = false;
    }
  }

  /** Stops; the status line goes away. */
  @Override
  public synchronized void close() {
    clock.shutdownNow();
    clear();
    err.flush();
  }
}
