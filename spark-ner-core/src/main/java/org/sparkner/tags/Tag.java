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

/**
 * A tag taken apart at its first hyphen, as conlleval does: {@code B-PER} is prefix {@code B}, type
 * {@code PER}; a tag without a hyphen has an empty type.
 */
record Tag(String prefix, String type) {
  static final Tag OUTSIDE = new Tag("O", "");

  static Tag parse(String tag) {
    int hyphen = tag.indexOf('-');
    return hyphen < 0
        ? new Tag(tag, "")
        : new Tag(tag.substring(0, hyphen), tag.substring(hyphen + 1));
  }

  boolean isOutside() {
    return prefix.equals("O");
  }

  /** Whether it has a prefix of a chunk scheme. */
  boolean isChunk() {
    return prefix.length() == 1 && "BIES".contains(prefix);
  }

  /**
   * Whether a chunk begins at {@code this} after {@code previous}: conlleval's startOfChunk, with S
   * of BIOES as a chunk of its own.
   */
  boolean startsAfter(Tag previous) {
    if (isOutside()) {
      return false;
    }
    return prefix.equals("B")
        || prefix.equals("S")
        || previous.isOutside()
        || previous.prefix.equals("E")
        || previous.prefix.equals("S")
        || !previous.type.equals(type);
  }
}
