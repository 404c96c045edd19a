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

/**
 * What a user can mend: the message says what is wrong, what was found, what was expected and what
 * to do, in one line. The command line prints it without a stack trace and exits with {@link
 * #exitCode()}.
 */
public abstract sealed class NerException extends RuntimeException
    permits UsageException, BadDataException, BadModelException, InterruptedRunException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  NerException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /**
   * The process exit code of this kind of failure: 2 usage, 3 data, 4 model, 5 interrupted and
   * resumable.
   */
  public int exitCode() {
    return exitCode;
  }
}
