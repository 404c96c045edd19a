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

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import org.sparkner.kernel.HalfFloat;

/** A part that is digested on another thread while it is read. */
final class PartInput extends InputStream {
  private final InputStream in;
  private final Manifest.Part part;
  private final PartFault fault;
  private final DigestThread digests;
  private final MessageDigest digest = Sha256.digest();

  /** A part from its first byte on; not checked. */
  PartInput(InputStream in, Manifest.Part part, PartFault fault, DigestThread digests) {
    this.in = in;
    this.part = part;
    this.fault = fault;
    this.digests = digests;
  }

  /**
   * @throws org.sparkner.error.BadModelException if the part is missing or not as long as the
   *     manifest says
   */
  static PartInput open(
      Manifest manifest, String name, ModelSource source, PartFault fault, DigestThread digests)
      throws IOException {
    Manifest.Part part =
        manifest.parts().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> fault.of("no entry in the manifest", "one"));
    long length = ModelReader.existing(source, name, fault);
    if (length != part.bytes()) {
      throw fault.of(length + " bytes", part.bytes() + " bytes");
    }
    return new PartInput(source.open(name), part, fault, digests);
  }

  /** Bytes of the part. */
  long length() {
    return part.bytes();
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      digests.update(digest, buffer, offset, count);
    }
    return count;
  }

  /**
   * Reads floats, little-endian, which must not change until {@link #verify}.
   *
   * @param chunk room for the bytes of some
   * @return floats read: as many as the chunk holds, or as are needed
   */
  int readFloats(float[] to, int at, byte[] chunk) throws IOException {
    int count = Math.min(chunk.length / Float.BYTES, to.length - at);
    if (in.readNBytes(chunk, 0, count * Float.BYTES) < count * Float.BYTES) {
      throw new EOFException("the file ended early");
    }
    ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(to, at, count);
    digests.update(digest, to, at, count);
    return count;
  }

  /**
   * Reads floats in half precision, little-endian.
   *
   * @param chunk room for the bytes of some
   * @return floats read: as many as the chunk holds, or as are needed
   */
  int readHalves(float[] to, int at, byte[] chunk) throws IOException {
    int count = Math.min(chunk.length / Short.BYTES, to.length - at);
    if (readNBytes(chunk, 0, count * Short.BYTES) < count * Short.BYTES) {
      throw new EOFException("the file ended early");
    }
    ByteBuffer halves = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      to[at + i] = HalfFloat.toFloat(halves.getShort(i * Short.BYTES));
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Reads what nobody needed: the digest is that of all bytes. */
  void drain() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  /**
   * Compares the digest of what was read with the manifest's. May follow {@link #close}.
   *
   * @throws org.sparkner.error.BadModelException if it differs
   */
  void verify() throws IOException {
    String found = digests.finish(digest);
    if (!found.equals(part.sha256())) {
      throw fault.of("SHA-256 " + found, part.sha256());
    }
  }
}
