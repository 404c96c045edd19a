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

package org.sparkner.spark.tagging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.sparkner.spark.column.FieldPath;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.TaggedText;
import org.sparkner.tagger.Tagger;

/**
 * Reads what is to be tagged from a field of rows, and tags many at once.
 *
 * @param <T> what a row holds: a text, or a sentence's tokens
 */
abstract class RowTagger<T> {
  RowTagger() {}

  static RowTagger<?> of(TaggingFunction function) {
    Tagger tagger = function.tagger();
    return function.text()
        ? new OfTexts(tagger, function.input(), function.outputs())
        : new OfTokens(tagger, function.input(), function.attributes(), function.outputs());
  }

  /** What a row holds, or null. */
  abstract T input(InternalRow row);

  /** About how many bytes it takes. */
  abstract long bytes(T input);

  /** What was found in each input, in order. */
  abstract List<TaggedRow> tag(List<T> inputs);

  /** How many output columns there are. */
  abstract int width();

  private static final class OfTexts extends RowTagger<String> {
    private final Tagger tagger;
    private final FieldPath input;
    private final OutputColumns outputs;

    OfTexts(Tagger tagger, FieldPath input, OutputColumns outputs) {
      this.tagger = tagger;
      this.input = input;
      this.outputs = outputs;
    }

    @Override
    String input(InternalRow row) {
      InternalRow holder = input.holder(row);
      return holder == null ? null : holder.getString(input.place());
    }

    @Override
    long bytes(String input) {
      return 2L * input.length();
    }

    @Override
    List<TaggedRow> tag(List<String> inputs) {
      List<TaggedText> texts = tagger.tagTexts(inputs, outputs.marginals());
      List<TaggedRow> rows = new ArrayList<>(inputs.size());
      for (int i = 0; i < inputs.size(); i++) {
        TaggedText text = texts.get(i);
        rows.add(
            new TaggedRow(
                outputs.values(text),
                inputs.get(i).length(),
                text.sentenceCount(),
                text.tokenCount(),
                text.count(word -> !tagger.knows(word)),
                text.entities()));
      }
      return rows;
    }

    @Override
    int width() {
      return outputs.count();
    }
  }

  /**
   * What a row holds.
   *
   * @param attributes attributes, each null where it is not known; empty where none are read
   */
  private record Tokens(List<String> tokens, List<String> attributes) {}

  private static final class OfTokens extends RowTagger<Tokens> {
    private final Tagger tagger;
    private final FieldPath input;
    private final FieldPath attributes;
    private final OutputColumns outputs;

    /**
     * @param attributes of the attributes, or null
     */
    OfTokens(Tagger tagger, FieldPath input, FieldPath attributes, OutputColumns outputs) {
      this.tagger = tagger;
      this.input = input;
      this.attributes = attributes;
      this.outputs = outputs;
    }

    @Override
    Tokens input(InternalRow row) {
      InternalRow holder = input.holder(row);
      if (holder == null) {
        return null;
      }
      List<String> tokens = strings(holder.getArray(input.place()), "");
      return new Tokens(tokens, attributes(row, tokens.size()));
    }

    private List<String> attributes(InternalRow row, int length) {
      if (attributes == null) {
        return List.of();
      }
      InternalRow holder = attributes.holder(row);
      return holder == null
          ? Collections.nCopies(length, null)
          : strings(holder.getArray(attributes.place()), null);
    }

    /**
     * @param nothing what stands for null
     */
    private static List<String> strings(ArrayData array, String nothing) {
      List<String> strings = new ArrayList<>(array.numElements());
      for (int i = 0; i < array.numElements(); i++) {
        UTF8String string = array.isNullAt(i) ? null : array.getUTF8String(i);
        strings.add(string == null ? nothing : string.toString());
      }
      return strings;
    }

    @Override
    long bytes(Tokens input) {
      long bytes = 0;
      for (String token : input.tokens()) {
        bytes += 2L * (token.length() + 1);
      }
      return bytes;
    }

    @Override
    List<TaggedRow> tag(List<Tokens> inputs) {
      List<TaggedSentence> sentences =
          tagger.tagSentences(
              inputs.stream().map(Tokens::tokens).toList(),
              inputs.stream().map(Tokens::attributes).toList(),
              outputs.marginals());
      List<TaggedRow> rows = new ArrayList<>(inputs.size());
      for (int i = 0; i < inputs.size(); i++) {
        List<String> tokens = inputs.get(i).tokens();
        TaggedSentence sentence = sentences.get(i);
        rows.add(
            new TaggedRow(
                outputs.values(tokens, sentence),
                0,
                tokens.isEmpty() ? 0 : 1,
                tokens.size(),
                (int) tokens.stream().filter(word -> !tagger.knows(word)).count(),
                sentence.entities()));
      }
      return rows;
    }

    @Override
    int width() {
      return outputs.count();
    }
  }
}
