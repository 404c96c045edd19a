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

package org.sparkner.torch.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.pretrained.SmallEncoder;

class EncoderGradientTest {
  static final List<String> NAMES = SmallEncoder.NAMES;

  private static final float STEP = 4e-3f;

  private static final EncoderTuning WITH_CAPITALISATION =
      new EncoderTuning(1, 0, 0, 0, true, false, false, "cpu", 1);

  /** The sum of the vectors' values, each times that of a gradient. */
  private static double loss(TorchEncoder encoder, List<float[]> gradients) {
    List<float[]> vectors = encoder.forward(Opened.windows(), 1);
    double loss = 0;
    for (int w = 0; w < vectors.size(); w++) {
      for (int i = 0; i < vectors.get(w).length; i++) {
        loss += (double) vectors.get(w)[i] * gradients.get(w)[i];
      }
    }
    return loss;
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void gradientsAreThoseOfSmallDifferences(String name) throws IOException {
    try (TorchEncoder encoder = smooth(name)) {
      List<float[]> outer = Opened.gradients(Opened.windows(), encoder.dimension(), 3);
      float[] parameters = Opened.parameters(encoder);
      loss(encoder, outer);
      encoder.backward(outer);
      double norm = encoder.gradientNorm();
      float[] gradients = Opened.gradients(encoder);

      assertThat(norm).isCloseTo(Math.sqrt(squares(gradients)), within(1e-4 * norm));
      Random random = new Random(5);
      for (int trial = 0; trial < 200; trial++) {
        int i = random.nextInt(parameters.length);
        double near = difference(encoder, outer, parameters, i, STEP);
        double far = difference(encoder, outer, parameters, i, 2 * STEP);
        double difference = (4 * near - far) / 3; // Richardson's extrapolation
        assertThat((double) gradients[i])
            .as("%s, parameter %d", name, i)
            .isCloseTo(difference, within(0.02 + 0.02 * Math.abs(difference)));
      }
    }
  }

  /** One without ReLU, whose slopes to both sides may differ. */
  private static TorchEncoder smooth(String name) throws IOException {
    SmallEncoder small = new SmallEncoder(name);
    String config = new String(small.file("config.json"), StandardCharsets.UTF_8);
    byte[] smooth = config.replace("\"relu\"", "\"gelu\"").getBytes(StandardCharsets.UTF_8);
    return TorchEncoderProvider.open(
        Opened.pretrained(small.weights(), smooth),
        WITH_CAPITALISATION,
        Opened.CPU,
        Precision.SINGLE);
  }

  /** The slope of the loss about a parameter, from values at a distance on both sides. */
  private static double difference(
      TorchEncoder encoder, List<float[]> outer, float[] parameters, int place, float distance) {
    float[] moved = parameters.clone();
    moved[place] = parameters[place] + distance;
    encoder.setParameters(moved);
    double above = loss(encoder, outer);
    moved[place] = parameters[place] - distance;
    encoder.setParameters(moved);
    return (above - loss(encoder, outer)) / (2 * distance);
  }

  private static double squares(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return squares;
  }

  static Stream<Arguments> encodersAndFrozenLayers() {
    return Stream.concat(
        NAMES.stream().map(name -> arguments(name, 0)),
        Stream.of(arguments("mpnet", 1), arguments("mpnet", 2)));
  }

  @ParameterizedTest
  @MethodSource("encodersAndFrozenLayers")
  void layersThatAreComputedAgainGiveTheSameGradients(String name, int frozen) throws IOException {
    EncoderTuning tuning = new EncoderTuning(1, frozen, 0, 0.2, true, false, false, "cpu", 1);
    EncoderTuning twice = new EncoderTuning(1, frozen, 0, 0.2, true, false, true, "cpu", 1);
    List<EncoderInput> windows = Opened.windows();
    try (TorchEncoder kept = Opened.encoder(name, tuning);
        TorchEncoder recomputed = Opened.encoder(name, twice)) {
      List<float[]> outer = Opened.gradients(windows, kept.dimension(), 3);
      List<float[]> vectors = kept.forward(windows, 4);
      kept.backward(outer);

      List<float[]> again = recomputed.forward(windows, 4);
      recomputed.backward(outer);

      for (int w = 0; w < windows.size(); w++) {
        assertThat(again.get(w)).containsExactly(vectors.get(w), within(1e-5f));
      }
      assertThat(gradients(recomputed, frozen))
          .containsExactly(gradients(kept, frozen), within(2e-4f));
    }
  }

  private static float[] gradients(TorchEncoder encoder, int frozen) throws IOException {
    return frozen == 0 ? Opened.gradients(encoder) : Opened.gradientsWithoutWords(encoder);
  }

  @Test
  void gradientsOfBatchesAddUpUntilTheStep() throws IOException {
    List<EncoderInput> windows = Opened.windows();
    try (TorchEncoder whole = Opened.encoder("mpnet", Opened.PLAIN);
        TorchEncoder parts = Opened.encoder("mpnet", Opened.PLAIN)) {
      List<float[]> outer = Opened.gradients(windows, whole.dimension(), 3);
      whole.forward(windows, 1);
      whole.backward(outer);

      for (int w = 0; w < windows.size(); w++) {
        parts.forward(windows.subList(w, w + 1), 1);
        parts.backward(outer.subList(w, w + 1));
      }

      assertThat(parts.gradientNorm()).isCloseTo(whole.gradientNorm(), within(1e-2));
      assertThat(Opened.gradients(parts)).containsExactly(Opened.gradients(whole), within(1e-3f));
    }
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "true, 0", "false, 1", "true, 1", "false, 3", "true, 3"})
  void frozenLevelsStayAsTheyAre(boolean recompute, int frozen) throws IOException {
    EncoderTuning tuning =
        new EncoderTuning(1, frozen, 0.1, 0.1, false, false, recompute, "cpu", 1);
    SmallEncoder small = new SmallEncoder("mpnet");
    try (TorchEncoder encoder = Opened.encoder("mpnet", tuning)) {
      for (int step = 1; step <= 3; step++) {
        Opened.step(encoder, step, 0.01);
      }

      EncoderWeights learned = EncoderWeights.of(encoder.encoder().files(), "learned");
      for (String name : small.weights().names()) {
        int level =
            name.startsWith("encoder.layer.") ? 1 + Integer.parseInt(name.split("[.]")[2]) : 0;
        boolean same = Arrays.equals(learned.values(name), small.weights().values(name));
        assertThat(same).as(name).isEqualTo(level < frozen);
      }
    }
  }
}
