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

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class DigestThreadTest {
  private static final int LONGER_THAN_ALL_CHUNKS = 5_000_003;

  private final byte[] bytes = new byte[LONGER_THAN_ALL_CHUNKS];

  @Test
  void twoDigestsAtOnceAreTheOnesOfTheirBytes() throws IOException {
    new Random(1).nextBytes(bytes);
    MessageDigest whole = Sha256.digest();
    MessageDigest pieces = Sha256.digest();
    try (DigestThread digests = new DigestThread()) {
      digests.update(whole, bytes, 0, bytes.length);
      byte[] reused = new byte[1000];
      for (int from = 0; from < bytes.length; from += reused.length) {
        int count = Math.min(reused.length, bytes.length - from);
        System.arraycopy(bytes, from, reused, 0, count);
        digests.update(pieces, reused, 0, count);
      }

      String expected = HexFormat.of().formatHex(Sha256.digest().digest(bytes));
      assertThat(digests.finish(whole)).isEqualTo(expected);
      assertThat(digests.finish(pieces)).isEqualTo(expected);
    }
  }

  @Test
  void nobodyWaitsForOneThatIsClosed() {
    DigestThread digests = new DigestThread();
    digests.close();

    assertThatThrownBy(() -> digests.update(Sha256.digest(), bytes, 0, bytes.length))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void floatsOfManyChunksAreDigestedAsTheirBytes() throws IOException {
    float[] values = new float[200_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    int from = 3;
    int count = 199_000;
    ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values, from, count);
    MessageDigest digest = Sha256.digest();
    try (DigestThread digests = new DigestThread()) {
      digests.update(digest, values, from, count);

      assertThat(digests.finish(digest))
          .isEqualTo(HexFormat.of().formatHex(Sha256.digest().digest(bytes.array())));
    }
  }

  @Test
  void whoIsInterruptedWhileWaitingStaysSo() {
    try (DigestThread digests = new DigestThread()) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> digests.update(Sha256.digest(), bytes, 0, bytes.length))
          .isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }
}
