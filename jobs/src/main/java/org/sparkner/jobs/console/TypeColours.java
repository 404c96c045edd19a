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

import java.util.Map;

/** Entities in the colours of a terminal, one for each type. */
public final class TypeColours {
  private static final Map<String, String> USUAL =
      Map.of("PER", "1;32", "LOC", "1;34", "ORG", "1;35", "MISC", "1;33");

  private static final String[] OTHERS = {"1;36", "1;31", "32", "34", "35", "33", "36"};

  private TypeColours() {}

  /** A text in the colour of a type. */
  public static String paint(String type, String text) {
    String other = OTHERS[Math.floorMod(type.hashCode(), OTHERS.length)];
    return "\033[" + USUAL.getOrDefault(type, other) + "m" + text + "\033[0m";
  }

  /** A text that is less important. */
  public static String dim(String text) {
    return "\033[2m" + text + "\033[0m";
  }
}
