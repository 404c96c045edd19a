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

package org.sparkner.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.model.NeuralModel;
import org.sparkner.pretrained.EncoderConversion;
import org.sparkner.pretrained.EncoderPrecision;
import org.sparkner.pretrained.PretrainedEncoder;

/**
 * A network whose pretrained encoder computes with other numbers than it did.
 *
 * @param model with the new encoder
 * @param precision of its encoder
 * @param bytesBefore of the encoder's graph as it was
 * @param conversion how far the encoder's vectors moved
 */
public record QuantisedModel(
    NeuralModel model, EncoderPrecision precision, long bytesBefore, EncoderConversion conversion) {

  /**
   * Converts the encoder of a network.
   *
   * @param sentences of the kind that the model will tag, a few thousand tokens of them; their
   *     labels are not read
   * @throws org.sparkner.error.UsageException if there is too little text
   * @throws org.sparkner.error.BadModelException if the encoder's weights are not recognised, or
   *     are in 8 bits
   */
  public static QuantisedModel of(
      NeuralModel model, EncoderPrecision precision, List<LabeledSentence> sentences) {
    PretrainedEncoder before = model.contextual();
    EncoderConversion conversion =
        EncoderConversion.of(before, precision, texts(before, sentences));
    return new QuantisedModel(
        model.withContextual(conversion.encoder()),
        precision,
        before.files().graph().length,
        conversion);
  }

  /** What an encoder reads of sentences: each by itself, or their documents, each once. */
  static List<List<String>> texts(PretrainedEncoder encoder, List<LabeledSentence> sentences) {
    boolean documents = encoder.vectors().wholeDocument();
    List<List<String>> texts = new ArrayList<>();
    List<String> last = null;
    for (LabeledSentence sentence : sentences) {
      List<String> text = documents ? sentence.context().tokens() : sentence.tokens();
      if (text != last) {
        texts.add(text);
        last = text;
      }
    }
    return texts;
  }

  /** In one line: size, and how far the vectors moved. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "encoder in %s: %.1f MB instead of %.1f; its vectors of %,d pieces moved by %.2f %%, cosine"
            + " %.5f",
        precision.spelling(),
        conversion.encoder().files().graph().length / 1e6,
        bytesBefore / 1e6,
        conversion.pieces(),
        100 * conversion.difference(),
        conversion.cosine());
  }
}
