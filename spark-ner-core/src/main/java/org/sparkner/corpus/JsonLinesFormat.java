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

import java.util.function.Consumer;
import org.sparkner.text.TextAnalyzer;

/**
 * One JSON object per line, or one JSON array of objects. Each may be any of these:
 *
 * <ul>
 *   <li>doccano: {@code {"text": …, "label": [[begin, end, type], …]}} (or {@code "labels"}), or
 *       {@code "entities": [{"start_offset", "end_offset", "label"}, …]}. Offsets count UTF-16 code
 *       units.
 *   <li>Label Studio: {@code {"data": {"text": …}, "annotations": [{"result": [{"value": {"start",
 *       "end", "labels"}}, …]}]}}, of which the first annotation not cancelled counts, or its
 *       shorter form {@code {"text": …, "label": [{"start", "end", "labels"}, …]}}. Offsets count
 *       code points, in versions before 1.4 UTF-16 code units.
 *   <li>Prodigy: {@code {"text": …, "tokens": [{"start", "end"}, …], "spans": [{"start", "end",
 *       "label"}, …], "answer": "accept"}}; records with the answer {@code reject} or {@code
 *       ignore} are left out. Offsets count code points.
 *   <li>spaCy: {@code {"text": …, "ents": [{"start", "end", "label"}, …], "tokens": […], "sents":
 *       […]}}, as {@code Doc.to_json} of version 3 writes it, or {@code {"text": …, "entities":
 *       [[begin, end, type], …]}} of older training data. Offsets count code points.
 *   <li>Spark NER: {@code {"text": …, "entities": [{"begin", "end", "type"}, …]}}, as {@code tag}
 *       writes it. Offsets count code points.
 *   <li>{@code {"tokens": ["Ada", …], "tags": ["B-PER", …]}}, or {@code ner_tags} or {@code labels}
 *       as in data sets for Hugging Face: a sentence as it is.
 * </ul>
 *
 * <p>A record without labels is a text without entities. A region that cannot be read is left out
 * with a warning. Where regions or tokens say what they cover, this settles what offsets count, and
 * a span that covers something else is moved or left out with a warning.
 *
 * <p>Text without tokens is split into sentences and tokens. How spans meet tokens: {@link
 * SpanAligner}.
 *
 * @param analyzer splits texts that come without tokens
 * @param offsets what offsets count, whoever wrote them; null to go by what the file shows, and
 *     where it shows nothing by the writer, as above
 * @param attributes field of an array with a further label of each token, such as its part of
 *     speech, beside {@code tokens} and {@code tags}; null for none
 */
public record JsonLinesFormat(TextAnalyzer analyzer, OffsetUnit offsets, String attributes)
    implements CorpusFormat {
  /** English text. */
  public static final JsonLinesFormat ENGLISH = forLanguage("en");

  /**
   * Text of a language.
   *
   * @param bcp47 language tag, such as {@code sv}
   */
  public static JsonLinesFormat forLanguage(String bcp47) {
    return new JsonLinesFormat(TextAnalyzer.forLanguage(bcp47), null);
  }

  /** The format with the options that it heeds: the language and the field of attributes. */
  static JsonLinesFormat of(CorpusOptions options) {
    return forLanguage(options.language()).withAttributes(options.attributeColumn());
  }

  @Override
  public SentenceSource open(CorpusFile file, Consumer<String> warnings) {
    return new JsonLinesSource(file, this, warnings);
  }

  /** Without further labels. */
  public JsonLinesFormat(TextAnalyzer analyzer, OffsetUnit offsets) {
    this(analyzer, offsets, null);
  }

  /** This format, with a further label of each token from this field; null for none. */
  public JsonLinesFormat withAttributes(String field) {
    return new JsonLinesFormat(analyzer, offsets, field);
  }
}
