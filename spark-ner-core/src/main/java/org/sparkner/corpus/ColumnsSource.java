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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Sentences of a column file. */
final class ColumnsSource implements SentenceSource {
  /** Lines before which a token line must have come. */
  private static final int MAX_SAMPLE = 10_000;

  private final LineReader lines;
  private final ColumnsFormat format;
  private final Consumer<String> warnings;
  private final SentenceBuilder sentence = new SentenceBuilder();
  private final Deque<Line> sample = new ArrayDeque<>();
  private ColumnsLayout layout;

  private record Line(long number, String text) {}

  ColumnsSource(LineReader lines, ColumnsFormat format, Consumer<String> warnings) {
    this.lines = lines;
    this.format = format;
    this.warnings = warnings;
  }

  @Override
  public LabeledSentence next() {
    if (layout == null && !settleLayout()) {
      return null;
    }
    for (Line line = nextLine(); line != null; line = nextLine()) {
      ColumnsLine parsed = layout.parse(line.text());
      if (parsed instanceof ColumnsLine.Token token) {
        add(line, token.token(), token.tag());
      } else if (parsed instanceof ColumnsLine.EmptyToken empty) {
        warnings.accept(
            "%s:%d: found an empty token, wanted one; read as the replacement character U+FFFD."
                .formatted(lines.name(), line.number()));
        add(line, ColumnsLine.EmptyToken.TOKEN, empty.tag());
      } else if (parsed instanceof ColumnsLine.Malformed malformed) {
        throw lines.error(line.number(), malformed.found(), malformed.wanted());
      } else if (!(parsed instanceof ColumnsLine.Comment) && sentence.size() > 0) {
        return sentence.build();
      }
    }
    return sentence.size() > 0 ? sentence.build() : null;
  }

  private void add(Line line, String token, String tag) {
    if (sentence.size() == format.maxTokens()) {
      throw lines.error(
          line.number(),
          "a sentence of more than " + format.maxTokens() + " tokens",
          "a blank line between sentences");
    }
    sentence.add(token, tag);
  }

  private boolean settleLayout() {
    List<String> texts = new ArrayList<>();
    int tokenLines = 0;
    while (tokenLines < ColumnsLayout.SAMPLE_LINES && texts.size() < MAX_SAMPLE) {
      String text = lines.next();
      if (text == null) {
        break;
      }
      sample.add(new Line(lines.number(), text));
      texts.add(text);
      tokenLines += ColumnsLayout.isBlank(text) || text.startsWith("#") ? 0 : 1;
    }
    layout = ColumnsLayout.detect(texts, format, lines.name());
    return layout != null;
  }

  private Line nextLine() {
    if (!sample.isEmpty()) {
      return sample.remove();
    }
    String text = lines.next();
    return text == null ? null : new Line(lines.number(), text);
  }
}
