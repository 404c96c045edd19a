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

package org.sparkner.torch.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.pretrained.EncoderConfig;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.torch.DeviceMemory;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * Batches on their way through an encoder and back, whole where the device has memory enough. Of a
 * batch that does not fit, the parts are computed one after the other, once for their vectors and
 * once more on the way back, when their gradients add up to those of the whole. It remembers what
 * did not fit, and says so once. For one thread.
 */
final class FittingPasses implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FittingPasses.class);

  /** How a part of a batch is computed. */
  interface Opener {
    /**
     * Computes the vectors.
     *
     * @throws RuntimeException by libtorch, if it cannot
     */
    Pass open(PackedWindows part, long step);
  }

  private final Opener opener;
  private final EncoderConfig config;
  private final TorchDevice device;
  private List<EncoderInput> windows;
  private long step;

  /** Of the whole batch, while it waits for its gradient; null where it was in parts. */
  private Pass pass;

  private int mostPieces = Integer.MAX_VALUE;
  private boolean said;

  FittingPasses(Opener opener, EncoderConfig config, TorchDevice device) {
    this.opener = opener;
    this.config = config;
    this.device = device;
  }

  /** Vectors of a batch: of each window, [token × hidden] row-major. */
  List<float[]> forward(List<EncoderInput> batch, long number) {
    close();
    windows = batch;
    step = number;
    List<float[]> vectors = new ArrayList<>(batch.size());
    while (vectors.size() < batch.size()) {
      int done = vectors.size();
      int end = end(done);
      closePass();
      try (PointerScope scope = new PointerScope()) {
        pass = opener.open(part(done, end), step);
        vectors.addAll(split(pass.vectors(), done, end));
      } catch (RuntimeException e) {
        halve(done, end, e);
      }
      if (end - done < batch.size()) {
        closePass();
      }
    }
    return vectors;
  }

  /**
   * Takes the gradient of the vectors of the last {@link #forward} back to the weights.
   *
   * @param gradients of each window
   * @param factor of the gradients
   * @param startOver takes back what part of the gradients has already come to the weights
   * @throws IllegalStateException if there was no forward before
   */
  void backward(List<float[]> gradients, double factor, Runnable startOver) {
    if (windows == null) {
      throw new IllegalStateException("No forward before backward");
    }
    int done = 0;
    while (done < windows.size()) {
      int end = pass == null ? end(done) : windows.size();
      try (PointerScope scope = new PointerScope()) {
        if (pass == null) {
          pass = opener.open(part(done, end), step);
        }
        Tensor gradient = joined(gradients.subList(done, end));
        pass.backward(factor == 1 ? gradient : gradient.mul(new Scalar(factor)));
        done = end;
      } catch (RuntimeException e) {
        halve(done, end, e);
        startOver.run();
        done = 0;
      } finally {
        closePass();
      }
    }
    windows = null;
  }

  /** The window after the last one of the part that begins with a window. */
  private int end(int begin) {
    int end = begin + 1;
    long pieces = windows.get(begin).pieces().length;
    while (end < windows.size() && pieces + windows.get(end).pieces().length <= mostPieces) {
      pieces += windows.get(end).pieces().length;
      end++;
    }
    return end;
  }

  private PackedWindows part(int begin, int end) {
    return new PackedWindows(windows.subList(begin, end), pieces(0, begin), config, device);
  }

  private int pieces(int begin, int end) {
    return windows.subList(begin, end).stream().mapToInt(window -> window.pieces().length).sum();
  }

  private void halve(int begin, int end, RuntimeException failure) {
    int pieces = pieces(begin, end);
    if (end - begin == 1 || !DeviceMemory.isExhausted(failure)) {
      throw DeviceMemory.refusal(
          failure,
          device,
          "the encoder to learn from one window of " + pieces + " word pieces",
          "set encoderRecompute, raise encoderFrozenLayers or lower encoderWindow; a lower batchSize"
              + " leaves more only to the network on top");
    }
    mostPieces = pieces / 2;
    if (!said) {
      said = true;
      LOG.warn(
          "{} has not memory enough for the encoder to learn from {} windows of {} word pieces"
              + " together; going on with half as many at once, which are computed twice: a lower"
              + " batchSize, or encoderRecompute, is faster",
          device.name(),
          end - begin,
          pieces);
    }
  }

  private List<float[]> split(Tensor vectors, int begin, int end) {
    float[] all = new float[Math.toIntExact(vectors.numel())];
    HostArrays.toHost(vectors, all, 0);
    List<float[]> split = new ArrayList<>(end - begin);
    int at = 0;
    for (EncoderInput window : windows.subList(begin, end)) {
      int next = at + window.firsts().length * config.hidden();
      split.add(Arrays.copyOfRange(all, at, next));
      at = next;
    }
    return split;
  }

  private Tensor joined(List<float[]> gradients) {
    float[] all = new float[gradients.stream().mapToInt(gradient -> gradient.length).sum()];
    int end = 0;
    for (float[] gradient : gradients) {
      System.arraycopy(gradient, 0, all, end, gradient.length);
      end += gradient.length;
    }
    return HostArrays.toDevice(all, device, all.length / config.hidden(), config.hidden());
  }

  private void closePass() {
    if (pass != null) {
      pass.close();
      pass = null;
    }
  }

  /** Forgets a batch that waits for its gradient. */
  @Override
  public void close() {
    closePass();
    windows = null;
  }
}
