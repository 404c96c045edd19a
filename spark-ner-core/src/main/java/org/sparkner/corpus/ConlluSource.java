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

import java.util.regex.Pattern;

/** Sentences of a CoNLL-U file. */
final class ConlluSource implements SentenceSource {
  private static final int COLUMNS = 10;
  private static final int FORM = 1;

  /** Stands before the first sentence of a document, with a name or without. */
  private static final Pattern DOCUMENT_START = Pattern.compile("# ?newdoc( .*)?");

  private final LineReader lines;
  private final ConlluFormat format;
  private final SentenceBuilder sentence = new SentenceBuilder();
  private long line;
  private int documents;

  ConlluSource(LineReader lines, ConlluFormat format) {
    this.lines = lines;
    this.format = format;
  }

  @Override
  public int documents() {
    return documents;
  }

  @Override
  public String placeOf(String tag) {
    return sentence.placeOf(tag);
  }

  @Override
  public String place() {
    return lines.name() + ":" + lines.number();
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public LabeledSentence next() {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (ColumnsLayout.isBlank(line)) {
        if (sentence.size() > 0) {
          return sentence.build();
        }
      } else if (!line.startsWith("#")) {
        addWord(line.split("\t", -1));
      } else if (DOCUMENT_START.matcher(line).matches()) {
        documents++;
      }
    }
    return sentence.size() > 0 ? sentence.build() : null;
  }

  private void addWord(String[] fields) {
    if (fields.length != COLUMNS) {
      throw lines.error(
          fields.length + (fields.length == 1 ? " column" : " columns"),
          COLUMNS + " apart by tabs, as CoNLL-U has");
    }
    if (TokenId.isRangeOrEmptyNode(fields[0])) {
      return;
    }
    if (!TokenId.isNumber(fields[0])) {
      throw lines.error("the ID '" + fields[0] + "'", "a number, as CoNLL-U has in column 0");
    }
    String tag = format.tagIn(fields);
    String attribute = format.attributeIn(fields);
    requireValue(fields[FORM], "FORM");
    requireValue(tag, format.tag());
    if (attribute != null) {
      requireValue(attribute, format.attribute());
    }
    line = sentence.size() == 0 ? lines.number() : line;
    sentence.add(fields[FORM], tag, attribute, () -> lines.name() + ":" + lines.number());
  }

  private void requireValue(String value, String name) {
    if (value.isEmpty()) {
      throw lines.error("an empty " + name, "a value in every column");
    }
  }
}
