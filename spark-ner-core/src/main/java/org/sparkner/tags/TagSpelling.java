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

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a data set writes its chunk tags, whatever its {@link TagScheme}: where the letter stands
 * that says which part of a chunk a token is. {@link TagCounts} finds it once for all sentences;
 * read with it, tags are those of IOB1, IOB2 or BIOES.
 *
 * <p>Letters count in both cases: B begins a chunk; I and M are inside; E and L end it; S, U and W
 * are a chunk of one token (BIOES, BILOU, BMES, BMEWO). A hyphen or another mark, such as _ or :,
 * parts the letter from the type. Outside is O, o, 0, - or _.
 *
 * @param letter where the letter stands
 * @param outsideWords whether words such as OUT and OTHER are outside too, as they are where no tag
 *     is O
 */
public record TagSpelling(Letter letter, boolean outsideWords) implements Serializable {
  /** Labels that stand for themselves. */
  public static final TagSpelling PLAIN = new TagSpelling(Letter.NONE, false);

  /** B-PER and its like, with O for outside. */
  public static final TagSpelling USUAL = new TagSpelling(Letter.BEFORE, false);

  /** The type of chunks whose tags are a letter alone. */
  public static final String ONLY_TYPE = "ENTITY";

  private static final Set<String> OUTSIDE = Set.of("O", "o", "0", "-", "_");
  private static final Set<String> OUTSIDE_WORDS =
      Set.of("OUT", "OUTSIDE", "OTHER", "NONE", "NULL", "NIL");

  /** Where the letter of a tag stands. */
  public enum Letter {
    /** {@code B-PER}, {@code b_per}. */
    BEFORE,
    /** {@code PER-B}. */
    AFTER,
    /** {@code B}: there is one type only. */
    ALONE,
    /** Nowhere: plain labels. */
    NONE;

    /** The letter as it is written; 0 for a tag that has none here. */
    char in(String tag) {
      int length = tag.length();
      return switch (this) {
        case BEFORE -> length > 2 && isMark(tag.charAt(1)) ? known(tag.charAt(0)) : 0;
        case AFTER ->
            length > 2 && isMark(tag.charAt(length - 2)) ? known(tag.charAt(length - 1)) : 0;
        case ALONE -> length == 1 ? known(tag.charAt(0)) : 0;
        case NONE -> 0;
      };
    }

    /** The type of a tag that has the letter here. */
    String type(String tag) {
      return switch (this) {
        case BEFORE -> tag.substring(2);
        case AFTER -> tag.substring(0, tag.length() - 2);
        case ALONE, NONE -> ONLY_TYPE;
      };
    }

    private static char known(char letter) {
      return meaning(letter) == 0 ? 0 : letter;
    }

    private static boolean isMark(char c) {
      return "-_:./|+=~#@".indexOf(c) >= 0 || Character.getType(c) == Character.DASH_PUNCTUATION;
    }
  }

  /** B, I, E or S for a letter of any scheme, else 0. */
  static char meaning(char letter) {
    return switch (letter) {
      case 'B', 'b' -> 'B';
      case 'I', 'i', 'M', 'm' -> 'I';
      case 'E', 'e', 'L', 'l' -> 'E';
      case 'S', 's', 'U', 'u', 'W', 'w' -> 'S';
      default -> 0;
    };
  }

  /** Whether the labels are no chunk tags. */
  public boolean isPlain() {
    return letter == Letter.NONE;
  }

  /** Whether a tag is spelled so; any is if the labels are plain. */
  public boolean fits(String tag) {
    return isPlain() || isOutside(tag) || letter.in(tag) != 0;
  }

  /** Whether a chunk tag is that of a token outside of any chunk. */
  boolean isOutside(String tag) {
    return OUTSIDE.contains(tag)
        || (outsideWords && OUTSIDE_WORDS.contains(tag.toUpperCase(Locale.ROOT)));
  }

  /** A tag as BIOES, IOB1 or IOB2 write it; as it is if the labels are plain or it does not fit. */
  public String read(String tag) {
    if (isPlain()) {
      return tag;
    }
    if (isOutside(tag)) {
      return "O";
    }
    char found = letter.in(tag);
    return found == 0 ? tag : meaning(found) + "-" + letter.type(tag);
  }

  /** All tags of a sentence as {@link #read(String)} has them. */
  public List<String> read(List<String> tags) {
    return isPlain() ? tags : tags.stream().map(this::read).toList();
  }
}
