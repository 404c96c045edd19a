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

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Standard output and standard error of the process, until they are silenced. */
public final class Outputs {
  private final PrintStream standardError = System.err;
  private final PrintWriter out = writer(System.out);
  private final PrintWriter err = writer(System.err);
  private volatile boolean silent;

  public PrintWriter out() {
    return out;
  }

  public PrintWriter err() {
    return err;
  }

  /**
   * Nobody prints any more but to what this gives, which is standard error on a line of its own.
   */
  public PrintStream silence() {
    silent = true;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    if (Terminal.ERR.isInteractive()) {
      standardError.print("\r\033[K");
    }
    return standardError;
  }

  private PrintWriter writer(PrintStream stream) {
    return new PrintWriter(
        new FilterOutputStream(stream) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!silent) {
              stream.write(bytes, offset, length);
            }
          }

          @Override
          public void write(int value) throws IOException {
            if (!silent) {
              stream.write(value);
            }
          }
        },
        true,
        StandardCharsets.UTF_8);
  }
}
