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

package org.sparkner.error;

import java.util.Locale;

/**
 * What a user can mend: the message says what is wrong, what was found, what was expected and what
 * to do, in one line. The command line prints it without a stack trace and exits with {@link
 * #exitCode()}. What a message quotes of somebody's file cannot break the line, steer a terminal or
 * fill the screen: its control characters are spelled, and a long message is cut in its middle.
 */
public abstract sealed class NerException extends RuntimeException
    permits UsageException, BadDataException, BadModelException, InterruptedRunException {
  private static final long serialVersionUID = 1L;

  private static final int MOST_CHARACTERS = 4_000;

  /** Of a message that is cut: how many characters are left before and after the cut. */
  private static final int HALF = 1_900;

  private final int exitCode;

  NerException(int exitCode, String message, Throwable cause) {
    super(message == null ? null : oneLine(message), cause);
    this.exitCode = exitCode;
  }

  /**
   * The process exit code of this kind of failure: 2 usage, 3 data, 4 model, 5 interrupted and
   * resumable.
   */
  public int exitCode() {
    return exitCode;
  }

  private static String oneLine(String message) {
    String shown = message;
    if (message.length() > MOST_CHARACTERS) {
      int cut = message.length() - 2 * HALF;
      shown =
          message.substring(0, HALF)
              + " … ("
              + cut
              + " characters) … "
              + message.substring(message.length() - HALF);
    }
    if (shown.codePoints().noneMatch(NerException::breaksLine)) {
      return shown;
    }
    StringBuilder line = new StringBuilder();
    shown.codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  private static void append(StringBuilder line, int codePoint) {
    if (codePoint == '\n') {
      line.append("\\n");
    } else if (codePoint == '\r') {
      line.append("\\r");
    } else if (breaksLine(codePoint)) {
      line.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
    } else {
      line.appendCodePoint(codePoint);
    }
  }

  /** Control characters, the separators of lines and paragraphs, and changes of direction. */
  private static boolean breaksLine(int codePoint) {
    return (Character.isISOControl(codePoint) && codePoint != '\t')
        || (codePoint >= 0x2028 && codePoint <= 0x202e)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
