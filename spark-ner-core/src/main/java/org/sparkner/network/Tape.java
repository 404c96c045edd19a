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

package org.sparkner.network;

/**
 * What one direction of a recurrent layer keeps of its forward pass for the backward one: arrays of
 * a row a token, time-major.
 *
 * @param <A> array type
 */
final class Tape<A> {
  /**
   * On entry of a step what the products give, on exit what the cell needs to remember; after the
   * backward step the gradients of what was there on entry.
   */
  A gates;

  /** c', where the kind of cell has one beside its output. */
  A cell;

  /** tanh(c'), where the cell needs to remember it. */
  A cellTanh;

  /** c of the step before, zeros where a sentence begins. */
  A previousCell;

  /** h of the step before, zeros where a sentence begins. */
  A previousOutput;

  /** The layer's parameters. */
  A parameters;
}
