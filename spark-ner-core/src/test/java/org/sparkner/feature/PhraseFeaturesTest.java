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

package org.sparkner.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.GazetteersBuilder;

class PhraseFeaturesTest {
  private static final List<String> TOKENS = List.of("to", "New", "York", "or", "Paris");
  private final PhraseFeatures features;

  PhraseFeaturesTest() throws IOException {
    features = new PhraseFeatures(places("New York\nParis\n"));
  }

  private static Gazetteers places(String phrases) throws IOException {
    GazetteersBuilder builder = new GazetteersBuilder("en", false);
    builder.add(
        "PLACE", new ByteArrayInputStream(phrases.getBytes(StandardCharsets.UTF_8)), "places");
    return builder.build();
  }

  @Test
  void aTokenHasThePlacesOfItselfAndItsNeighbours() {
    assertThat(features.names(TOKENS))
        .containsExactly(
            List.of("gazetteer[1]=PLACE.B"),
            List.of("gazetteer[0]=PLACE.B", "gazetteer[1]=PLACE.E"),
            List.of("gazetteer[-1]=PLACE.B", "gazetteer[0]=PLACE.E"),
            List.of("gazetteer[-1]=PLACE.E", "gazetteer[1]=PLACE.S"),
            List.of("gazetteer[0]=PLACE.S"));
  }

  @Test
  void addsTheWeightsOfTheNamedFeatures() {
    FeatureTable table =
        FeatureTable.of(
            List.of("gazetteer[0]=PLACE.B", "gazetteer[-1]=PLACE.E"),
            new float[] {2, 1},
            new float[] {0, 1, 1},
            new float[] {3, 5, 7},
            2);
    float[] emissions = {0, 0, 1, 1, 0, 0, 0, 0, 0, 0};

    features.score(TOKENS, table, emissions);

    assertThat(emissions).containsExactly(0, 0, 4, 6, 0, 0, 0, 7, 0, 0);
  }

  @Test
  void withoutGazetteersThereAreNone() {
    assertThat(new PhraseFeatures(Gazetteers.NONE).names(TOKENS)).allMatch(List::isEmpty);
  }
}
