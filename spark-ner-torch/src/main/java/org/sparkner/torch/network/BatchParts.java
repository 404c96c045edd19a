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

package org.sparkner.torch.network;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.network.IndexedSentence;
import org.sparkner.torch.DeviceMemory;
import org.sparkner.torch.TorchDevice;

/**
 * Batches that are computed whole where the device has memory enough, and else in parts. It
 * remembers what did not fit, and says so once. For one thread.
 */
final class BatchParts {
  private static final Logger LOG = LoggerFactory.getLogger(BatchParts.class);

  /** What is done with sentences of a batch. */
  interface Part {
    /**
     * @throws RuntimeException by libtorch, if it cannot
     */
    void compute(int begin, int end);
  }

  private final TorchDevice device;
  private int mostTokens;
  private boolean said;

  /**
   * @param mostTokens that are known to fit, except that one sentence is always tried
   */
  BatchParts(TorchDevice device, int mostTokens) {
    this.device = device;
    this.mostTokens = mostTokens;
  }

  /**
   * Computes all parts of a batch, one after the other.
   *
   * @param start makes everything as it was before the first part
   */
  void compute(List<IndexedSentence> batch, Runnable start, Part part) {
    start.run();
    int done = 0;
    while (done < batch.size()) {
      int end = end(batch, done);
      try {
        part.compute(done, end);
        done = end;
      } catch (RuntimeException e) {
        halve(tokens(batch.subList(done, end)), end - done, e);
        start.run();
        done = 0;
      }
    }
  }

  private int end(List<IndexedSentence> batch, int begin) {
    int end = begin + 1;
    long tokens = batch.get(begin).size();
    while (end < batch.size() && tokens + batch.get(end).size() <= mostTokens) {
      tokens += batch.get(end).size();
      end++;
    }
    return end;
  }

  private static int tokens(List<IndexedSentence> sentences) {
    return sentences.stream().mapToInt(IndexedSentence::size).sum();
  }

  private void halve(int tokens, int sentences, RuntimeException failure) {
    if (sentences == 1 || !DeviceMemory.isExhausted(failure)) {
      throw DeviceMemory.refusal(
          failure,
          device,
          "the network to learn from one sentence of " + tokens + " tokens",
          "take a smaller network, or lower batchSize where an encoder learns below it");
    }
    mostTokens = tokens / 2;
    if (!said) {
      said = true;
      LOG.warn(
          "{} has not memory enough for the network to learn from {} sentences of {} tokens"
              + " together; going on with half as many at once",
          device.name(),
          sentences,
          tokens);
    }
  }
}
