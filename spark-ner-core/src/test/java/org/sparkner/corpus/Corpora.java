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

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads corpora that a test writes out. */
final class Corpora {
  private Corpora() {}

  /** The sentences without their documents. */
  static List<LabeledSentence> read(CorpusFormat format, String content) {
    return read(format, content, new ArrayList<>());
  }

  /**
   * @param warnings receives the warnings
   */
  static List<LabeledSentence> read(CorpusFormat format, String content, List<String> warnings) {
    return read(format, content.getBytes(StandardCharsets.UTF_8), warnings);
  }

  static List<LabeledSentence> read(CorpusFormat format, byte[] content, List<String> warnings) {
    return readDocuments(format, content, warnings).stream().map(Corpora::alone).toList();
  }

  static LabeledSentence alone(LabeledSentence sentence) {
    return new LabeledSentence(sentence.tokens(), sentence.tags(), sentence.attributes());
  }

  /** The sentences as they are read. */
  static List<LabeledSentence> readDocuments(
      CorpusFormat format, byte[] content, List<String> warnings) {
    List<LabeledSentence> sentences = new ArrayList<>();
    try (CorpusReader reader =
        CorpusReader.over(new ByteArrayInputStream(content), "corpus.txt", format, warnings::add)) {
      reader.forEachRemaining(sentences::add);
    }
    return sentences;
  }

  /** A sentence out of {@code token/tag} pairs apart by spaces. */
  static LabeledSentence sentence(String pairs) {
    List<String> tokens = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (String pair : pairs.split(" ", -1)) {
      int slash = pair.lastIndexOf('/');
      tokens.add(pair.substring(0, slash));
      tags.add(pair.substring(slash + 1));
    }
    return new LabeledSentence(tokens, tags);
  }
}
