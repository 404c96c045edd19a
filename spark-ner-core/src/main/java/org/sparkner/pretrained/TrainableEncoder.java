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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A pretrained encoder whose weights learn together with the network that reads its vectors. It
 * keeps its parameters, their gradients and the state of its optimiser where it computes, which may
 * be a GPU, and copies them out only when asked. A step is: {@link #forward}, {@link #backward},
 * {@link #gradientNorm}, {@link #update}. For one thread.
 */
public interface TrainableEncoder extends AutoCloseable {
  /** Floats of a token's vector. */
  int dimension();

  /**
   * Vectors of tokens with dropout, and what {@link #backward} needs of the way there.
   *
   * @param windows of one batch
   * @param step number of the training step, which with the seed decides dropout
   * @return of each window, [token × {@link #dimension}] row-major
   */
  List<float[]> forward(List<EncoderInput> windows, long step);

  /**
   * Takes the gradient of the vectors of the last {@link #forward} back to the parameters, in whose
   * gradients it is added.
   *
   * @param gradients of each window, shaped as its vectors
   */
  void backward(List<float[]> gradients);

  /** Norm of the gradients of all parameters together. */
  double gradientNorm();

  /**
   * One step of AdamW (Loshchilov and Hutter 2019); clears the gradients.
   *
   * @param learningRate of the uppermost layer; lower ones may have less, see {@link
   *     EncoderTuning#layerDecay}
   * @param scale what the gradients are multiplied by before
   */
  void update(double learningRate, double scale);

  /** Parameters that learn. */
  int parameterCount();

  /** Copies the parameters that learn out, in an order that stays the same. */
  void copyParameters(float[] into);

  /** Overwrites the parameters that learn. */
  void setParameters(float[] values);

  /** Writes parameters and optimiser, all that the next step depends on. */
  void write(DataOutputStream out) throws IOException;

  /** Takes over what {@link #write} wrote for the same encoder and settings. */
  void read(DataInputStream in) throws IOException;

  /** The encoder as it is now, which no longer learns. */
  PretrainedEncoder encoder();

  /** Frees what it holds outside of the heap. */
  @Override
  void close();
}
