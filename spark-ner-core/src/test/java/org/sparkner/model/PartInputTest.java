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

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadModelException;

class PartInputTest {
  private static final PartFault FAULT = new PartFault("test");

  private final DigestThread digests = new DigestThread();

  @AfterEach
  void endTheThread() {
    digests.close();
  }

  /** Tells whether it was closed. */
  private static final class Bytes extends ByteArrayInputStream {
    private boolean closed;

    Bytes(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private PartInput input(byte... bytes) {
    String sha256 = HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    Manifest.Part part = new Manifest.Part("part", bytes.length, sha256);
    return new PartInput(new ByteArrayInputStream(bytes), part, FAULT, digests);
  }

  @Test
  void aByteIsReadAsANumberThatIsNotNegative() throws IOException {
    PartInput in = input((byte) 0, (byte) 200, (byte) 1);

    assertThat(in.length()).isEqualTo(3);
    assertThat(new int[] {in.read(), in.read(), in.read(), in.read()})
        .containsExactly(0, 200, 1, -1);
    in.verify();
  }

  @Test
  void whatWasNotReadIsMissingFromTheDigest() throws IOException {
    PartInput in = input((byte) 1, (byte) 2);

    assertThat(in.read()).isEqualTo(1);

    assertThatThrownBy(in::verify)
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("found SHA-256 ");
  }

  @Test
  void floatsAreReadByTheChunkAndToTheEndOfTheArray() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    PartInput in = input(bytes.putFloat(1.5f).putFloat(-2).putFloat(3).array());
    float[] values = new float[4];
    byte[] chunk = new byte[8];

    assertThat(in.readFloats(values, 1, chunk)).isEqualTo(2);
    assertThat(in.readFloats(values, 3, chunk)).isEqualTo(1);

    assertThat(values).containsExactly(0, 1.5f, -2, 3);
    in.verify();
  }

  @Test
  void halvesAreReadByTheChunkAndToTheEndOfTheArray() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
    byte[] one = {0x00, 0x3C};
    byte[] minusTwo = {0x00, (byte) 0xC0};
    byte[] half = {0x00, 0x38};
    PartInput in = input(bytes.put(one).put(minusTwo).put(half).array());
    float[] values = new float[4];
    byte[] chunk = new byte[4];

    assertThat(in.readHalves(values, 1, chunk)).isEqualTo(2);
    assertThat(in.readHalves(values, 3, chunk)).isEqualTo(1);

    assertThat(values).containsExactly(0, 1, -2, 0.5f);
    in.verify();
  }

  @Test
  void valuesThatEndEarlyAreAnError() {
    PartInput floats = input(new byte[7]);
    PartInput halves = input(new byte[3]);

    assertThatThrownBy(() -> floats.readFloats(new float[2], 0, new byte[8]))
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> halves.readHalves(new float[2], 0, new byte[8]))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void closingItClosesItsFile() throws IOException {
    Bytes file = new Bytes(new byte[0]);

    new PartInput(file, new Manifest.Part("part", 0, ""), FAULT, digests).close();

    assertThat(file.closed).isTrue();
  }
}
