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

package org.sparkner.device;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sparkner.error.UsageException;

/**
 * A GPU for as long as one training or one worker computes on it. Two of a process never share one:
 * each would wait for the other, and both may run out of its memory.
 */
public final class GpuLease implements AutoCloseable {
  private static final Set<Device> TAKEN = ConcurrentHashMap.newKeySet();

  private final Device device;

  private GpuLease(Device device) {
    this.device = device;
  }

  /**
   * Takes a device, which any number may have if it is the processor.
   *
   * @throws UsageException if it is a GPU that is taken already
   */
  public static GpuLease take(Device device) {
    if (device.isGpu() && !TAKEN.add(device)) {
      throw new UsageException(
          "GPU "
              + device.gpu()
              + " is taken by another worker of this process; give each task a GPU of its own by"
              + " spark.task.resource.gpu.amount = 1, or train with fewer workers.");
    }
    return new GpuLease(device);
  }

  @Override
  public void close() {
    TAKEN.remove(device);
  }
}
