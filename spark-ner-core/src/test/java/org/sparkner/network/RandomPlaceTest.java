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

package org.sparkner.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.model.Architecture;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.WordEncoder;
import org.sparkner.tags.LabelSet;

class RandomPlaceTest {
  private static final int MOST_LAYERS = 3;

  private static final long SEED = 1_000_003;

  /** Models are trained again from their seeds, so these numbers stay. */
  @ParameterizedTest
  @CsvSource({
    "CHARACTER_ENCODER, 1, 4",
    "FIRST_LAYER, 2, 5",
    "DECODER, 3, 6",
    "SECOND_LAYER, 7, 8",
    "THIRD_LAYER, 9, 10",
    "FEATURE_VECTORS, 12, 11"
  })
  void seedsOfAPlaceAreAlwaysTheSame(RandomPlace place, int dropout, int weights) {
    assertThat(place.dropout(0.5, SEED)).isEqualTo(new Dropout(0.5, 31 * SEED + dropout));
    assertThat(place.weightSeed(SEED)).isEqualTo(31 * SEED + weights);
  }

  @Test
  void noTwoPlacesDrawFromOneSeed() {
    List<Long> seeds =
        Stream.of(RandomPlace.values())
            .flatMap(place -> Stream.of(place.dropout(0.5, SEED).seed(), place.weightSeed(SEED)))
            .toList();

    assertThat(seeds).doesNotHaveDuplicates();
  }

  @Test
  void everyLayerHasItsPlace() {
    assertThat(IntStream.range(0, MOST_LAYERS).mapToObj(RandomPlace::layer))
        .doesNotHaveDuplicates();
  }

  /** The sum that the network had when places were numbers. */
  @Test
  void initialWeightsOfASeedAreAlwaysTheSame() {
    Architecture sizes =
        Architecture.DEFAULT
            .with()
            .wordDimension(3)
            .characterDimension(2)
            .characterFilters(4)
            .characterWidths(java.util.List.of(3))
            .hidden(5)
            .maxWordLength(10)
            .build()
            .withEncoder(WordEncoder.LSTM, MOST_LAYERS, true)
            .withFeatures(InputFeatures.NONE.withCapitalisationDimension(2));
    WordTable words = new WordTable(new float[12], 3, 4);
    float[] parameters =
        new GraphNetwork(
                new NetworkSizes(sizes, 4, 6, 0), LabelSet.bioes(List.of("X")), words, 0.5, 7)
            .parameters();
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * parameters.length);
    bytes.asFloatBuffer().put(parameters);
    CRC32 sum = new CRC32();

    sum.update(bytes);

    assertThat(sum.getValue()).isEqualTo(1_777_583_211L);
  }
}
