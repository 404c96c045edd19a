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

package org.sparkner.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;

/**
 * The one file of a checkpoint: a magic number, the key of the run, its state and a checksum. It is
 * written under another name and renamed, so a kill at any time leaves the old one or the new one.
 */
final class CheckpointFile {
  private static final long MAGIC = 0x534E455243503032L;
  private static final int BUFFER = 1 << 16;

  private final CheckpointStorage storage;
  private final String key;

  /**
   * @param key says which run this is; a checkpoint of another key is refused
   */
  CheckpointFile(CheckpointStorage storage, String key) {
    this.storage = storage;
    this.key = key;
  }

  /** Writes the state. */
  interface StateWriter {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads the state. */
  interface StateReader {
    void read(DataInputStream in) throws IOException;
  }

  boolean exists() {
    try {
      return storage.exists();
    } catch (IOException e) {
      throw new UsageException(
          "The checkpoint " + storage + " cannot be looked for: " + e.getMessage(), e);
    }
  }

  void delete() {
    try {
      storage.delete();
    } catch (IOException e) {
      throw new UsageException(
          "The checkpoint " + storage + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  /** Writes it; an interrupt of the thread is kept until that is done. */
  void write(StateWriter state) {
    try {
      try {
        writeOnce(state);
      } catch (InterruptedIOException | ClosedByInterruptException e) {
        // So ends what some file systems do when their thread is interrupted, and with it the run:
        // of all checkpoints this one is needed.
        boolean unused = Thread.interrupted();
        writeOnce(state);
        Thread.currentThread().interrupt();
      }
    } catch (IOException e) {
      throw new UsageException(
          "The checkpoint "
              + storage
              + " cannot be written: "
              + e.getMessage()
              + "; free the disk or choose another directory.",
          e);
    }
  }

  private void writeOnce(StateWriter state) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(storage.create(), BUFFER), new CRC32());
    try (DataOutputStream out = new DataOutputStream(checked)) {
      out.writeLong(MAGIC);
      out.writeUTF(key);
      state.write(out);
      out.writeLong(checked.getChecksum().getValue());
    }
    storage.commit();
  }

  /**
   * Reads the state, once the checksum of the whole file is right: what is in it may be lengths of
   * what is to be allocated.
   *
   * @throws UsageException if the checkpoint is of a run with other data or options
   * @throws BadDataException if the file is damaged
   */
  void read(StateReader state) {
    requireWhole();
    try (DataInputStream in = new DataInputStream(open())) {
      requireHeader(in);
      state.read(in);
    } catch (IOException e) {
      throw damaged("is damaged: " + e.getMessage(), e);
    }
  }

  private InputStream open() throws IOException {
    return new BufferedInputStream(storage.open(), BUFFER);
  }

  private void requireHeader(DataInputStream in) throws IOException {
    if (in.readLong() != MAGIC) {
      throw damaged("is not a checkpoint of this version", null);
    }
    String found = in.readUTF();
    if (!found.equals(key)) {
      throw new UsageException(
          "The checkpoint "
              + storage
              + " is of another run ("
              + found
              + "), this one is "
              + key
              + "; give the same data and options, or start afresh without --resume.");
    }
  }

  private void requireWhole() {
    CRC32 sum = new CRC32();
    try (InputStream in = open()) {
      requireHeader(new DataInputStream(new CheckedInputStream(in, sum)));
      // What is read, behind the eight bytes before it: the last eight of all are the checksum.
      byte[] bytes = new byte[Long.BYTES + BUFFER];
      if (in.readNBytes(bytes, 0, Long.BYTES) < Long.BYTES) {
        throw damaged("ends too early", null);
      }
      int more = BUFFER;
      while (more == BUFFER) {
        more = in.readNBytes(bytes, Long.BYTES, BUFFER);
        sum.update(bytes, 0, more);
        System.arraycopy(bytes, more, bytes, 0, Long.BYTES);
      }
      if (ByteBuffer.wrap(bytes).getLong() != sum.getValue()) {
        throw damaged("has a wrong checksum", null);
      }
    } catch (EOFException e) {
      throw damaged("ends too early", e);
    } catch (IOException e) {
      throw damaged("cannot be read: " + e.getMessage(), e);
    }
  }

  private BadDataException damaged(String what, Throwable cause) {
    return new BadDataException(
        "The checkpoint " + storage + " " + what + "; delete it and start afresh without --resume.",
        cause);
  }
}
