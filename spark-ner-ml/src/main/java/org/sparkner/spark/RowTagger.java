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

package org.sparkner.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.TaggedText;
import org.sparkner.tagger.Tagger;

/**
 * Reads what is to be tagged from rows whose last field holds it, and tags many at once.
 *
 * @param <T> what a row holds: a text, or a sentence's tokens
 */
abstract class RowTagger<T> {
  RowTagger() {}

  static RowTagger<?> of(TaggingFunction function) {
    Tagger tagger = function.model().value().tagger(function.precision());
    return function.text()
        ? new OfTexts(tagger, function.outputs())
        : new OfTokens(tagger, function.outputs());
  }

  /** What a row holds, or null. */
  abstract T input(Row row);

  /** About how many bytes it takes. */
  abstract long bytes(T input);

  /** The values of the output columns for each input, in order. */
  abstract List<Object[]> tag(List<T> inputs);

  /** How many output columns there are. */
  abstract int width();

  private static final class OfTexts extends RowTagger<String> {
    private final Tagger tagger;
    private final OutputColumns outputs;

    OfTexts(Tagger tagger, OutputColumns outputs) {
      this.tagger = tagger;
      this.outputs = outputs;
    }

    @Override
    String input(Row row) {
      return row.getString(row.size() - 1);
    }

    @Override
    long bytes(String input) {
      return 2L * input.length();
    }

    @Override
    List<Object[]> tag(List<String> inputs) {
      List<Object[]> values = new ArrayList<>(inputs.size());
      for (TaggedText text : tagger.tagTexts(inputs, outputs.marginals())) {
        values.add(outputs.values(text));
      }
      return values;
    }

    @Override
    int width() {
      return outputs.count();
    }
  }

  private static final class OfTokens extends RowTagger<List<String>> {
    private final Tagger tagger;
    private final OutputColumns outputs;

    OfTokens(Tagger tagger, OutputColumns outputs) {
      this.tagger = tagger;
      this.outputs = outputs;
    }

    @Override
    List<String> input(Row row) {
      if (row.isNullAt(row.size() - 1)) {
        return null;
      }
      List<String> tokens = new ArrayList<>();
      for (String token : row.<String>getList(row.size() - 1)) {
        tokens.add(token == null ? "" : token);
      }
      return tokens;
    }

    @Override
    long bytes(List<String> input) {
      long bytes = 0;
      for (String token : input) {
        bytes += 2L * (token.length() + 1);
      }
      return bytes;
    }

    @Override
    List<Object[]> tag(List<List<String>> inputs) {
      List<TaggedSentence> sentences = tagger.tagSentences(inputs, outputs.marginals());
      List<Object[]> values = new ArrayList<>(inputs.size());
      for (int i = 0; i < inputs.size(); i++) {
        values.add(outputs.values(inputs.get(i), sentences.get(i)));
      }
      return values;
    }

    @Override
    int width() {
      return outputs.count();
    }
  }
}
