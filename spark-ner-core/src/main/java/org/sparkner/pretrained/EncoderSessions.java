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

package org.sparkner.pretrained;

import java.lang.ref.WeakReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.UsageException;

/**
 * The sessions of this JVM: one for an encoder and a device, shared by all who run it. A session
 * goes when nobody has it any more.
 */
final class EncoderSessions {
  private static final Logger LOG = LoggerFactory.getLogger(EncoderSessions.class);

  /**
   * Pieces of a batch on a GPU: enough to keep it busy, and with hidden layers of 768 some hundred
   * megabytes.
   */
  private static final int MOST_PIECES_OF_GPU = 1 << 15;

  private static final Map<Key, WeakReference<EncoderSession>> OPENED = new HashMap<>();

  private EncoderSessions() {}

  private record Key(String graph, String output, EncoderDevice device) {}

  /**
   * Opens a session, or gives the one that is open.
   *
   * @param vectors what is asked of it
   * @throws UsageException if ONNX Runtime is not on the class path, or a GPU that is asked for is
   *     not usable
   * @throws org.sparkner.error.BadModelException if the graph is none of an encoder
   */
  static EncoderSession open(
      byte[] graph, ContextualVectors vectors, EncoderDevice device, PretrainedEncoderFault fault) {
    OnnxLibrary library = OnnxLibrary.found().require();
    String digest = digest(graph);
    switch (device.kind()) {
      case CUDA -> {
        library.requireCuda();
        return shared(graph, new Key(digest, vectors.output(), device), vectors.dimension(), fault);
      }
      case AUTO -> {
        if (library.hasCuda()) {
          try {
            EncoderDevice gpu = EncoderDevice.cuda(device.address());
            return shared(
                graph, new Key(digest, vectors.output(), gpu), vectors.dimension(), fault);
          } catch (UsageException e) {
            LOG.info("No GPU is used: {}", e.getMessage());
          }
        }
        return shared(
            graph,
            new Key(digest, vectors.output(), EncoderDevice.CPU),
            vectors.dimension(),
            fault);
      }
      default -> {
        return shared(
            graph,
            new Key(digest, vectors.output(), EncoderDevice.CPU),
            vectors.dimension(),
            fault);
      }
    }
  }

  private static synchronized EncoderSession shared(
      byte[] graph, Key key, int dimension, PretrainedEncoderFault fault) {
    OPENED.values().removeIf(session -> session.get() == null);
    WeakReference<EncoderSession> reference = OPENED.get(key);
    EncoderSession found = reference == null ? null : reference.get();
    if (found == null) {
      OnnxGraph opened = OnnxGraph.open(graph, key.device(), fault);
      String output = opened.output(key.output());
      found =
          key.device().kind() == EncoderDevice.Kind.CUDA
              ? new QueuedSession(
                  windows -> opened.run(windows, output, dimension),
                  MOST_PIECES_OF_GPU,
                  key.device(),
                  opened.readsCapitalisation())
              : new DirectSession(opened, output, dimension);
      OPENED.put(key, new WeakReference<>(found));
      LOG.info("The encoder computes on {}", key.device());
    }
    return found;
  }

  private static String digest(byte[] graph) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(graph));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
