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

package org.sparkner.spark.tagging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelTarget;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;

/**
 * The parts of a saved model one after another in a stream: the name of each, its bytes in chunks
 * with their lengths, a length of zero; an empty name ends the model.
 */
final class BroadcastFormat {
  private static final int CHUNK = 1 << 20;
  private static final String END = "";

  private BroadcastFormat() {}

  static void write(NerModel model, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    ModelWriter.write(model, new StreamedParts(data));
    data.writeUTF(END);
    data.flush();
  }

  static NerModel read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    MemoryModelStorage storage = new MemoryModelStorage();
    for (String name = data.readUTF(); !name.equals(END); name = data.readUTF()) {
      List<byte[]> chunks = new ArrayList<>();
      for (int length = data.readInt(); length > 0; length = data.readInt()) {
        byte[] chunk = new byte[length];
        data.readFully(chunk);
        chunks.add(chunk);
      }
      storage.put(name, chunks);
    }
    return ModelReader.read(storage);
  }

  /** Writes parts, one at a time. */
  private record StreamedParts(DataOutputStream data) implements ModelTarget {
    @Override
    public OutputStream create(String name) throws IOException {
      data.writeUTF(name);
      return new Chunks(data);
    }

    @Override
    public String locate(String name) {
      return "the broadcast model's " + name;
    }
  }

  private static final class Chunks extends OutputStream {
    private final DataOutputStream data;
    private final byte[] chunk = new byte[CHUNK];
    private int size;

    Chunks(DataOutputStream data) {
      this.data = data;
    }

    @Override
    public void write(int b) throws IOException {
      if (size == CHUNK) {
        flushChunk();
      }
      chunk[size++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      int end = offset + length;
      while (from < end) {
        if (size == CHUNK) {
          flushChunk();
        }
        int count = Math.min(end - from, CHUNK - size);
        System.arraycopy(bytes, from, chunk, size, count);
        size += count;
        from += count;
      }
    }

    private void flushChunk() throws IOException {
      if (size > 0) {
        data.writeInt(size);
        data.write(chunk, 0, size);
        size = 0;
      }
    }

    @Override
    public void close() throws IOException {
      flushChunk();
      data.writeInt(0);
    }
  }
}
