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

package org.sparkner.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordVectorsWriterTest {
  private static final WordVectors VECTORS =
      new WordVectors(
          List.of("Oslo", "naïve", "12"), 2, new float[] {1.5f, -2e-7f, 0.1f, 3, 0, 1e9f});

  private static void assertSame(ByteArrayOutputStream written) {
    WordVectors read =
        WordVectorsReader.read(new ByteArrayInputStream(written.toByteArray()), "written", 9)
            .vectors();
    assertThat(List.copyOf(read.words())).isEqualTo(VECTORS.words());
    assertThat(read.dimension()).isEqualTo(2);
    assertThat(read.table()).isEqualTo(VECTORS.table());
  }

  @Test
  void whatIsWrittenIsReadBitForBit() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    WordVectorsWriter.writeText(VECTORS, text);
    assertSame(text);

    ByteArrayOutputStream binary = new ByteArrayOutputStream();
    WordVectorsWriter.writeBinary(VECTORS, binary);
    assertSame(binary);
    assertThat(binary.size()).isEqualTo("3 2\n".length() + 12 + 3 * (1 + 8 + 1));
  }

  @Test
  void vectorsBesideOthersAreLookedUpAsALexiconDoes() {
    WordVectors others = new WordVectors(List.of("oslo", "00", "bergen"), 1, new float[] {7, 8, 9});

    WordVectors joined = VECTORS.beside(others);

    assertThat(joined.words()).containsExactly("Oslo", "naïve", "12", "oslo", "00", "bergen");
    assertThat(joined.dimension()).isEqualTo(3);
    assertThat(joined.table())
        .isEqualTo(
            new float[] {1.5f, -2e-7f, 7, 0.1f, 3, 0, 0, 1e9f, 8, 0, 0, 7, 0, 0, 8, 0, 0, 9});
  }
}
