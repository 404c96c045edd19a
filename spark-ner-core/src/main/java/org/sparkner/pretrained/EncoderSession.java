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

import java.util.List;

/** An encoder that is ready to run, on one device. Safe for many threads. */
public interface EncoderSession {
  /**
   * The vectors of windows, in the order given. Windows of equal piece count are computed together,
   * so that there is no padding; a window's vectors do not depend on the windows beside it beyond
   * {@value #TOLERANCE}.
   *
   * @throws org.sparkner.error.BadModelException if the graph cannot be run on them, or gives
   *     vectors that are not finite
   * @throws org.sparkner.error.InterruptedRunException if the thread is interrupted while it waits
   *     for a GPU
   */
  List<Vectors> run(List<EncoderInput> windows);

  /** Whether {@link EncoderInput#capitalisation} is read. */
  boolean readsCapitalisation();

  /** Where it computes: not {@link EncoderDevice.Kind#AUTO}. */
  EncoderDevice device();

  /** How far the values of a window's vectors may move with the windows beside it. */
  double TOLERANCE = 1e-5;
}
