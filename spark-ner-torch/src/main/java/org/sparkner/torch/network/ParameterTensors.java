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

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.sparkner.network.NetworkParameters;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * The parameters of a network on a device, and their gradients: one flat vector each, of which the
 * matrices that layers compute with are views. So they are copied as one.
 */
final class ParameterTensors {
  private final NetworkParameters layout;
  private final TorchDevice device;
  private final Tensor values;
  private final Tensor gradients;
  private final Map<String, Tensor> matrices = new HashMap<>();

  ParameterTensors(NetworkParameters layout, float[] initial, TorchDevice device) {
    this.layout = layout;
    this.device = device;
    this.values = HostArrays.toDevice(layout.require(initial), device, layout.size());
    this.gradients = HostArrays.toDevice(new float[layout.size()], device, layout.size());
    layout.matrices().forEach(matrix -> matrices.put(matrix.name(), leaf(matrix)));
  }

  /** A matrix of parameters, by its name in a saved model. */
  Tensor matrix(String name) {
    return matrices.get(name);
  }

  /** A vector of parameters. */
  Tensor vector(String name) {
    return matrix(name).view(-1);
  }

  /** A view of the values whose gradient is a view of the gradients. */
  private Tensor leaf(NetworkParameters.Matrix matrix) {
    Tensor leaf = view(values, matrix).detach();
    leaf.set_requires_grad(true);
    leaf.mutable_grad().put(view(gradients, matrix));
    return leaf;
  }

  private static Tensor view(Tensor flat, NetworkParameters.Matrix matrix) {
    return flat.narrow(0, matrix.offset(), matrix.size()).view(matrix.rows(), matrix.columns());
  }

  float[] values() {
    float[] copy = new float[layout.size()];
    HostArrays.toHost(values, copy, 0);
    return copy;
  }

  void set(float[] flat) {
    values.copy_(HostArrays.toDevice(layout.require(flat), device, layout.size()));
  }

  void clearGradients() {
    gradients.zero_();
  }

  void copyGradients(float[] into) {
    HostArrays.toHost(gradients, into, 0);
  }
}
