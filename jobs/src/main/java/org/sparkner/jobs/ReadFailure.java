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

import org.sparkner.error.BadDataException;

/** What Spark throws when it cannot read a file, in one line. */
final class ReadFailure {
  private ReadFailure() {}

  /** Names the file, the format it was read as, and the first cause. */
  static BadDataException of(Location input, Enum<?> format, Exception failure) {
    return new BadDataException(
        input
            + ": cannot be read as "
            + format
            + " ("
            + WriteFailure.reason(Causes.root(failure))
            + ")",
        failure);
  }
}
