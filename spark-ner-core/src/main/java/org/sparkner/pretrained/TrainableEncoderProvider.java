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

import org.sparkner.error.UsageException;

/**
 * Makes encoders that learn; found by {@link java.util.ServiceLoader}, so that this module knows no
 * library that could compute their gradients.
 */
public interface TrainableEncoderProvider {
  /**
   * An encoder with the weights of a pretrained one. Those that it gives by {@link
   * TrainableEncoder#encoder} have the {@link ContextualVectors#positions} and {@link
   * ContextualVectors#wholeDocument} of that one.
   *
   * @throws UsageException if its graph cannot learn: weights that are not recognised or of less
   *     than 32 bits, an inner layer's output; or if there is no such device
   */
  TrainableEncoder open(PretrainedEncoder encoder, EncoderTuning tuning);
}
