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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * The weights of an encoder but for the vectors of its word pieces. Those that learn lie one after
 * the other in one tensor, and so do the optimiser's moving averages of each; libtorch computes
 * with views of them.
 */
final class Parameters implements AutoCloseable {
  private final TorchDevice device;
  private final LayerRates rates;
  private final HeldTensors held = new HeldTensors();
  private final List<Slot> learning = new ArrayList<>();
  private final Map<String, Tensor> tensors = new HashMap<>();
  private final Tensor values;
  private final Tensor mean;
  private final Tensor variance;
  private final int count;

  /** Copies the weights to the device. */
  Parameters(EncoderWeights weights, LayerRates rates, Precision precision, TorchDevice device) {
    this.device = device;
    this.rates = rates;
    List<Slot> slots = Slots.of(weights);
    slots.stream().filter(slot -> rates.learns(slot.level())).forEach(learning::add);
    count = Math.toIntExact(learning.stream().mapToLong(Slot::size).sum());
    try (PointerScope scope = new PointerScope()) {
      values = held.hold(zeros(count));
      mean = held.hold(zeros(count));
      variance = held.hold(zeros(count));
      long offset = 0;
      for (Slot slot : slots) {
        Tensor initial = HostArrays.toDevice(values(weights, slot), device, slot.shape());
        if (rates.learns(slot.level())) {
          part(values, offset, slot).copy_(initial);
          tensors.put(slot.name(), held.hold(leaf(part(values, offset, slot))));
          offset += slot.size();
        } else {
          Tensor constant = slot.isOfProduct() ? precision.of(initial) : initial;
          tensors.put(slot.name(), held.hold(constant));
        }
      }
    }
  }

  private Tensor zeros(long size) {
    return torch.zeros(new long[] {size}, device.options(ScalarType.Float));
  }

  private static float[] values(EncoderWeights weights, Slot slot) {
    float[] all = new float[Math.toIntExact(slot.size())];
    int end = 0;
    for (String name : slot.names()) {
      float[] one = weights.values(name);
      System.arraycopy(one, 0, all, end, one.length);
      end += one.length;
    }
    return all;
  }

  private static Tensor part(Tensor flat, long offset, Slot slot) {
    return flat.narrow(0, offset, slot.size()).view(slot.shape());
  }

  /** Not what set_requires_grad returns: that refers to the same tensor and does not own it. */
  private static Tensor leaf(Tensor view) {
    Tensor leaf = view.detach();
    leaf.set_requires_grad(true);
    return leaf;
  }

  /**
   * The weights of a slot, to be computed with.
   *
   * @param name of its first weight
   */
  Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("No weight " + name);
    }
    return tensor;
  }

  boolean has(String name) {
    return tensors.containsKey(name);
  }

  /** Values that learn. */
  int count() {
    return count;
  }

  /** The squared norm of all gradients together, on the device. */
  Tensor squaredNorm() {
    TensorVector norms = new TensorVector();
    for (Slot slot : learning) {
      Tensor gradient = tensors.get(slot.name()).grad();
      if (gradient.defined()) {
        norms.push_back(gradient.norm());
      }
    }
    return norms.empty() ? zeros(1).sum() : torch.stack(norms).square().sum();
  }

  /**
   * One step of AdamW of all that has gradients.
   *
   * @param rate of the uppermost layer
   * @param divisor of the gradients
   * @param step its number from 1
   */
  void step(AdamW optimiser, double rate, double divisor, long step) {
    Map<LayerRates.Group, List<AdamW.State>> groups = new LinkedHashMap<>();
    try (PointerScope scope = new PointerScope()) {
      long offset = 0;
      for (Slot slot : learning) {
        Tensor gradient = tensors.get(slot.name()).grad();
        if (gradient.defined()) {
          groups
              .computeIfAbsent(rates.group(slot), group -> new ArrayList<>())
              .add(
                  new AdamW.State(
                      part(values, offset, slot),
                      gradient,
                      part(mean, offset, slot),
                      part(variance, offset, slot)));
        }
        offset += slot.size();
      }
      groups.forEach(
          (group, states) ->
              optimiser.step(states, rate * group.factor(), group.weightDecay(), divisor, step));
    }
  }

  void clearGradients() {
    for (Slot slot : learning) {
      tensors.get(slot.name()).mutable_grad().reset();
    }
  }

  /** Copies what learns into an array, from its beginning. */
  void copyTo(float[] into) {
    try (PointerScope scope = new PointerScope()) {
      HostArrays.toHost(values, into, 0);
    }
  }

  /** Takes what learns from the beginning of an array. */
  void copyFrom(float[] from) {
    try (PointerScope scope = new PointerScope()) {
      values.copy_(HostArrays.toDevice(Arrays.copyOf(from, count), device, count));
    }
  }

  /** The weights that learn by their names. */
  Map<String, float[]> learned() {
    float[] all = new float[count];
    copyTo(all);
    Map<String, float[]> learned = new LinkedHashMap<>();
    int offset = 0;
    for (Slot slot : learning) {
      int each = Math.toIntExact(slot.size() / slot.names().size());
      for (String name : slot.names()) {
        learned.put(name, Arrays.copyOfRange(all, offset, offset + each));
        offset += each;
      }
    }
    return learned;
  }

  void write(DataOutputStream out) throws IOException {
    for (Tensor state : List.of(values, mean, variance)) {
      TensorStream.write(state, out);
    }
  }

  void read(DataInputStream in) throws IOException {
    for (Tensor state : List.of(values, mean, variance)) {
      TensorStream.read(state, device, in);
    }
  }

  @Override
  public void close() {
    held.close();
  }
}
