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
 * While it is open, SIGINT and SIGTERM end the process with exit code 5: a checkpoint is always
 * whole, so a training can be resumed after any end.
 */
final class Interruption implements AutoCloseable {
  private static final int RESUMABLE = 5;

  private final SignalHandler oldInterrupt;
  private final SignalHandler oldTerminate;

  Interruption(StatusLine progress) {
    SignalHandler end =
        signal -> {
          progress.close();
          progress.print("error: interrupted; run the same command with --resume to go on");
          Runtime.getRuntime().halt(RESUMABLE);
        };
    oldInterrupt = Signal.handle(new Signal("INT"), end);
    oldTerminate = Signal.handle(new Signal("TERM"), end);
  }

  @Override
  public void close() {
    Signal.handle(new Signal("INT"), oldInterrupt);
    Signal.handle(new Signal("TERM"), oldTerminate);
  }
}
