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
import java.util.function.Consumer;

/** Sentences of a column file, each token with its tag. */
final class ColumnsSource implements SentenceSource {
  private final ColumnsSentences sentences;
  private final SharedStrings shared = new SharedStrings();

  ColumnsSource(CorpusFile file, ColumnsFormat format, Consumer<String> warnings) {
    this.sentences = new ColumnsSentences(file, format, 0, warnings);
  }

  @Override
  public PlacedSentence next() {
    for (ColumnsSentences.Part part = sentences.next(); part != null; part = sentences.next()) {
      if (part instanceof ColumnsSentences.Sentence sentence) {
        return placed(sentence);
      }
    }
    return null;
  }

  private PlacedSentence placed(ColumnsSentences.Sentence read) {
    List<String> tokens = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    for (ColumnsLine.Token token : read.tokens()) {
      if (token.tag() == null) {
        throw untagged(read, token.fields());
      }
      tokens.add(token.token());
      tags.add(shared.share(token.tag()));
      String attribute = sentences.attribute(token);
      if (attribute != null) {
        attributes.add(shared.share(attribute));
      }
    }
    return new PlacedSentence(
        new LabeledSentence(tokens, tags, attributes),
        read.document(),
        read.line(),
        sentences.place());
  }

  private MalformedRecordException untagged(ColumnsSentences.Sentence read, List<String> fields) {
    return new MalformedRecordException(
        sentences.error(
            read.line(),
            fields.size() == 1 ? "1 column" : "columns of numbers and tokens alone",
            "a token and its tag, separated by a tab or spaces"),
        String.join("\t", fields),
        read.document());
  }

  @Override
  public String placeOf(String tag) {
    return sentences.placeOf(tag);
  }

  @Override
  public void close() {
    sentences.close();
  }
}
