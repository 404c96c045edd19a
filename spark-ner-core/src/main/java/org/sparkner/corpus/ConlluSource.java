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
import java.util.List;
import java.util.regex.Pattern;
import org.sparkner.error.BadDataException;

/** Sentences of a CoNLL-U file. */
final class ConlluSource implements SentenceSource {
  private static final int COLUMNS = 10;
  private static final int FORM = 1;

  /** Stands before the first sentence of a document, with a name or without. */
  private static final Pattern DOCUMENT_START = Pattern.compile("# ?newdoc( .*)?");

  private final LineReader lines;
  private final ConlluFormat format;
  private final RecordLines record = new RecordLines();
  private final SharedStrings shared = new SharedStrings();
  private final TagPlaces places = new TagPlaces();
  private final List<String> tokens = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<String> attributes = new ArrayList<>();
  private final ConlluMentions mentions = new ConlluMentions();
  private final List<String[]> words = new ArrayList<>();
  private BadDataException failure;
  private long first;
  private int documents;

  ConlluSource(CorpusFile file, ConlluFormat format) {
    this.lines = new LineReader(file.open(), file.name());
    this.format = format;
  }

  @Override
  public String placeOf(String tag) {
    return places.of(tag);
  }

  private String place() {
    return lines.name() + ":" + lines.number();
  }

  @Override
  public PlacedSentence next() {
    if (failure != null) {
      throw failure;
    }
    for (String line = nextLine(); line != null; line = nextLine()) {
      if (ColumnsLayout.isBlank(line)) {
        PlacedSentence ended = end();
        if (ended != null) {
          return ended;
        }
      } else if (!line.startsWith("#")) {
        addWord(line);
      } else {
        mentions.comment(line);
        if (DOCUMENT_START.matcher(line).matches()) {
          documents++;
        }
      }
    }
    return end();
  }

  /** What is wrong with a sentence comes before what ends the file. */
  private String nextLine() {
    try {
      return lines.next();
    } catch (BadDataException e) {
      if (record.isMalformed()) {
        failure = e;
        throw malformed();
      }
      throw e;
    }
  }

  private void addWord(String line) {
    record.add(line);
    if (record.isMalformed()) {
      return;
    }
    String[] fields = line.split("\t", -1);
    try {
      require(fields);
    } catch (BadDataException e) {
      record.complain(e);
      return;
    }
    if (!TokenId.isRangeOrEmptyNode(fields[0])) {
      String tag = shared.share(format.tagIn(fields));
      first = tokens.isEmpty() ? lines.number() : first;
      tokens.add(fields[FORM]);
      tags.add(tag);
      if (format.readsMentions()) {
        words.add(fields);
      } else {
        places.see(tag, this::place);
      }
      if (format.attribute() != null) {
        attributes.add(shared.share(format.attributeIn(fields)));
      }
    }
  }

  private void require(String[] fields) {
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
    requireValue(fields[FORM], "FORM");
    requireValue(format.tagIn(fields), format.tag());
    if (format.attribute() != null) {
      requireValue(format.attributeIn(fields), format.attribute());
    }
  }

  private void requireValue(String value, String name) {
    if (value.isEmpty()) {
      throw lines.error("an empty " + name, "a value in every column");
    }
  }

  /** The sentence of the lines, or null where they hold no word. */
  private PlacedSentence end() {
    if (record.isMalformed()) {
      throw malformed();
    }
    record.clear();
    if (tokens.isEmpty()) {
      return null;
    }
    LabeledSentence sentence =
        new LabeledSentence(
            tokens, format.readsMentions() ? mentions.tags(words) : tags, attributes);
    if (format.readsMentions()) {
      sentence.tags().forEach(tag -> places.see(tag, this::place));
    }
    clear();
    return new PlacedSentence(sentence, documents, first, place());
  }

  private MalformedRecordException malformed() {
    clear();
    return record.malformed(documents);
  }

  private void clear() {
    tokens.clear();
    tags.clear();
    attributes.clear();
    words.clear();
  }

  @Override
  public void close() {
    lines.close();
  }
}
