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

package org.sparkner.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the witness of the other tests computes what ONNX Runtime computes of its graph. */
class TinyTrainableEncoderTest {
  private static final List<String> TOKENS = List.of("the", "unaffable", "in", "a", "b", "c");
  private static final EncoderTuning TUNING =
      EncoderTuningBuilder.builder().layerDecay(1).device("cpu").seed(1).build();

  private static float[] vectors(TrainableEncoder encoder, PretrainedEncoder read) {
    List<float[]> vectors = encoder.forward(read.inputs(TOKENS), 0);
    float[] all = new float[TOKENS.size() * encoder.dimension()];
    int at = 0;
    for (float[] ofInput : vectors) {
      System.arraycopy(ofInput, 0, all, at, ofInput.length);
      at += ofInput.length;
    }
    assertThat(at).isEqualTo(all.length);
    return all;
  }

  private static float[] vectors(PretrainedEncoder encoder) {
    float[] all = new float[TOKENS.size() * encoder.vectors().dimension()];
    float[][] vectors = encoder.encode(TOKENS);
    for (int i = 0; i < all.length; i++) {
      all[i] = vectors[i / vectors[0].length][i % vectors[0].length];
    }
    return all;
  }

  @Test
  void givesTheVectorsOfItsGraphBeforeAndAfterItHasLearned() {
    PretrainedEncoder read = TinyEncoder.read();
    TinyTrainableEncoder encoder = new TinyTrainableEncoder(read, TUNING);
    float[] before = vectors(encoder, read);
    assertThat(before).containsExactly(vectors(read), within(1e-5f));

    encoder.backward(
        read.inputs(TOKENS).stream()
            .map(
                input -> {
                  float[] ones = new float[input.firsts().length * encoder.dimension()];
                  Arrays.fill(ones, 1);
                  return ones;
                })
            .toList());
    encoder.update(0.1, 1);

    float[] after = vectors(encoder, read);
    assertThat(after).isNotEqualTo(before);
    assertThat(after).containsExactly(vectors(encoder.encoder()), within(1e-5f));
  }
}
