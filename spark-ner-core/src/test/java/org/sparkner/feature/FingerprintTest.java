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

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class FingerprintTest {
  @Property
  void followsFromTheFingerprintsOfTheParts(
      @ForAll String head, @ForAll @StringLength(max = 300) String tail) {
    long power = Fingerprint.power(tail.length());

    assertThat(Fingerprint.append(Fingerprint.of(head), Fingerprint.of(tail), power))
        .isEqualTo(Fingerprint.of(head + tail));
  }

  @Property
  void mapsNumbersFingerprintsInTheOrderOfTheirFirstUse(@ForAll long[] fingerprints) {
    FingerprintMap map = new FingerprintMap();
    java.util.List<Long> distinct =
        java.util.Arrays.stream(fingerprints).boxed().distinct().toList();

    for (long fingerprint : fingerprints) {
      map.add(fingerprint);
    }

    assertThat(map.size()).isEqualTo(distinct.size());
    for (int i = 0; i < distinct.size(); i++) {
      assertThat(map.find(distinct.get(i))).isEqualTo(i);
    }
  }
}
