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
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sparkner.pretrained.LayerRange;

/**
 * A pass that keeps what each layer reads and nothing within it; on the way back, each layer is
 * computed again (Chen et al. 2016). Dropout is a function of the step, so it comes out the same.
 */
final class RecomputedPass implements Pass {
  private final HeldTensors held = new HeldTensors();
  private final Transformer transformer;
  private final WordPieces words;
  private final PackedWindows batch;
  private final LayerRange layers;
  private final long step;
  private final Tensor firsts;
  private final Tensor vectors;
  private final List<Tensor> inputs = new ArrayList<>();

  RecomputedPass(
      Transformer transformer,
      WordPieces words,
      PackedWindows batch,
      LayerRange layers,
      long step) {
    this.transformer = transformer;
    this.words = words;
    this.batch = batch;
    this.layers = layers;
    this.step = step;
    try (NoGradGuard none = new NoGradGuard()) {
      this.firsts = held.hold(batch.firsts());
      Tensor hidden = held.hold(transformer.embeddings(batch, words.rows(batch.distinct()), step));
      Tensor bias = transformer.isBiased() ? transformer.bias(batch) : null;
      Tensor sum = null;
      for (int layer = 0; layer < layers.last(); layer++) {
        inputs.add(hidden);
        hidden = layer(layer, hidden, bias);
        if (layer + 1 >= layers.first()) {
          sum = sum == null ? hidden : sum.add(hidden);
        }
      }
      this.vectors = held.hold(mean(sum).index_select(0, firsts));
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private Tensor layer(int layer, Tensor input, Tensor bias) {
    try (PointerScope scope = new PointerScope()) {
      return held.hold(transformer.layer(layer, input, batch, bias, step));
    }
  }

  private Tensor mean(Tensor sum) {
    return layers.count() == 1 ? sum : sum.div(new Scalar((double) layers.count()));
  }

  @Override
  public Tensor vectors() {
    return vectors;
  }

  @Override
  public void backward(Tensor gradient) {
    Tensor outer =
        mean(
            torch
                .zeros(
                    new long[] {batch.rows(), vectors.size(1)},
                    transformer.device().options(ScalarType.Float))
                .index_add(0, firsts, gradient));
    boolean embeddingsLearn = transformer.rates().learns(0);
    Tensor biasGraph = transformer.isBiased() ? transformer.bias(batch) : null;
    Tensor bias = biasGraph == null ? null : leaf(biasGraph, embeddingsLearn);
    Tensor below = null;
    for (int layer = layers.last() - 1;
        layer >= 0 && transformer.rates().learns(layer + 1);
        layer--) {
      Tensor given = layer + 1 >= layers.first() ? outer : null;
      Tensor all = below == null ? given : given == null ? below : below.add(given);
      below = through(layer, bias, all);
    }
    if (embeddingsLearn) {
      Tensor rows = words.rows(batch.distinct());
      GraphPass.backward(transformer.embeddings(batch, rows, step), below);
      words.add(batch.distinct(), rows.grad());
      if (bias != null) {
        GraphPass.backward(biasGraph, bias.grad());
      }
    }
  }

  /** Computes a layer again, and takes a gradient of its output back to its input. */
  private Tensor through(int layer, Tensor bias, Tensor gradient) {
    Tensor input = leaf(inputs.get(layer), transformer.rates().learns(layer));
    try (PointerScope scope = new PointerScope()) {
      GraphPass.backward(transformer.layer(layer, input, batch, bias, step), gradient);
    }
    return new Tensor(input.grad());
  }

  private static Tensor leaf(Tensor values, boolean learns) {
    Tensor leaf = values.detach();
    leaf.set_requires_grad(learns);
    return leaf;
  }

  @Override
  public void close() {
    held.close();
  }
}
