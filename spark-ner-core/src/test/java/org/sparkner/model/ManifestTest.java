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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.kernel.RowBits;
import org.sparkner.lexicon.Subwords;
import org.sparkner.lexicon.WordCompression;
import org.sparkner.tags.TagScheme;

class ManifestTest {
  private static final LinearSizes LINEAR = new LinearSizes(List.of("word[0]"), 4, 9);

  private static Manifest manifest(Algorithm algorithm, ModelSizes sizes, double temperature) {
    return new Manifest(
        Manifest.FORMAT,
        Manifest.FORMAT_VERSION,
        algorithm,
        sizes,
        TagScheme.PLAIN,
        List.of("NOUN", "VERB"),
        temperature,
        new TrainingSummary("en", "PLAIN", 1, 2, "abc", 3, 4, Map.of("valid_f1", 50.0)),
        Map.of("java", "17"),
        List.of(new Manifest.Part("a", 5_000_000_000L, "12"), new Manifest.Part("b", 7, "34")));
  }

  @Test
  void itsBytesAreThoseOfAllParts() {
    assertThat(manifest(Algorithm.CRF, LINEAR, 1).bytes()).isEqualTo(5_000_000_007L);
  }

  @Test
  void itsParametersAreThoseOfAllTensors() {
    assertThat(manifest(Algorithm.CRF, LINEAR, 1).parameters())
        .isEqualTo(4 + 9 + 9 + 2 * 2 + 2 + 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aTemperatureIsAboveZeroAndFinite(double temperature) {
    assertThatThrownBy(() -> manifest(Algorithm.CRF, LINEAR, temperature))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("temperature " + temperature + ", above 0 and finite");
  }

  @Test
  void aLinearModelComesBackFromJson() {
    assertComesBack(manifest(Algorithm.HMM, LINEAR, 1.5));
  }

  @Test
  void aCompressedNetworkComesBackFromJson() {
    WordCompression compression = new WordCompression(RowBits.equal(4), new Subwords(6, 3, 5), 9);

    assertComesBack(
        manifest(
            Algorithm.NEURAL,
            new NetworkSizes(Architecture.DEFAULT, 10, 20, 0, 0, compression),
            1));
  }

  private static void assertComesBack(Manifest manifest) {
    byte[] json = ManifestJson.write(manifest);

    assertThat(ManifestJson.read(json, new PartFault("test"))).isEqualTo(manifest);
  }
}
