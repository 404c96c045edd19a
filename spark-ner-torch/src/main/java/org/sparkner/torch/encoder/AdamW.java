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

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.Operation;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sparkner.torch.TorchDevice;

/**
 * AdamW (Loshchilov and Hutter 2019) by libtorch's fused operator, which goes over the memory once.
 * The operator has no method in C++ that Java could call, so it is taken from the table of
 * operators.
 *
 * @param device where the tensors are
 */
record AdamW(TorchDevice device) {
  static final double MEAN_DECAY = 0.9;
  static final double VARIANCE_DECAY = 0.999;
  static final double EPSILON = 1e-8;

  private static final String OPERATOR =
      "aten::_fused_adamw_(Tensor(a!)[] self, Tensor(b!)[] grads, Tensor(c!)[] exp_avgs,"
          + " Tensor(d!)[] exp_avg_sqs, Tensor(e!)[] max_exp_avg_sqs, Tensor[] state_steps, *,"
          + " float lr, float beta1, float beta2, float weight_decay, float eps, bool amsgrad,"
          + " bool maximize, Tensor? grad_scale=None, Tensor? found_inf=None) -> ()";

  /** Found once: libtorch searches all its operators. */
  private static final class Operator {
    static final Operation FOUND = found();

    private static Operation found() {
      Operation operation = torch.getOperatorForLiteral(OPERATOR).getOperation();
      return operation.retainReference();
    }
  }

  /**
   * Tensors of floats of equal shapes.
   *
   * @param mean of the gradients, a moving one
   * @param variance of the gradients about 0, a moving one
   */
  record State(Tensor parameters, Tensor gradients, Tensor mean, Tensor variance) {}

  /**
   * One step of parameters that have one learning rate and one weight decay.
   *
   * @param divisor of the gradients
   * @param step its number from 1
   */
  void step(List<State> states, double rate, double weightDecay, double divisor, long step) {
    if (states.isEmpty()) {
      return;
    }
    try (PointerScope scope = new PointerScope()) {
      IValueVector arguments = new IValueVector();
      Tensor number = scalar(step);
      arguments.push_back(list(states.stream().map(State::parameters).toList()));
      arguments.push_back(list(states.stream().map(State::gradients).toList()));
      arguments.push_back(list(states.stream().map(State::mean).toList()));
      arguments.push_back(list(states.stream().map(State::variance).toList()));
      arguments.push_back(list(List.of()));
      arguments.push_back(list(states.stream().map(state -> number).toList()));
      for (double value : new double[] {rate, MEAN_DECAY, VARIANCE_DECAY, weightDecay, EPSILON}) {
        arguments.push_back(new IValue(value));
      }
      arguments.push_back(new IValue(false));
      arguments.push_back(new IValue(false));
      arguments.push_back(divisor == 1 ? new IValue() : new IValue(scalar(divisor)));
      arguments.push_back(new IValue());
      Operator.FOUND.apply(arguments);
    }
  }

  private Tensor scalar(double value) {
    return torch.full(new long[0], new Scalar(value), device.options(ScalarType.Float));
  }

  private static IValue list(List<Tensor> tensors) {
    GenericList list = new GenericList(new Type.TypePtr(TensorType.get()));
    tensors.forEach(tensor -> list.push_back(new IValue(tensor)));
    return new IValue(list);
  }
}
