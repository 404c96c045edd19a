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

package org.sparkner.train;

/** A step whose loss or gradient is no number, so that nothing can be learned from it any more. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param step from 0
   * @param loss of the batch, in nats
   * @param norm of its gradient
   * @param remedy options to lower
   */
  DivergedException(int step, double loss, double norm, String remedy) {
    super(
        "The training diverged in step "
            + (step + 1)
            + ": the loss is "
            + loss
            + " and the norm of the gradient "
            + norm
            + ", expected numbers; lower "
            + remedy);
  }
}
