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
import java.util.Map;
import java.util.Set;

/** The closed lists of English words that the rules need. All are in lower case. */
final class EnglishLexicon {
  private static final int LONGEST_ENTRY = 10;

  /** Before a name; a sentence never ends after them. */
  private static final Set<String> TITLES =
      words(
          "mr mrs ms dr prof rev hon gen lt col sgt capt cmdr maj adm gov sen rep reps sens pres st ft"
              + " mt messrs mme mlle fr sr br supt atty");

  /** Before a number or the rest of a name; a sentence seldom ends after them. */
  private static final Set<String> INNER = words("vs v p.s eds approx cf viz e.g i.e eg al");

  /** Anywhere, also at the end of a sentence. */
  private static final Set<String> FINAL =
      words(
          "inc corp co ltd plc llc bros jr esq etc dept univ assn ave blvd rd hwy est ext tel"
              + " jan feb apr aug sep sept oct nov dec tue tues wed thu thur thurs fri"
              + " ala ariz ark calif colo conn fla ga kan ky md mich minn mont neb nev okla ore penn"
              + " tenn tex va vt wis wyo attn spec pvt drs sts ps ect arrv ass't ph.d");

  /** Before a number; elsewhere they are words and the period ends a sentence. */
  private static final Set<String> BEFORE_NUMBERS =
      words("no nos vol fig figs pp p art sec ch mar jun jul mon sat sun app");

  private static final Set<String> CLITICS = words("s m d re ve ll");
  private static final Set<String> ELISIONS =
      words("em til tis twas n cause bout round nother cos coz neath");
  private static final Set<String> UNITS =
      words("am pm mm cm km kg kb mb gb ft lbs hrs mins k mph");
  private static final Set<String> PREFIXES =
      words(
          "a anti co counter e ex mid mini multi neo non over post pre pro pseudo quasi re semi sub"
              + " super ultra un under x psycho socio extra infra inter intra pan mis bi tri de vice");

  /** Words that are two, and the length of the first. */
  private static final Map<String, Integer> CONTRACTIONS =
      Map.ofEntries(
          Map.entry("cannot", 3),
          Map.entry("gonna", 3),
          Map.entry("gotta", 3),
          Map.entry("wanna", 3),
          Map.entry("gimme", 3),
          Map.entry("lemme", 3),
          Map.entry("outta", 3),
          Map.entry("dont", 2),
          Map.entry("didnt", 3),
          Map.entry("doesnt", 4),
          Map.entry("isnt", 2),
          Map.entry("arent", 3),
          Map.entry("wasnt", 3),
          Map.entry("werent", 4),
          Map.entry("hasnt", 3),
          Map.entry("havent", 4),
          Map.entry("hadnt", 3),
          Map.entry("couldnt", 5),
          Map.entry("wouldnt", 5),
          Map.entry("shouldnt", 6));

  /** Words that, capitalised after an abbreviation, begin a sentence. */
  private static final Set<String> SENTENCE_STARTERS =
      words(
          "the a an this that these those he she it we they i you his her its our their my your but"
              + " and or so if when while as in on at for after before since because although there"
              + " here what who how why where however thus then also not no yes please all some"
              + " many most to from by with");

  private EnglishLexicon() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  private static String lower(String text, int begin, int end) {
    return text.substring(begin, end).toLowerCase(Locale.ROOT);
  }

  private static boolean contains(Set<String> words, String text, int begin, int end) {
    return begin < end && end - begin <= LONGEST_ENTRY && words.contains(lower(text, begin, end));
  }

  /** Whether a word keeps the period after it. */
  static boolean isAbbreviation(String text, int begin, int end) {
    return isTitle(text, begin, end)
        || contains(INNER, text, begin, end)
        || contains(FINAL, text, begin, end);
  }

  /** Whether a word keeps the period after it where a number follows. */
  static boolean isAbbreviationBeforeNumber(String text, int begin, int end) {
    return contains(BEFORE_NUMBERS, text, begin, end);
  }

  static boolean isTitle(String text, int begin, int end) {
    return contains(TITLES, text, begin, end);
  }

  static boolean isInner(String text, int begin, int end) {
    return contains(INNER, text, begin, end);
  }

  static boolean isSentenceStarter(String text, int begin, int end) {
    return contains(SENTENCE_STARTERS, text, begin, end);
  }

  /** Whether a range after an apostrophe is a contracted verb or the possessive. */
  static boolean isClitic(String text, int begin, int end) {
    return contains(CLITICS, text, begin, end);
  }

  /** Whether a word is written with a leading apostrophe. */
  static boolean isElision(String text, int begin, int end) {
    return contains(ELISIONS, text, begin, end);
  }

  static boolean isUnit(String text, int begin, int end) {
    return contains(UNITS, text, begin, end);
  }

  /** Whether a word before a hyphen is a prefix rather than a word of its own. */
  static boolean isPrefix(String text, int begin, int end) {
    return contains(PREFIXES, text, begin, end);
  }

  /** The length of the first of two words written as one; 0 if it is one. */
  static int contractionSplit(String text, int begin, int end) {
    int length = end - begin;
    if (length < 4 || length > 8) {
      return 0;
    }
    char last = (char) (text.charAt(end - 1) | 0x20);
    return last == 't' || last == 'a' || last == 'e'
        ? CONTRACTIONS.getOrDefault(lower(text, begin, end), 0)
        : 0;
  }
}
