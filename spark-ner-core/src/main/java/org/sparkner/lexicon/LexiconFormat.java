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

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.sparkner.error.BadModelException;

/** The text that {@link Lexicon#writeTo} writes. */
final class LexiconFormat {
  private static final String NAME = "spark-ner-lexicon";
  private static final String VERSION = "1";

  private static final String CASED = "cased";
  private static final String CASELESS = "caseless";

  /** Of the first line: name, version, five counts and whether gazetteers heed case. */
  private static final int FIELDS = 8;

  private LexiconFormat() {}

  /** Whether a word can be written: not empty, no line break, no lone surrogate. */
  static boolean holds(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\n' || (Character.isSurrogate(c) && !isPair(word, i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private static boolean isPair(String word, int i) {
    return Character.isHighSurrogate(word.charAt(i))
        ? i + 1 < word.length() && Character.isLowSurrogate(word.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(word.charAt(i - 1));
  }

  static void write(Lexicon lexicon, WordList words, OutputStream out) throws IOException {
    int[] characters = lexicon.characters();
    Affixes affixes = lexicon.affixes();
    Gazetteers gazetteers = lexicon.gazetteers();
    AttributeValues attributeValues = lexicon.attributeValues();
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    text.write(NAME + " " + VERSION + " " + words.size() + " " + characters.length);
    text.write(" " + affixes.size() + " " + gazetteers.size());
    text.write(" " + (gazetteers.ignoreCase() ? CASELESS : CASED));
    text.write(" " + attributeValues.size() + "\n");
    for (int i = 0; i < characters.length; i++) {
      text.write((i == 0 ? "" : " ") + Integer.toHexString(characters[i]));
    }
    text.write('\n');
    for (String affix : affixes.names()) {
      text.write(affix + "\n");
    }
    for (int type = 0; type < gazetteers.types().size(); type++) {
      for (String phrase : gazetteers.phrases(type)) {
        text.write(gazetteers.types().get(type) + "\t" + phrase + "\n");
      }
    }
    for (String attribute : attributeValues.names()) {
      text.write(attribute + "\n");
    }
    for (int i = 0; i < words.size(); i++) {
      text.write(words.get(i));
      text.write('\n');
    }
    text.flush();
  }

  static Lexicon read(InputStream in) throws IOException {
    CharBuffer text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes()));
    } catch (CharacterCodingException e) {
      throw damaged("bytes that are not UTF-8");
    }
    String[] header = line(text).split(" ", -1);
    if (!header[0].equals(NAME) || header.length < 2) {
      throw damaged("another first line than '" + NAME + " " + VERSION + " …'");
    }
    if (!header[1].equals(VERSION)) {
      throw new BadModelException(
          "The lexicon has the format version "
              + header[1]
              + ", this release reads version "
              + VERSION
              + "; use the version of Spark NER that wrote it, or train the model again.");
    }
    if (header.length != FIELDS) {
      throw damaged("a first line of " + header.length + " fields instead of " + FIELDS);
    }
    int[] characters = characters(line(text));
    List<String> affixes = lines(text, header[4]);
    List<String> phrases = lines(text, header[5]);
    boolean caseless = header[6].equals(CASELESS);
    if (!caseless && !header[6].equals(CASED)) {
      throw damaged(header[6] + " instead of " + CASED + " or " + CASELESS);
    }
    List<String> attributes = lines(text, header[7]);
    WordList words = words(text);
    requireCount("words", header[2], words.size());
    requireCount("characters", header[3], characters.length);
    try {
      return new Lexicon(
          words,
          characters,
          Affixes.named(affixes),
          gazetteers(phrases, caseless),
          AttributeValues.named(attributes),
          null);
    } catch (IllegalArgumentException e) {
      throw new BadModelException("The lexicon is damaged: " + e.getMessage(), e);
    }
  }

  private static String line(CharBuffer text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n') {
      end++;
    }
    if (end == text.length()) {
      throw damaged("an end in the midst of a line");
    }
    String line = text.subSequence(0, end).toString();
    text.position(text.position() + end + 1);
    return line;
  }

  private static Gazetteers gazetteers(List<String> lines, boolean caseless) {
    if (lines.isEmpty()) {
      return Gazetteers.NONE;
    }
    TreeMap<String, List<String>> phrases = new TreeMap<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab < 1 || tab == line.length() - 1) {
        throw damaged("a phrase without a type, " + line);
      }
      phrases
          .computeIfAbsent(line.substring(0, tab), type -> new ArrayList<>())
          .add(line.substring(tab + 1));
    }
    return new Gazetteers(phrases, caseless);
  }

  private static List<String> lines(CharBuffer text, String count) {
    int expected;
    try {
      expected = Integer.parseInt(count);
    } catch (NumberFormatException e) {
      throw damaged("a number of lines that is none, " + count);
    }
    List<String> lines = new ArrayList<>();
    while (lines.size() < expected) {
      lines.add(line(text));
    }
    return lines;
  }

  private static int[] characters(String line) {
    String[] fields = line.isEmpty() ? new String[0] : line.split(" ", -1);
    int[] characters = new int[fields.length];
    try {
      for (int i = 0; i < fields.length; i++) {
        characters[i] = Integer.parseInt(fields[i], 16);
      }
    } catch (NumberFormatException e) {
      throw damaged("a character that is no hexadecimal number");
    }
    return characters;
  }

  private static WordList words(CharBuffer text) {
    char[] all = text.array();
    int end = text.arrayOffset() + text.limit();
    int begin = text.arrayOffset() + text.position();
    WordList.Builder words = new WordList.Builder(lines(all, begin, end), end - begin);
    for (int i = begin; i < end; i++) {
      if (all[i] == '\n') {
        if (i == begin) {
          throw damaged("an empty word");
        }
        if (!words.add(all, begin, i)) {
          throw damaged("the word '" + new String(all, begin, i - begin) + "' twice");
        }
        begin = i + 1;
      }
    }
    if (begin != end) {
      throw damaged("an end in the midst of a word");
    }
    return words.build();
  }

  private static int lines(char[] text, int begin, int end) {
    int lines = 0;
    for (int i = begin; i < end; i++) {
      lines += text[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static void requireCount(String what, String declared, int found) {
    if (!declared.equals(Integer.toString(found))) {
      throw damaged(found + " " + what + " instead of " + declared);
    }
  }

  static BadModelException damaged(String found) {
    return new BadModelException(
        "The lexicon is damaged: found " + found + "; copy or train the model again.");
  }
}
