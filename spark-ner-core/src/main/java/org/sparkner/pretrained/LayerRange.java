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

package org.sparkner.pretrained;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.error.UsageException;

/**
 * The layers of an encoder whose vectors are read, as their mean; layers above are not run.
 *
 * @param first 1 is the lowest layer
 * @param last not below the first
 */
public record LayerRange(int first, int last) {
  private static final Pattern SPELLING = Pattern.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?");

  public LayerRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("Layers " + first + " to " + last);
    }
  }

  /** How many there are. */
  public int count() {
    return last - first + 1;
  }

  /**
   * Layers as users write them: {@code 12}, or {@code 5-8}.
   *
   * @param layers of the encoder
   * @throws UsageException if they are spelled otherwise, or the encoder has no such layers
   */
  public static LayerRange parse(String text, int layers) {
    Matcher matcher = SPELLING.matcher(text.strip());
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (first >= 1 && first <= last && last <= layers) {
        return new LayerRange(first, last);
      }
    }
    throw new UsageException(
        "pretrainedEncoderLayers: found '"
            + text
            + "', expected a layer from 1 to "
            + layers
            + " or a range such as '"
            + Math.max(1, layers - 1)
            + "-"
            + layers
            + "'");
  }

  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
