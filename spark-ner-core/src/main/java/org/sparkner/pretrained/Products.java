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

/** How a graph multiplies vectors with an encoder's matrices. */
interface Products {
  /**
   * Adds a product, without {@link #biasLeft}.
   *
   * @param input the vectors' value
   * @param module canonical name of the matrix without {@code .weight}
   * @return the product's value
   */
  String product(GraphBuilder graph, String input, String module);

  /**
   * The bias that {@link #product} leaves to the operation after it, which adds it at no cost.
   *
   * @return its value, or {@link GraphBuilder#NONE} if the product has it already
   */
  String biasLeft(GraphBuilder graph, String module);

  /** Adds a product with bias. */
  String productWithBias(GraphBuilder graph, String input, String module);
}
