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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.kernel.RowBits;
import org.sparkner.lexicon.Subwords;
import org.sparkner.lexicon.WordCompression;

class WeightsTest {
  /** Without word vectors; it reads the 3 outputs of a convolution over characters. */
  private static final Architecture CHARACTERS =
      Architecture.DEFAULT
          .with()
          .wordDimension(0)
          .characterDimension(4)
          .characterFilters(3)
          .wordEncoder(WordEncoder.RNN)
          .bidirectional(false)
          .hidden(2)
          .build();

  private static final Tensor FLOATS = new Tensor("a", new int[] {1}, new float[] {1});
  private static final ByteTensor BYTES = new ByteTensor("a", new int[] {1}, new byte[] {1});

  private static List<String> shapes(Architecture sizes) {
    return TensorShapes.described(new NetworkSizes(sizes, 10, 7, 0).shapes(3));
  }

  @Test
  void noTensorStandsTwice() {
    assertThatThrownBy(() -> new Weights(List.of(FLOATS, FLOATS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A tensor stands twice: a");
    assertThatThrownBy(() -> new Weights(List.of(), List.of(BYTES, BYTES)))
        .hasMessage("A tensor stands twice: a");
    assertThatThrownBy(() -> new Weights(List.of(FLOATS), List.of(BYTES)))
        .hasMessage("A tensor stands twice: a");
  }

  @Test
  void aTensorThatIsMissingIsNamed() {
    Weights weights = new Weights(List.of(FLOATS));

    assertThat(weights.tensor("a")).isSameAs(FLOATS);
    assertThatThrownBy(() -> weights.tensor("b")).hasMessage("No tensor b among [a]");
    assertThatThrownBy(() -> weights.byteTensor("a"))
        .hasMessage("No tensor a of whole numbers among []");
  }

  @Test
  void aNetworkOfCharactersHasNoWordVectors() {
    assertThat(shapes(CHARACTERS))
        .containsExactly(
            "char.vectors [7, 4]",
            "char.filters [12, 3]",
            "char.bias [3]",
            "rnn.forward.input [3, 2]",
            "rnn.forward.recurrent [2, 2]",
            "rnn.forward.bias [2]",
            "emission.weight [2, 3]",
            "emission.bias [3]",
            "crf.transitions [3, 3]",
            "crf.begin [3]",
            "crf.end [3]");
  }

  @Test
  void anLstmOverCharactersStandsInPlaceOfTheConvolution() {
    assertThat(shapes(CHARACTERS.withCharacterEncoder(CharacterEncoder.LSTM)))
        .startsWith(
            "char.vectors [7, 4]",
            "char.lstm.forward.input [4, 12]",
            "char.lstm.forward.recurrent [3, 12]",
            "char.lstm.forward.bias [12]",
            "char.lstm.backward.input [4, 12]",
            "char.lstm.backward.recurrent [3, 12]",
            "char.lstm.backward.bias [12]",
            "rnn.forward.input [6, 2]");
  }

  @Test
  void wordsAloneHaveNoVectorsOfCharacters() {
    Architecture words =
        CHARACTERS.with().wordDimension(5).characterEncoder(CharacterEncoder.NONE).build();

    assertThat(shapes(words)).startsWith("word.vectors [10, 5]", "rnn.forward.input [5, 2]");
  }

  @Test
  void eachDecoderHasTheTransitionsThatItNeeds() {
    assertThat(shapes(CHARACTERS.withDecoder(Decoder.SOFTMAX)))
        .endsWith("rnn.forward.bias [2]", "emission.weight [2, 3]", "emission.bias [3]");
    assertThat(shapes(CHARACTERS.withDecoder(Decoder.CRF_BIGRAM)))
        .endsWith("emission.weight [2, 12]", "emission.bias [12]", "crf.begin [3]", "crf.end [3]");
  }

  @Test
  void compressedWordsHaveScalesSubwordsAndAFilter() {
    WordCompression compression = new WordCompression(RowBits.equal(4), new Subwords(6, 3, 5), 9);
    Architecture words =
        CHARACTERS.with().wordDimension(5).characterEncoder(CharacterEncoder.NONE).build();

    assertThat(TensorShapes.described(new NetworkSizes(words, 10, 7, 0, 0, compression).shapes(3)))
        .startsWith(
            "word.vectors [10, 3]",
            "word.scales [10]",
            "subword.vectors [6, 3]",
            "subword.scales [6]",
            "subword.words [9]",
            "rnn.forward.input [5, 2]");
  }
}
