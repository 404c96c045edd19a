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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.LayerRange;

class FittingPassesTest {
  /** Of 3, 6, 3 and 5 pieces. */
  private static final List<EncoderInput> WINDOWS =
      Stream.concat(Stream.of(Opened.window(2, 8, 3)), Opened.windows().stream()).toList();

  private static final String FULL = "CUDA out of memory. Tried to allocate 2.00 MiB.";

  private static EncoderTuning tuning(boolean recompute) {
    return new EncoderTuning(0.8, 0, 0.01, 0.3, true, false, recompute, "cpu", 7);
  }

  /**
   * Passes on a device that has memory for some pieces.
   *
   * @param back whether it lacks memory only after the gradients have come to the weights
   * @param tried pieces of each pass
   */
  private record Small(
      TorchEncoder.PassMaker maker, int mostPieces, boolean back, List<Integer> tried)
      implements TorchEncoder.PassMaker {
    @Override
    public Pass make(
        Transformer transformer,
        WordPieces words,
        PackedWindows batch,
        LayerRange layers,
        long step) {
      tried.add(batch.rows());
      if (!back) {
        require(batch.rows());
      }
      Pass pass = maker.make(transformer, words, batch, layers, step);
      return new Pass() {
        @Override
        public Tensor vectors() {
          return pass.vectors();
        }

        @Override
        public void backward(Tensor gradient) {
          pass.backward(gradient);
          require(batch.rows());
        }

        @Override
        public void close() {
          pass.close();
        }
      };
    }

    private void require(int pieces) {
      if (pieces > mostPieces) {
        throw new IllegalStateException(FULL);
      }
    }
  }

  private static Small small(boolean recompute, int mostPieces, boolean back) {
    return new Small(
        recompute ? RecomputedPass::new : GraphPass::new, mostPieces, back, new ArrayList<>());
  }

  private static TorchEncoder encoder(String name, boolean recompute, Small device)
      throws IOException {
    return TorchEncoderProvider.open(
        Opened.pretrained(name), tuning(recompute), Opened.CPU, Precision.SINGLE, device);
  }

  @ParameterizedTest
  @CsvSource({
    "bert, false, false",
    "bert, true, false",
    "bert, false, true",
    "mpnet, true, true",
    "mpnet, false, false",
    "mpnet, false, true"
  })
  void aBatchInPartsGivesTheVectorsAndGradientsOfTheWhole(
      String name, boolean recompute, boolean back) throws IOException {
    Small device = small(recompute, 8, back);
    try (TorchEncoder whole = Opened.encoder(name, tuning(recompute));
        TorchEncoder parts = encoder(name, recompute, device)) {
      List<float[]> outer = Opened.gradients(WINDOWS, whole.dimension(), 3);
      List<float[]> expected = whole.forward(WINDOWS, 4);
      whole.backward(outer);

      List<float[]> found = parts.forward(WINDOWS, 4);
      parts.backward(outer);

      for (int w = 0; w < WINDOWS.size(); w++) {
        assertThat(found.get(w)).containsExactly(expected.get(w), within(1e-5f));
      }
      assertThat(device.tried()).startsWith(17).contains(6, 8).containsOnlyOnce(17);
      assertThat(parts.gradientNorm()).isCloseTo(whole.gradientNorm(), within(1e-2));
      assertThat(Opened.gradients(parts)).containsExactly(Opened.gradients(whole), within(2e-3f));
    }
  }

  @Test
  void whatDidNotFitIsNotTriedAgainAndSaidOnce() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream errors = System.err;
    Small device = small(false, 5, false);
    List<EncoderInput> windows = List.of(WINDOWS.get(3), WINDOWS.get(2), WINDOWS.get(2));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try (TorchEncoder encoder = encoder("bert", false, device)) {
      for (int step = 1; step <= 2; step++) {
        encoder.forward(windows, step);
        encoder.backward(Opened.gradients(windows, encoder.dimension(), step));
        encoder.update(0.01, 1);
      }
    } finally {
      System.setErr(errors);
    }

    assertThat(device.tried()).containsExactly(11, 5, 3, 3, 5, 3, 3, 5, 3, 3, 5, 3, 3);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("has not memory enough")
        .contains("cpu has not memory enough for the encoder to learn from 3 windows of 11 word");
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void oneWindowThatDoesNotFitIsRefusedInOneLine(boolean back) throws IOException {
    try (TorchEncoder encoder = encoder("bert", false, small(false, 5, back))) {
      assertThatThrownBy(
              () -> {
                encoder.forward(WINDOWS, 1);
                encoder.backward(Opened.gradients(WINDOWS, encoder.dimension(), 1));
              })
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith(
              "Device cpu has not memory enough for the encoder to learn from one window of 6 word"
                  + " pieces ("
                  + FULL
                  + "): set encoderRecompute, raise encoderFrozenLayers or lower encoderWindow");
    }
  }

  @Test
  void anotherFailureIsNotTakenForFullMemory() throws IOException {
    TorchEncoder.PassMaker broken =
        (transformer, words, batch, layers, step) -> {
          throw new IllegalArgumentException("mat1 and mat2 shapes cannot be multiplied");
        };
    try (TorchEncoder encoder =
        TorchEncoderProvider.open(
            Opened.pretrained("bert"), tuning(false), Opened.CPU, Precision.SINGLE, broken)) {
      assertThatThrownBy(() -> encoder.forward(WINDOWS, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("mat1");
    }
  }

  @Test
  void gradientsOfAnEarlierBatchOfTheStepAreNotLostSilently() throws IOException {
    List<EncoderInput> first = WINDOWS.subList(0, 1);
    try (TorchEncoder encoder = encoder("bert", false, small(false, 8, true))) {
      encoder.forward(first, 1);
      encoder.backward(Opened.gradients(first, encoder.dimension(), 1));
      encoder.forward(WINDOWS, 1);

      assertThatThrownBy(() -> encoder.backward(Opened.gradients(WINDOWS, encoder.dimension(), 1)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("another batch of the same step");
    }
  }
}
