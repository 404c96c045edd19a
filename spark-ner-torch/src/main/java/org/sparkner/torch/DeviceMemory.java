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

package org.sparkner.torch;

import java.util.List;
import org.sparkner.error.UsageException;

/** What libtorch says where a device has not memory enough; it has no type of exception for it. */
public final class DeviceMemory {
  private static final List<String> EXHAUSTED =
      List.of(
          "out of memory",
          "CUBLAS_STATUS_ALLOC_FAILED",
          "CUDNN_STATUS_ALLOC_FAILED",
          "can't allocate memory",
          "not enough memory");

  private DeviceMemory() {}

  /**
   * Whether a failure of libtorch is that the memory is full; with less to compute it may go on.
   */
  public static boolean isExhausted(RuntimeException failure) {
    return EXHAUSTED.stream().anyMatch(String.valueOf(failure.getMessage())::contains);
  }

  /**
   * The one line of a failure that nothing is done about.
   *
   * @param what the memory does not suffice for
   * @param advice what to do, as a clause
   * @return the failure itself, if it is another
   */
  public static RuntimeException refusal(
      RuntimeException failure, TorchDevice device, String what, String advice) {
    if (!isExhausted(failure)) {
      return failure;
    }
    String reason = failure.getMessage().lines().findFirst().orElse("");
    return new UsageException(
        "Device "
            + device.name()
            + " has not memory enough for "
            + what
            + " ("
            + reason
            + "): "
            + advice
            + ", or free memory on it, which other processes may hold (see nvidia-smi).",
        failure);
  }
}
