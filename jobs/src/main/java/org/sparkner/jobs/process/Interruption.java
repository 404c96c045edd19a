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

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While it is open, the first signal to end interrupts a thread instead of ending the process, so
 * that a training ends after a batch, with a checkpoint of all that it did. The second one does
 * what it would have done otherwise.
 */
public final class Interruption implements AutoCloseable {
  /** Those that end a process: by Ctrl-C, by kill, by a terminal that is closed. */
  static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private final List<SignalHandler> old;
  private final AtomicBoolean happened = new AtomicBoolean();

  public Interruption(Thread thread) {
    old = SIGNALS.stream().map(name -> handle(name, thread)).toList();
  }

  private SignalHandler handle(String name, Thread thread) {
    SignalHandler[] before = new SignalHandler[1];
    before[0] =
        Signal.handle(
            new Signal(name),
            signal -> {
              if (happened.compareAndSet(false, true)) {
                thread.interrupt();
              } else if (before[0] != null) {
                before[0].handle(signal);
              }
            });
    return before[0];
  }

  /** Whether a signal came. */
  public boolean happened() {
    return happened.get();
  }

  @Override
  public void close() {
    for (int i = 0; i < SIGNALS.size(); i++) {
      Signal.handle(new Signal(SIGNALS.get(i)), old.get(i));
    }
  }
}
