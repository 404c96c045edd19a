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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadModelException;
import org.sparkner.onnx.ElementType;

class OnnxGraphTest {
  private static final float[] TABLE = {0, 1, 10, 11, 20, 21};

  private static OnnxGraph open(byte[] graph) {
    return OnnxGraph.open(graph, EncoderDevice.CPU, new PretrainedEncoderFault("tiny"));
  }

  private static List<Vectors> run(byte[] graph, EncoderInput... windows) {
    try (OnnxGraph opened = open(graph)) {
      return opened.run(List.of(windows), opened.output(null), 2);
    }
  }

  private static EncoderInput window(int[] pieces, int... firsts) {
    return new EncoderInput(pieces, new int[pieces.length], firsts);
  }

  @Test
  void givesOfEachWindowTheRowsThatAreAskedForInTheOrderAsked() {
    List<Vectors> found =
        run(
            TinyGraphs.ofPieces(ElementType.INT64, TABLE),
            window(new int[] {0, 1, 2}, 2, 0),
            window(new int[] {2, 2, 1}),
            window(new int[] {1, 0, 0}, 0));

    assertThat(found)
        .extracting(Vectors::values)
        .containsExactly(new float[] {20, 21, 0, 1}, new float[0], new float[] {10, 11});
  }

  @Test
  void readsTheCapitalisationOfGraphsThatHaveIt() {
    byte[] graph = TinyGraphs.ofCapitalisation(TABLE, new float[] {0, 0, 100, 200});
    EncoderInput window = new EncoderInput(new int[] {0, 1}, new int[] {1, 0}, new int[] {0, 1});

    try (OnnxGraph opened = open(graph)) {
      assertThat(opened.readsCapitalisation()).isTrue();
      assertThat(opened.run(List.of(window), "vectors", 2).get(0).values())
          .containsExactly(100, 201, 10, 11);
    }
  }

  @Test
  void aBatchGivesWhatItsWindowsGiveAlone() {
    PretrainedEncoder encoder = TinyEncoder.read();
    Random random = new Random(1);
    List<EncoderInput> windows =
        random
            .ints(40, 4, 60)
            .mapToObj(piece -> window(new int[] {2, piece, 9 + piece % 7, 3}, 1, 2))
            .toList();

    List<Vectors> together = encoder.session().run(windows);

    for (int i = 0; i < windows.size(); i++) {
      assertThat(together.get(i).values())
          .containsExactly(
              encoder.session().run(List.of(windows.get(i))).get(0).values(),
              within((float) EncoderSession.TOLERANCE));
    }
  }

  @Test
  void readsVectorsInHalfPrecision() {
    assertThat(run(TinyGraphs.inHalfPrecision(TABLE), window(new int[] {1, 2}, 1)).get(0).values())
        .containsExactly(20, 21);
  }

  @Test
  void refusesVectorsThatAreNotFiniteWhereTheyAreAskedFor() {
    byte[] overflowing = TinyGraphs.inHalfPrecision(0, 1, 1e6f, 2);

    assertThat(run(overflowing, window(new int[] {0, 1}, 0)).get(0).values()).containsExactly(0, 1);
    assertThatThrownBy(() -> run(overflowing, window(new int[] {0, 1}, 1)))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("found vectors with values that are not finite")
        .hasMessageContaining("in 16 bits, take the one in 32");
  }

  @Test
  void refusesInputsOfAnotherType() {
    assertThatThrownBy(() -> open(TinyGraphs.ofPieces(ElementType.INT32, TABLE)))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("the input input_ids of")
        .hasMessageContaining("64 bits");
  }

  @Test
  void refusesPiecesThatTheGraphHasNoRowFor() {
    assertThatThrownBy(
            () -> run(TinyGraphs.ofPieces(ElementType.INT64, TABLE), window(new int[] {7, 0}, 0)))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("what ONNX Runtime cannot run on 2 pieces")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
