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

import org.sparkner.error.UsageException;

/** The GPUs that a library sees on this host. */
public interface Gpus {
  /** How many there are. */
  int count();

  /** What a GPU is called. */
  String name(int gpu);

  /**
   * Sees that there is a GPU of this number.
   *
   * @throws UsageException if there is not
   */
  default void require(int gpu) {
    if (gpu >= count()) {
      throw new UsageException(
          "GPU "
              + gpu
              + " is asked for, but the CUDA driver shows "
              + count()
              + "; look at nvidia-smi and CUDA_VISIBLE_DEVICES on that host.");
    }
  }

  /**
   * What a library says that cannot use GPUs at all.
   *
   * @param library with the reason, such as "libtorch does not start: …"
   * @param needs what there has to be on the host
   */
  static UsageException unusable(String library, String needs, Throwable cause) {
    return new UsageException(
        "A GPU is asked for, but " + library + "; it needs " + needs + " on that host.", cause);
  }

  /** What a failing initializer hides: the library that is not there. */
  static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
