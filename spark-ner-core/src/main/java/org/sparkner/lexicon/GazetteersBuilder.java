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

import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.sparkner.corpus.LineReader;
import org.sparkner.error.BadDataException;
import org.sparkner.text.AnalyzedSentence;
import org.sparkner.text.TextAnalyzer;

/** Reads gazetteers from files of one phrase a line, which it splits as text is split. */
public final class GazetteersBuilder {
  private final TextAnalyzer analyzer;
  private final boolean ignoreCase;
  private final TreeMap<String, Set<String>> phrases = new TreeMap<>();

  /**
   * @param language BCP 47 tag of the phrases, which chooses how they are split
   * @param ignoreCase whether upper and lower case are the same
   * @throws org.sparkner.error.UsageException if the language is no tag
   */
  public GazetteersBuilder(String language, boolean ignoreCase) {
    this.analyzer = TextAnalyzer.forLanguage(language);
    this.ignoreCase = ignoreCase;
  }

  /**
   * Adds the phrases of a file. Empty lines have none.
   *
   * @param type of the phrases; several files may be of one
   * @param in UTF-8 text, which may be gzipped; read to its end and left open
   * @param name of the file, for messages
   * @throws BadDataException if it is not UTF-8 or has no phrase
   */
  public void add(String type, InputStream in, String name) {
    Set<String> ofType = phrases.computeIfAbsent(type, absent -> new LinkedHashSet<>());
    // Left open: the stream is the caller's.
    LineReader lines = new LineReader(in, name);
    boolean empty = true;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.indexOf('\r') >= 0) {
        throw lines.error(
            "a carriage return within the line",
            "lines that end with LF or CRLF; convert the file");
      }
      String phrase = phrase(line);
      if (!phrase.isEmpty()) {
        ofType.add(phrase);
        empty = false;
      }
    }
    if (empty) {
      throw new BadDataException(
          name + ": found no phrase; a gazetteer has one phrase a line, such as New York.");
    }
  }

  private String phrase(String line) {
    StringJoiner tokens = new StringJoiner(" ");
    for (AnalyzedSentence sentence : analyzer.analyze(line)) {
      for (int i = 0; i < sentence.size(); i++) {
        tokens.add(sentence.token(line, i));
      }
    }
    return tokens.toString();
  }

  /** All phrases added. */
  public Gazetteers build() {
    return new Gazetteers(phrases, ignoreCase);
  }
}
