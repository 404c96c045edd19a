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

package org.sparkner.text;

import java.util.Locale;
import java.util.Set;

/** Faces drawn with punctuation. */
final class Emoticons {
  private static final int LONGEST = 5;

  private static final Set<String> FACES =
      Set.of(
          (":) :( :-) :-( ;) ;-) :d :-d :p :-p :/ :-/ :o :-o =) =( =d <3 </3 ^_^ :'( (: :] :[ xd"
                  + " :* :| ;p d: o_o -_- >:( :)) ;)) =p :-| :s :-*")
              .split(" "));

  private Emoticons() {}

  /** Whether a range is one. */
  static boolean isOne(String text, int begin, int end) {
    return end - begin > 1
        && end - begin <= LONGEST
        && FACES.contains(text.substring(begin, end).toLowerCase(Locale.ROOT));
  }

  /** The end of the longest one that begins at {@code i}, or {@code i} if none does. */
  static int end(String text, int i, int end) {
    if (":;=<^>".indexOf(text.charAt(i)) < 0) {
      return i;
    }
    for (int e = Math.min(end, i + LONGEST); e > i + 1; e--) {
      if (Characters.wordCharacter(text, e, end) == 0 && isOne(text, i, e)) {
        return e;
      }
    }
    return i;
  }
}
