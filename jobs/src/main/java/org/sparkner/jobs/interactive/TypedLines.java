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

package org.sparkner.jobs.interactive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.sparkner.jobs.console.Terminal;

/** The lines that a person types at a prompt, or those of standard input. */
interface TypedLines extends AutoCloseable {
  /** The next line; null after the last. */
  String next();

  /** Tells a person what to do. */
  void hint(PrintWriter err);

  @Override
  void close();

  /** A prompt where standard input and output are a terminal. */
  static TypedLines open() {
    return Terminal.IN.isInteractive() && Terminal.OUT.isInteractive() ? new Prompt() : new Piped();
  }

  /** Lines of standard input, in UTF-8. */
  final class Piped implements TypedLines {
    private final BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    @Override
    public String next() {
      try {
        return lines.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void hint(PrintWriter err) {}

    @Override
    public void close() {}
  }

  /**
   * A prompt with history and editing. Ctrl-C drops what is typed, and ends where nothing is;
   * Ctrl-D ends. Ctrl-C between two prompts, as while a sentence is tagged, ends too.
   */
  final class Prompt implements TypedLines {
    private final org.jline.terminal.Terminal terminal;
    private final LineReader reader;
    private volatile boolean interrupted;

    Prompt() {
      try {
        terminal = TerminalBuilder.builder().system(true).dumb(true).build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      // The reader's own handler holds only while it reads.
      terminal.handle(Signal.INT, signal -> interrupted = true);
      reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .variable(LineReader.BELL_STYLE, "none")
              .build();
    }

    @Override
    public String next() {
      while (!interrupted) {
        try {
          return reader.readLine("> ");
        } catch (UserInterruptException e) {
          if (e.getPartialLine().isEmpty()) {
            return null;
          }
        } catch (EndOfFileException e) {
          return null;
        }
      }
      return null;
    }

    @Override
    public void hint(PrintWriter err) {
      err.println("Type a sentence and Enter; Ctrl-D ends.");
      err.flush();
    }

    @Override
    public void close() {
      try {
        terminal.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
