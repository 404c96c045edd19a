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

import org.bytedeco.pytorch.global.torch;
import org.sparkner.device.Device;
import org.sparkner.model.NetworkSizes;
import org.sparkner.network.NetworkBackend;
import org.sparkner.network.TaggerNetwork;
import org.sparkner.network.WordTable;
import org.sparkner.tags.LabelSet;
import org.sparkner.torch.TorchDevice;

/** Networks on libtorch. */
public final class TorchBackend implements NetworkBackend {
  @Override
  public String name() {
    return "torch";
  }

  @Override
  public void use(Device device) {
    if (TorchDevice.of(device.toString()).isGpu()) {
      // Products of 10 bits' precision would make of a GPU more than a faster processor.
      torch.globalContext().setAllowTF32CuDNN(false);
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
    TorchDevice where = TorchDevice.of(device.toString());
    BatchParts parts = new BatchParts(where, Integer.MAX_VALUE);
    return new TorchNetwork(sizes, labels, words, dropout, seed, where, parts);
  }
}
