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

package org.sparkner.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.model.EncoderLayer.Direction;

class EncoderLayerTest {
  /** It reads 5 floats of the word and 3 of its characters, with windows of 5 tokens. */
  private static final Architecture SMALL =
      Architecture.DEFAULT
          .with()
          .wordDimension(5)
          .characterDimension(4)
          .characterFilters(3)
          .hidden(2)
          .windowWidth(5)
          .build();

  private static List<EncoderLayer> layers(WordEncoder encoder, boolean bidirectional) {
    return SMALL.withEncoder(encoder, 2, bidirectional).encoderLayers();
  }

  private static List<String> shapes(EncoderLayer layer) {
    return TensorShapes.described(layer.shapes());
  }

  @Test
  void theLowestLayerReadsTheInputAndTheNextReadsBothDirectionsOfIt() {
    List<EncoderLayer> layers = layers(WordEncoder.LSTM, true);

    assertThat(shapes(layers.get(0)))
        .containsExactly(
            "lstm.forward.input [8, 8]",
            "lstm.forward.recurrent [2, 8]",
            "lstm.forward.bias [8]",
            "lstm.backward.input [8, 8]",
            "lstm.backward.recurrent [2, 8]",
            "lstm.backward.bias [8]");
    assertThat(shapes(layers.get(1)))
        .startsWith("lstm.2.forward.input [4, 8]", "lstm.2.forward.recurrent [2, 8]")
        .hasSize(6);
    assertThat(layers).extracting(EncoderLayer::outputs).containsExactly(4, 4);
    assertThat(layers).extracting(EncoderLayer::window).containsExactly(1, 1);
  }

  @Test
  void aLayerOfOneDirectionHasNoTensorsOfTheOther() {
    EncoderLayer layer = layers(WordEncoder.GRU, false).get(0);

    assertThat(layer.directions()).containsExactly(Direction.FORWARD);
    assertThat(layer.outputs()).isEqualTo(2);
    assertThat(shapes(layer))
        .containsExactly(
            "gru.forward.input [8, 6]", "gru.forward.recurrent [2, 6]", "gru.forward.bias [6]");
  }

  @Test
  void anElementwiseRecurrenceHasDiagonalsInPlaceOfAMatrix() {
    assertThat(shapes(layers(WordEncoder.SRU, false).get(0)))
        .containsExactly(
            "sru.forward.input [8, 8]", "sru.forward.diagonal [2, 2]", "sru.forward.bias [8]");
    assertThat(shapes(layers(WordEncoder.LINEAR_RNN, false).get(0)))
        .containsExactly(
            "linear-rnn.forward.input [8, 2]",
            "linear-rnn.forward.diagonal [1, 2]",
            "linear-rnn.forward.bias [2]");
  }

  @Test
  void everyConvolutionSeesAWindow() {
    List<EncoderLayer> layers = layers(WordEncoder.CNN, true);

    assertThat(shapes(layers.get(0))).containsExactly("cnn.input [8, 10]", "cnn.bias [2]");
    assertThat(shapes(layers.get(1))).containsExactly("cnn.2.input [2, 10]", "cnn.2.bias [2]");
    assertThat(layers).extracting(EncoderLayer::outputs).containsExactly(2, 2);
  }

  @Test
  void ofAFeedForwardNetworkTheLowestLayerAloneSeesAWindow() {
    List<EncoderLayer> layers = layers(WordEncoder.FFNN_WINDOW, false);

    assertThat(layers).extracting(EncoderLayer::window).containsExactly(5, 1);
    assertThat(layers).extracting(EncoderLayer::inputColumns).containsExactly(10, 2);
    assertThat(layers).extracting(EncoderLayer::biasColumns).containsExactly(2, 2);
    assertThat(layers.get(1).input(Direction.FORWARD)).isEqualTo("ffnn-window.2.input");
  }

  @Test
  void aRecurrentLayerCountsBothOfItsProductsInEachDirection() {
    List<EncoderLayer> layers = layers(WordEncoder.LSTM, true);

    assertThat(layers.get(0).flopsPerToken()).isEqualTo(2 * 2 * (8 * 8 + 2 * 8));
    assertThat(layers.get(1).flopsPerToken()).isEqualTo(2 * 2 * (4 * 8 + 2 * 8));
    assertThat(layers(WordEncoder.LSTM, false).get(1).flopsPerToken())
        .isEqualTo(2 * (2 * 8 + 2 * 8));
  }

  @Test
  void aLayerWithoutAMatrixOfItsStatesCountsTheProductWithItsInputs() {
    assertThat(layers(WordEncoder.SRU, true).get(0).flopsPerToken()).isEqualTo(2 * 2 * 8 * 8);
    assertThat(layers(WordEncoder.CNN, true).get(0).flopsPerToken()).isEqualTo(2 * 8 * 10);
  }

  @Test
  void theLayerOverCharactersReadsThemInBothDirections() {
    EncoderLayer layer = EncoderLayer.ofCharacters(SMALL);

    assertThat(shapes(layer))
        .contains("char.lstm.forward.input [4, 12]", "char.lstm.backward.recurrent [3, 12]");
    assertThat(layer.outputs()).isEqualTo(6);
  }
}
