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

package org.sparkner.train.rounds;

import org.sparkner.error.UsageException;
import org.sparkner.network.Gpu;

/** What a replica's thread may compute on besides the processor. */
public final class Accelerator {
  private Accelerator() {}

  /**
   * See {@link Gpu#requireBackend}.
   *
   * @throws UsageException if this build cannot use any GPU
   */
  public static void requireBackend() {
    Gpu.requireBackend();
  }

  /**
   * Has this thread use a GPU.
   *
   * @param address of a GPU as a cluster manager gives it: its number on the host, as nvidia-smi
   *     counts
   * @throws UsageException if the address is no number or the GPU not usable
   */
  public static void use(String address) {
    int device;
    try {
      device = Integer.parseUnsignedInt(address.strip());
    } catch (NumberFormatException e) {
      throw new UsageException(
          "The GPU address '"
              + address
              + "' is no number; have the discovery script print the indices of nvidia-smi, as"
              + " conf/gpu-discovery.sh does.",
          e);
    }
    Gpu.use(device);
  }
}
