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

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Computes SHA-256 beside the reading, on one thread for all parts of a model: SHA-256 is half of
 * the work of loading one, and the other half need not wait for it. Bytes are copied, a bounded
 * amount at a time; floats are digested from where they are kept.
 */
final class DigestThread implements AutoCloseable {
  private static final int CHUNKS = 8;
  private static final int CHUNK_BYTES = 1 << 18;

  private final BlockingQueue<byte[]> idle = new ArrayBlockingQueue<>(CHUNKS);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "model-digest");
            daemon.setDaemon(true);
            return daemon;
          });

  /** The thread's own. */
  private final byte[] floatBytes = new byte[CHUNK_BYTES];

  DigestThread() {
    for (int i = 0; i < CHUNKS; i++) {
      idle.add(new byte[CHUNK_BYTES]);
    }
  }

  /** Digests bytes after those of earlier calls; they may change after the call. */
  void update(MessageDigest digest, byte[] bytes, int offset, int length) throws IOException {
    for (int from = 0; from < length; from += CHUNK_BYTES) {
      byte[] chunk = interruptibly(idle::take);
      int count = Math.min(CHUNK_BYTES, length - from);
      System.arraycopy(bytes, offset + from, chunk, 0, count);
      thread.execute(
          () -> {
            digest.update(chunk, 0, count);
            idle.add(chunk);
          });
    }
  }

  /** Digests floats, little-endian, after what earlier calls gave; they must not change. */
  void update(MessageDigest digest, float[] values, int from, int count) {
    thread.execute(
        () -> {
          ByteBuffer chunk = ByteBuffer.wrap(floatBytes).order(ByteOrder.LITTLE_ENDIAN);
          int most = floatBytes.length / Float.BYTES;
          for (int done = 0; done < count; done += most) {
            int floats = Math.min(most, count - done);
            chunk.asFloatBuffer().put(values, from + done, floats);
            digest.update(floatBytes, 0, floats * Float.BYTES);
          }
        });
  }

  /** Waits for the digest, in hexadecimal. */
  String finish(MessageDigest digest) throws IOException {
    return interruptibly(thread.submit(() -> HexFormat.of().formatHex(digest.digest()))::get);
  }

  private interface Waiting<T> {
    T get() throws InterruptedException, ExecutionException;
  }

  private static <T> T interruptibly(Waiting<T> waiting) throws IOException {
    try {
      return waiting.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What waits is still digested, so that nobody waits for a chunk for ever. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
