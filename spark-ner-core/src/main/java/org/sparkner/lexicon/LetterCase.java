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

package org.sparkner.lexicon;

import java.util.Locale;

/** Letter cases in which text comes that training data does not have. */
public enum LetterCase {
  /** All letters are capitals. */
  UPPER {
    @Override
    public String of(String word) {
      return word.toUpperCase(Locale.ROOT);
    }
  },

  /** No letter is a capital. */
  LOWER {
    @Override
    public String of(String word) {
      return word.toLowerCase(Locale.ROOT);
    }
  },

  /** Words lose a capital that is their first and only one; those such as IBM keep theirs. */
  UNCAPITALISED {
    @Override
    public String of(String word) {
      return Capitalisation.of(word) == Capitalisation.INITIAL
          ? word.toLowerCase(Locale.ROOT)
          : word;
    }
  };

  /** The word in this case, by Unicode's rules for no language in particular. */
  public abstract String of(String word);
}
