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

package org.sparkner.tags;

import java.util.Objects;

/**
 * An entity over tokens.
 *
 * @param begin index of the first token, from 0
 * @param end index after the last token, greater than {@code begin}
 * @param type entity type, such as {@code PER}; empty for a tag without a type
 */
public record Span(int begin, int end, String type) {
  public Span {
    Objects.requireNonNull(type, "type");
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException(
          "A span needs 0 <= begin < end, found [" + begin + ", " + end + ").");
    }
  }

  /** Number of tokens, at least 1. */
  public int length() {
    return end - begin;
  }
}
