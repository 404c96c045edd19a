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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PartOutputTest {
  @Test
  void countsAndDigestsSingleBytesAndPiecesOfArrays() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    byte[] expected = {1, (byte) 200, 5, 6};
    try (PartOutput out = new PartOutput("part", written)) {
      out.write(1);
      out.write(200);
      out.write(new byte[] {4, 5, 6, 7}, 1, 2);

      assertThat(out.part())
          .isEqualTo(
              new Manifest.Part(
                  "part", 4, HexFormat.of().formatHex(Sha256.digest().digest(expected))));
    }
    assertThat(written.toByteArray()).isEqualTo(expected);
  }
}
