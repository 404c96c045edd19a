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

import java.util.regex.Pattern;

/**
 * Takes passwords and keys out of what is printed or recorded: values of settings whose names say
 * that they are secret, as Spark's {@code spark.redaction.regex} has it, and passwords in URIs.
 */
public final class Secrets {
  private static final String HIDDEN = "...";

  /** {@code token} is one, {@code tokens} are words. */
  private static final String NAME =
      "[\\w.-]*(?i:secret|passw|token(?![a-z])|access[._-]?key|account[._-]?key|credential)[\\w.-]*";

  private static final Pattern URI_PASSWORD =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)[^/\\s:@'\"]*:[^/\\s@'\"]*@");

  private static final Pattern SETTING =
      Pattern.compile("(" + NAME + "\\s*=\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;)]+)");

  private static final Pattern ARGUMENT =
      Pattern.compile("(?s)((?:--?)?(?:[\\w.-]+=)*?" + NAME + "=).*");

  private Secrets() {}

  /** A line without what is secret in it. */
  public static String hidden(String line) {
    String without = URI_PASSWORD.matcher(line).replaceAll("$1" + HIDDEN + "@");
    return SETTING.matcher(without).replaceAll("$1" + HIDDEN);
  }

  /** An argument of a command without what is secret in it, however long that is. */
  static String hiddenArgument(String argument) {
    var setting = ARGUMENT.matcher(argument);
    return setting.matches() ? setting.group(1) + HIDDEN : hidden(argument);
  }
}
