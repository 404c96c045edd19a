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

import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.sparkner.pretrained.LayerRange;

/** A pass that keeps everything that its gradients need, in autograd's graph. */
final class GraphPass implements Pass {
  private final HeldTensors held = new HeldTensors();
  private final WordPieces words;
  private final long[] pieces;
  private final Tensor rows;
  private final Tensor vectors;

  GraphPass(
      Transformer transformer,
      WordPieces words,
      PackedWindows batch,
      LayerRange layers,
      long step) {
    this.words = words;
    this.pieces = batch.distinct();
    try {
      this.rows = held.hold(words.rows(pieces));
      this.vectors = held.hold(vectors(transformer, batch, layers, step));
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private Tensor vectors(
      Transformer transformer, PackedWindows batch, LayerRange layers, long step) {
    Tensor hidden = rows;
    Tensor bias = null;
    Tensor sum = null;
    for (int level = 0; level <= layers.last(); level++) {
      try (NoGradGuard frozen = transformer.rates().learns(level) ? null : new NoGradGuard()) {
        if (level == 0) {
          hidden = transformer.embeddings(batch, hidden, step);
          bias = transformer.isBiased() ? transformer.bias(batch) : null;
        } else {
          hidden = transformer.layer(level - 1, hidden, batch, bias, step);
        }
      }
      if (level >= layers.first()) {
        sum = sum == null ? hidden : sum.add(hidden);
      }
    }
    Tensor mean = layers.count() == 1 ? sum : sum.div(new Scalar((double) layers.count()));
    return mean.index_select(0, batch.firsts());
  }

  @Override
  public Tensor vectors() {
    return vectors;
  }

  @Override
  public void backward(Tensor gradient) {
    backward(vectors, gradient);
    if (words.learns()) {
      words.add(pieces, rows.grad());
    }
  }

  static void backward(Tensor values, Tensor gradient) {
    values.backward(gradient, new BoolOptional(), false, new TensorArrayRefOptional());
  }

  @Override
  public void close() {
    held.close();
  }
}
