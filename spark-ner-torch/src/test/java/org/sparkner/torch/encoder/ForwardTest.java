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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.LayerRange;
import org.sparkner.pretrained.SmallEncoder;

class ForwardTest {
  static final List<String> NAMES = SmallEncoder.NAMES;

  private static final float SAME = 1e-5f;

  @ParameterizedTest
  @FieldSource("NAMES")
  void givesTheVectorsOfTransformersWhateverIsInTheBatch(String name) throws IOException {
    SmallEncoder small = new SmallEncoder(name);
    List<EncoderInput> windows = new ArrayList<>();
    List<float[]> expected = new ArrayList<>();
    for (SmallEncoder.Expected each : small.expected()) {
      float[] last = each.layers().get(each.layers().size() - 1);
      int size = last.length / each.pieces().length;
      for (int t = 0; t < each.pieces().length; t++) {
        windows.add(
            Opened.window(Arrays.stream(each.pieces()[t]).mapToInt(p -> (int) p).toArray()));
        expected.add(Arrays.copyOfRange(last, t * size, (t + 1) * size));
      }
    }
    try (TorchEncoder encoder = Opened.encoder(name, Opened.PLAIN)) {
      List<float[]> together = encoder.forward(windows, 1);

      for (int w = 0; w < windows.size(); w++) {
        assertThat(together.get(w)).containsExactly(expected.get(w), within(SAME));
        assertThat(encoder.forward(List.of(windows.get(w)), 1).get(0))
            .containsExactly(expected.get(w), within(SAME));
      }
    }
  }

  @Test
  void givesTheMeanOfTheLayersThatAreRead() throws IOException {
    SmallEncoder small = new SmallEncoder("bert");
    SmallEncoder.Expected expected = small.expected().get(0);
    float[] mean = new float[expected.layers().get(0).length / expected.pieces().length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (expected.layers().get(0)[i] + expected.layers().get(1)[i]) / 2;
    }
    int[] pieces = Arrays.stream(expected.pieces()[0]).mapToInt(p -> (int) p).toArray();
    try (TorchEncoder encoder =
        TorchEncoderProvider.open(
            Opened.pretrained(
                small.weights().withLayers(new LayerRange(1, 2)), small.file("config.json")),
            Opened.PLAIN,
            Opened.CPU,
            Precision.SINGLE)) {
      assertThat(encoder.forward(List.of(Opened.window(pieces)), 1).get(0))
          .containsExactly(mean, within(SAME));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"BRAIN", "HALF"})
  void sixteenBitsGiveTheSameToTheirPrecision(Precision precision) throws IOException {
    for (String name : NAMES) {
      try (TorchEncoder exact = Opened.encoder(name, Opened.PLAIN);
          TorchEncoder low = Opened.encoder(name, Opened.PLAIN, precision)) {
        List<float[]> expected = exact.forward(Opened.windows(), 1);

        List<float[]> found = low.forward(Opened.windows(), 1);

        for (int w = 0; w < expected.size(); w++) {
          assertThat(found.get(w)).as(name).containsExactly(expected.get(w), within(0.06f));
        }
      }
    }
  }

  @Test
  void aWindowThatIsTooLongIsAnError() throws IOException {
    try (TorchEncoder encoder = Opened.encoder("bert", Opened.PLAIN)) {
      assertThatThrownBy(() -> encoder.forward(List.of(Opened.window(new int[600])), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[600] pieces");
    }
  }

  @Test
  void readsTheFirstPiecesOfTokensAlone() throws IOException {
    EncoderInput all = Opened.window(2, 7, 9, 3);
    EncoderInput some = new EncoderInput(all.pieces(), all.capitalisation(), new int[] {2, 1});
    try (TorchEncoder encoder = Opened.encoder("roberta", Opened.PLAIN)) {
      int size = encoder.dimension();
      float[] vectors = encoder.forward(List.of(all), 1).get(0);

      float[] chosen = encoder.forward(List.of(some), 1).get(0);

      assertThat(chosen).hasSize(2 * size);
      assertThat(Arrays.copyOf(chosen, size))
          .containsExactly(Arrays.copyOfRange(vectors, 2 * size, 3 * size));
    }
  }
}
