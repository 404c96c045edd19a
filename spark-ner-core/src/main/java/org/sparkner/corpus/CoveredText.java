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

package org.sparkner.corpus;

import java.text.Normalizer;
import java.util.Locale;
import org.sparkner.text.WhiteSpace;

/**
 * What an export says that a span covers, beside what it does cover. White space, letter case and
 * the forms of one character that Unicode holds for compatible make no difference: tools write a
 * line end as a space, and data is normalised on its way.
 */
final class CoveredText {
  private CoveredText() {}

  static boolean isSame(String one, String other) {
    return one.equals(other) || folded(one).equals(folded(other));
  }

  /** Whether one, neither of them blank, is a part of the other. */
  static boolean isPart(String one, String other) {
    String first = folded(one);
    String second = folded(other);
    return !first.isEmpty()
        && !second.isEmpty()
        && (first.contains(second) || second.contains(first));
  }

  private static String folded(String text) {
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return WhiteSpace.removed(compatible).toLowerCase(Locale.ROOT);
  }
}
