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

/**
 * Whether a person is looking. Java cannot tell for each stream, so the launcher says it in {@code
 * SPARK_NER_TTY}: the numbers of the file descriptors that are terminals.
 */
public enum Terminal {
  IN("0"),
  OUT("1"),
  ERR("2");

  private final String descriptor;

  Terminal(String descriptor) {
    this.descriptor = descriptor;
  }

  /** Whether it is a terminal. */
  public boolean isInteractive() {
    return System.getenv().getOrDefault("SPARK_NER_TTY", "").contains(descriptor);
  }

  /** Whether to colour, as no-color.org needs it. */
  public boolean isColoured() {
    return isInteractive() && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
  }
}
