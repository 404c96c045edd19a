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

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;
import org.sparkner.error.UsageException;

/** libtorch in this JVM. */
final class TorchLibrary {
  private static final String GPU_LIBRARY = "libtorch_cuda.so";

  private TorchLibrary() {}

  /**
   * Loads libtorch, and has it and its OpenBLAS compute on as many threads as OMP_NUM_THREADS in
   * the environment says; on one where it says nothing, for tasks are the parallelism. Threads of
   * OpenBLAS that wait for one another on busy cores make small products a hundred times slower.
   *
   * @throws UsageException if it cannot be loaded
   */
  static void load() {
    try {
      int threads = threads(System.getenv("OMP_NUM_THREADS"));
      torch.set_num_threads(threads);
      openblas_nolapack.blas_set_num_threads(threads);
    } catch (LinkageError e) {
      throw new UsageException(
          "libtorch cannot be loaded on this machine: "
              + rootCause(e)
              + "; put the jars of org.bytedeco:pytorch, javacpp and openblas for it on the class"
              + " path"
              + (isForGpus() ? ", and CUDA 13 with cuDNN 9 where the loader finds it." : "."),
          e);
    }
  }

  static int threads(String setting) {
    try {
      return setting == null ? 1 : Math.max(1, Integer.parseInt(setting.strip()));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** Whether the natives on the class path are those for GPUs; loads none. */
  static boolean isForGpus() {
    String library =
        "/org/bytedeco/pytorch/" + Loader.Detector.getPlatform() + "-gpu/" + GPU_LIBRARY;
    return TorchLibrary.class.getResource(library) != null;
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
