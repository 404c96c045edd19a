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

import java.util.Collection;
import java.util.Comparator;
import org.sparkner.text.EditDistance;

/** The known word that a mistyped one most likely stands for. */
public final class Nearest {
  private Nearest() {}

  /**
   * The word of the smallest edit distance, where a dotted word may also be meant by its last part;
   * of equal ones the first in the alphabet.
   */
  public static String of(String typed, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(word -> nearness(typed, word))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static int nearness(String typed, String word) {
    int part = EditDistance.of(typed, word.substring(word.lastIndexOf('.') + 1));
    return Math.min(EditDistance.of(typed, word), part);
  }
}
