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

/**
 * Computes on the processor, on the thread that calls.
 *
 * @param graph opened for the processor
 * @param output of {@link OnnxGraph#output}
 * @param dimension floats of a vector
 */
record DirectSession(OnnxGraph graph, String output, int dimension) implements EncoderSession {
  /**
   * Pieces of a batch: enough rows for a matrix product to be fast, few enough for what is between
   * two products to stay in the caches.
   */
  private static final int MOST_PIECES = 256;

  @Override
  public List<Vectors> run(List<EncoderInput> windows) {
    return EqualLengths.run(windows, MOST_PIECES, equal -> graph.run(equal, output, dimension));
  }

  @Override
  public boolean readsCapitalisation() {
    return graph.readsCapitalisation();
  }

  @Override
  public EncoderDevice device() {
    return EncoderDevice.CPU;
  }
}
