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

package org.sparkner.jobs;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While it is open, SIGINT and SIGTERM interrupt a thread instead of ending the process, so that a
 * training ends after a batch, with a checkpoint of all that it did.
 */
final class Interruption implements AutoCloseable {
  private static final Signal INTERRUPT = new Signal("INT");
  private static final Signal TERMINATE = new Signal("TERM");

  private final SignalHandler oldInterrupt;
  private final SignalHandler oldTerminate;

  Interruption(Thread thread) {
    oldInterrupt = Signal.handle(INTERRUPT, signal -> thread.interrupt());
    oldTerminate = Signal.handle(TERMINATE, signal -> thread.interrupt());
  }

  @Override
  public void close() {
    Signal.handle(INTERRUPT, oldInterrupt);
    Signal.handle(TERMINATE, oldTerminate);
  }
}
