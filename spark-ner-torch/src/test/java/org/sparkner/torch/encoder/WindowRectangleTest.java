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

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.SmallEncoder;

class WindowRectangleTest {
  static final List<String> NAMES = SmallEncoder.NAMES;

  private static final int[] LENGTHS = {5, 12, 8, 16, 9, 3, 12};

  private static EncoderInput window(int length) {
    return Opened.window(IntStream.range(0, length).map(t -> 2 + (7 * t + length) % 9).toArray());
  }

  @Test
  void shortWindowsStandApartFromLongOnes() {
    int[] lengths = {5, 12, 8, 16, 9, 3, 40, 64, 33};

    List<WindowRectangle> rectangles = WindowRectangle.of(lengths, Opened.CPU);

    assertThat(rectangles).extracting(WindowRectangle::count).containsExactly(3, 3, 3);
    assertThat(rectangles).extracting(WindowRectangle::longest).containsExactly(8, 16, 64);
    assertThat(rectangles.get(0).rows().toArray())
        .containsExactly(0, 1, 2, 3, 4, 17, 18, 19, 20, 21, 22, 23, 24, 50, 51, 52);
    assertThat(rectangles.stream().flatMapToInt(WindowRectangle::rows).sorted().toArray())
        .containsExactly(IntStream.range(0, IntStream.of(lengths).sum()).toArray());
  }

  @Test
  void windowsOfOneLengthNeedNoPadding() {
    assertThat(WindowRectangle.of(new int[] {12, 3, 12}, Opened.CPU))
        .extracting(WindowRectangle::isFull)
        .containsExactly(true, true);
    assertThat(WindowRectangle.of(new int[] {12, 11}, Opened.CPU))
        .extracting(WindowRectangle::isFull)
        .containsExactly(false);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void windowsOfAnyLengthsGiveTheVectorsAndGradientsOfEachAlone(String name) throws IOException {
    List<EncoderInput> windows =
        IntStream.of(LENGTHS).mapToObj(WindowRectangleTest::window).toList();
    try (TorchEncoder together = Opened.encoder(name, Opened.PLAIN)) {
      List<float[]> outer = Opened.gradients(windows, together.dimension(), 3);
      List<float[]> vectors = together.forward(windows, 1);
      together.backward(outer);

      float[] found = Opened.gradients(together);
      float[] sum = new float[found.length];
      for (int w = 0; w < windows.size(); w++) {
        try (TorchEncoder alone = Opened.encoder(name, Opened.PLAIN)) {
          assertThat(vectors.get(w))
              .containsExactly(alone.forward(windows.subList(w, w + 1), 1).get(0), within(1e-5f));
          alone.backward(outer.subList(w, w + 1));
          float[] gradients = Opened.gradients(alone);
          for (int i = 0; i < sum.length; i++) {
            sum[i] += gradients[i];
          }
        }
      }
      assertThat(found).containsExactly(sum, within(2e-3f));
    }
  }
}
