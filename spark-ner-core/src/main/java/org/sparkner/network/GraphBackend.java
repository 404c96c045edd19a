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

import org.sparkner.device.Device;
import org.sparkner.model.NetworkSizes;
import org.sparkner.tags.LabelSet;

/** DeepLearning4J's graph with layers in Java. */
final class GraphBackend implements NetworkBackend {
  @Override
  public String name() {
    return "java";
  }

  @Override
  public void use(Device device) {
    if (device.isGpu()) {
      Nd4jGpus.use(device.gpu());
    }
  }

  @Override
  public TaggerNetwork network(
      NetworkSizes sizes,
      LabelSet labels,
      WordTable words,
      double dropout,
      long seed,
      Device device) {
    return new GraphNetwork(sizes, labels, words, dropout, seed);
  }
}
