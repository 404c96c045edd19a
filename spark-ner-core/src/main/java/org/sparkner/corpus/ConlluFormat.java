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

import java.util.Set;
import org.sparkner.error.UsageException;

/**
 * CoNLL-U of Universal Dependencies: ten columns apart by tabs, comments with {@code #}. Multi-word
 * ranges ({@code 3-4}) and empty nodes ({@code 3.1}) are skipped; the token is FORM.
 *
 * @param tag where the tag is: {@code UPOS}, {@code XPOS}, {@code DEPREL}, or {@code MISC:key} for
 *     a key of the MISC column, where a token without that key has the tag {@code O}
 */
public record ConlluFormat(String tag) implements CorpusFormat {
  private static final Set<String> COLUMNS = Set.of("UPOS", "XPOS", "DEPREL");
  private static final String MISC = "MISC:";

  /** Universal parts of speech. */
  public static final ConlluFormat UPOS = new ConlluFormat("UPOS");

  /**
   * @throws UsageException for a tag that is none of these
   */
  public ConlluFormat {
    boolean misc = tag.startsWith(MISC) && tag.length() > MISC.length();
    if (!misc && !COLUMNS.contains(tag)) {
      throw new UsageException(
          "CoNLL-U has no tag '" + tag + "'; give UPOS, XPOS, DEPREL or MISC:key.");
    }
  }

  /** The tag's column, from 0. */
  int column() {
    return switch (tag) {
      case "UPOS" -> 3;
      case "XPOS" -> 4;
      case "DEPREL" -> 7;
      default -> 9;
    };
  }

  /** The tag in its column's field. */
  String tagIn(String field) {
    if (column() != 9) {
      return field;
    }
    String key = tag.substring(MISC.length()) + "=";
    for (String part : field.split("\\|", -1)) {
      if (part.startsWith(key) && part.length() > key.length()) {
        return part.substring(key.length());
      }
    }
    return "O";
  }
}
