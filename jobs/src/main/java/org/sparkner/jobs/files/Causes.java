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

package org.sparkner.jobs.files;

import java.util.ArrayList;
import java.util.List;

/** A failure and what caused it. */
public final class Causes {
  private static final int LONGEST = 400;

  private Causes() {}

  /** The failure itself, then its cause, the cause of that and so on. */
  public static List<Throwable> of(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !chain.contains(cause);
        cause = cause.getCause()) {
      chain.add(cause);
    }
    return chain;
  }

  /** The first cause. */
  public static Throwable root(Throwable failure) {
    List<Throwable> chain = of(failure);
    return chain.get(chain.size() - 1);
  }

  /** Its message, or what kind it is where it has none. */
  public static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : shortened(message);
  }

  /** One line of bearable length; what Spark adds to a message, a stack, goes. */
  static String shortened(String message) {
    String line =
        message
            .replaceAll("(?s)\\R\\s+at \\S+\\(.*", "")
            .replaceAll("(?s)\\R+Driver stacktrace:.*", "")
            .strip()
            .replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }
}
