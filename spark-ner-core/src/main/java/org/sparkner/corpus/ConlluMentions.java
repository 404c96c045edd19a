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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

/**
 * The named entities of a layer of mentions, {@code Entity=(1-person-new…} in MISC (Nedoluzhko et
 * al. 2022, CorefUD; Zeldes 2017, GUM). Such layers mark pronouns and common nouns too, with all
 * that depends on them. A mention is taken for a named one if its head is a proper noun (PROPN).
 * Its name is the head with the proper nouns, numbers and capitalised modifiers beside it, over
 * joining words such as "of" where it is no person's: without article, title, apposition or
 * relative clause. What is called a person is none in the plural ("the Greeks") or after an article
 * ("the Chief Justice"). Of names within names the longest counts.
 */
final class ConlluMentions {
  private static final int FORM = 1;
  private static final int UPOS = 3;
  private static final int FEATS = 5;
  private static final int HEAD = 6;
  private static final int DEPREL = 7;
  private static final int MISC = 9;

  /** The field of a mention that is its type, where the file does not say which. */
  private static final int USUAL_TYPE = 1;

  private static final Pattern LAYER = Pattern.compile("#\\s*global\\.Entity\\s*=\\s*(\\S+).*");
  private static final Pattern ENTITY = Pattern.compile("(?:^|\\|)Entity=([^|]*)");
  private static final Pattern BRACKET = Pattern.compile("\\([^()]*\\)?|[^()]+\\)");

  /** How titles depend on names. */
  private static final String TITLE = "nmod:desc";

  private static final Set<String> MODIFIERS =
      Set.of("compound", "flat", "amod", "nummod", "dep", "goeswith");
  private static final Set<String> JOINING = Set.of("of", "the", "for", "&", "-", "'s", "’s");
  private static final Set<String> JOINING_PERSONS =
      Set.of("-", ".", "de", "la", "del", "der", "van", "von", "bin", "al", "el");

  private int typeField = USUAL_TYPE;

  /** A mention that is open. */
  private record Open(String group, String type, int begin) {}

  /** Heeds a comment that says which field of a mention is its type. */
  void comment(String line) {
    Matcher layer = LAYER.matcher(line);
    if (layer.matches()) {
      int field = List.of(layer.group(1).split("-")).indexOf("etype");
      typeField = field < 0 ? USUAL_TYPE : field;
    }
  }

  /**
   * Tags of a sentence in {@link TagScheme#IOB2}, of the types as they are written.
   *
   * @param words fields of the lines of its words
   */
  List<String> tags(List<String[]> words) {
    List<Span> names = new ArrayList<>();
    for (Span mention : mentions(words)) {
      Span name = name(words, mention);
      if (name != null) {
        names.add(name);
      }
    }
    return TagScheme.IOB2.tags(LongestSpans.of(names, shorter -> {}), words.size());
  }

  /** All mentions that begin and end in the sentence and have no gap. */
  private List<Span> mentions(List<String[]> words) {
    List<Open> open = new ArrayList<>();
    List<Span> mentions = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Matcher entity = ENTITY.matcher(words.get(i)[MISC]);
      if (!entity.find()) {
        continue;
      }
      Matcher bracket = BRACKET.matcher(entity.group(1));
      while (bracket.find()) {
        String part = bracket.group();
        boolean begins = part.startsWith("(");
        boolean ends = part.endsWith(")");
        String[] fields = part.replaceAll("[()]", "").split("-", -1);
        if (begins) {
          String type = fields.length > typeField ? fields[typeField] : "";
          open.add(new Open(fields[0], type, i));
        }
        if (ends) {
          Open last = close(open, fields[0]);
          if (last != null && !last.type().isEmpty() && !fields[0].contains("[")) {
            mentions.add(new Span(last.begin(), i + 1, last.type()));
          }
        }
      }
    }
    return mentions;
  }

  private static Open close(List<Open> open, String group) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).group().equals(group)) {
        return open.remove(i);
      }
    }
    return null;
  }

  /** The name within a mention; null where its head is no proper noun. */
  private static Span name(List<String[]> words, Span mention) {
    int head = head(words, mention);
    if (head < 0 || !isProper(words.get(head)) || isTitle(words.get(head))) {
      return null;
    }
    boolean person = mention.type().toLowerCase(Locale.ROOT).startsWith("per");
    int begin = head;
    while (begin > mention.begin() && belongs(words.get(begin - 1))) {
      begin--;
    }
    if (person && isNoPerson(words, mention, head, begin)) {
      return null;
    }
    int end = head + 1;
    boolean grows = true;
    while (grows) {
      int next = end;
      while (next < mention.end() && next < end + 2 && joins(words.get(next), person)) {
        next++;
      }
      grows = next < mention.end() && belongs(words.get(next));
      end = grows ? next + 1 : end;
    }
    return new Span(begin, end, mention.type());
  }

  private static boolean isNoPerson(List<String[]> words, Span mention, int head, int begin) {
    boolean plural = List.of(words.get(head)[FEATS].split("\\|")).contains("Number=Plur");
    boolean article = begin > mention.begin() && words.get(begin - 1)[UPOS].equals("DET");
    return plural || article;
  }

  /** The first word whose head is outside the mention; -1 where there is none. */
  private static int head(List<String[]> words, Span mention) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      places.put(words.get(i)[0], i);
    }
    for (int i = mention.begin(); i < mention.end(); i++) {
      int head = places.getOrDefault(words.get(i)[HEAD], -1);
      if (head < mention.begin() || head >= mention.end()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isProper(String[] word) {
    return word[UPOS].equals("PROPN");
  }

  private static boolean isTitle(String[] word) {
    return word[DEPREL].equals(TITLE);
  }

  private static boolean belongs(String[] word) {
    if (isTitle(word) || word[DEPREL].equals("appos") || word[DEPREL].equals("conj")) {
      return false;
    }
    int first = word[FORM].codePointAt(0);
    boolean marked = Character.isUpperCase(first) || Character.isDigit(first);
    String relation = word[DEPREL].replaceAll(":.*", "");
    return isProper(word) || (marked && MODIFIERS.contains(relation));
  }

  private static boolean joins(String[] word, boolean person) {
    return (person ? JOINING_PERSONS : JOINING).contains(word[FORM].toLowerCase(Locale.ROOT));
  }
}
