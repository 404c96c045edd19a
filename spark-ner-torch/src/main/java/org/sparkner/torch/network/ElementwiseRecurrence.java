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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.WordEncoder;
import org.sparkner.network.TokenLayout;

/**
 * The simple recurrent unit and the diagonal linear recurrence: one product with the input for all
 * tokens, then a few elementwise operations a step, which libtorch launches one by one. It is
 * slower here than the layers with kernels of their own.
 */
final class ElementwiseRecurrence implements EncoderModule {
  private final EncoderLayer shape;
  private final ParameterTensors parameters;

  ElementwiseRecurrence(EncoderLayer shape, ParameterTensors parameters) {
    this.shape = shape;
    this.parameters = parameters;
  }

  @Override
  public Tensor forward(Tensor rows, TokenLayout layout) {
    return Rows.beside(
        shape.directions().stream().map(direction -> forward(rows, layout, direction)).toList());
  }

  private Tensor forward(Tensor rows, TokenLayout layout, EncoderLayer.Direction direction) {
    boolean reverse = direction == EncoderLayer.Direction.BACKWARD;
    Tensor products =
        torch.addmm(
            parameters.vector(shape.bias(direction)),
            rows,
            parameters.matrix(shape.input(direction)));
    Tensor diagonal = parameters.matrix(shape.diagonal(direction));
    Tensor[] outputs = new Tensor[layout.steps()];
    Tensor cells = null;
    for (int i = 0; i < outputs.length; i++) {
      int step = reverse ? outputs.length - 1 - i : i;
      int active = layout.active(step);
      Tensor before = atBegin(cells, active, products);
      Tensor x = products.narrow(0, layout.start(step), active);
      if (shape.encoder() == WordEncoder.SRU) {
        cells = simpleRecurrentCells(x, before, diagonal);
        outputs[step] = simpleRecurrentOutput(x, before, cells, diagonal);
      } else {
        Tensor decay = diagonal.select(0, 0).sigmoid();
        cells = x.add(decay.mul(before.sub(x)));
        outputs[step] = cells.tanh();
      }
    }
    return Rows.below(Arrays.asList(outputs));
  }

  /** The cells of the step before for the rows of this one; zeros where a sentence begins. */
  private Tensor atBegin(Tensor cells, int active, Tensor like) {
    long known = cells == null ? 0 : Math.min(cells.size(0), active);
    List<Tensor> parts = new ArrayList<>();
    if (known > 0) {
      parts.add(cells.narrow(0, 0, known));
    }
    if (known < active) {
      parts.add(Rows.zeros(like, active - known, shape.hidden()));
    }
    return Rows.below(parts);
  }

  /** f = σ(x_f + v_f ⊙ c), c' = f ⊙ c + (1 − f) ⊙ x. */
  private Tensor simpleRecurrentCells(Tensor x, Tensor before, Tensor diagonal) {
    Tensor forget = block(x, 1).add(diagonal.select(0, 0).mul(before)).sigmoid();
    Tensor candidate = block(x, 0);
    return candidate.add(forget.mul(before.sub(candidate)));
  }

  /** r = σ(x_r + v_r ⊙ c), h' = r ⊙ c' + (1 − r) ⊙ x_h. */
  private Tensor simpleRecurrentOutput(Tensor x, Tensor before, Tensor cells, Tensor diagonal) {
    Tensor reset = block(x, 2).add(diagonal.select(0, 1).mul(before)).sigmoid();
    Tensor highway = block(x, 3);
    return highway.add(reset.mul(cells.sub(highway)));
  }

  private Tensor block(Tensor x, int number) {
    return x.narrow(1, (long) number * shape.hidden(), shape.hidden());
  }
}
