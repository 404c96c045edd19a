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

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * BERT's first cut of a text (Devlin et al. 2019): at white space, before and after each
 * punctuation mark and each Chinese character. What is no text, such as control characters, is left
 * out.
 */
final class BasicTokenizer {
  private final boolean lowerCase;
  private final boolean stripAccents;

  BasicTokenizer(boolean lowerCase, boolean stripAccents) {
    this.lowerCase = lowerCase;
    this.stripAccents = stripAccents;
  }

  /** The words of a text, none of them empty. */
  List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    normalized(text)
        .codePoints()
        .forEach(
            c -> {
              if (isSpace(c)) {
                end(word, words);
              } else if (isPunctuation(c) || isChinese(c)) {
                end(word, words);
                words.add(Character.toString(c));
              } else if (isText(c)) {
                word.appendCodePoint(c);
              }
            });
    end(word, words);
    return words;
  }

  private String normalized(String text) {
    String cased = lowerCase ? text.toLowerCase(Locale.ROOT) : text;
    return stripAccents
        ? Normalizer.normalize(cased, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "")
        : cased;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isText(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> c != 0xFFFD;
    };
  }

  /** Of ASCII all that is neither letter, digit nor space, so that $ and ^ are marks too. */
  private static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** The blocks of unified and compatibility ideographs that BERT's vocabularies were made by. */
  private static boolean isChinese(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}
