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

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.sparkner.error.UsageException;

/**
 * The GPUs that ND4J's arrays may live on. A build has ND4J's processor backend or, by the Maven
 * profile {@code cuda}, that for CUDA 11.6, never both. The layers compute with {@link Arithmetic}
 * on the processor whichever it is.
 */
public final class Nd4jGpus {
  private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";

  /** The CUDA backend has machine code for 3.7 to 8.6, which 8.9 runs too, and no PTX. */
  private static final int FIRST_ARCHITECTURE = 37;

  private static final int FIRST_MAJOR_AFTER = 9;

  private Nd4jGpus() {}

  /** The GPUs that a backend sees. */
  interface Devices {
    int count();

    String name(int gpu);

    /** Compute capability without its dot: 86 for 8.6. */
    int architecture(int gpu);

    /** Has arrays that this thread makes live there. */
    void select(int gpu);
  }

  /**
   * To be called before anything is asked of a GPU; loads no native code.
   *
   * @throws UsageException if this build has the processor backend
   */
  static void requireBackend() {
    if (!hasBackend()) {
      throw new UsageException(
          "A GPU is asked for, but this build has ND4J's processor backend (nd4j-native) on its"
              + " class path; train with the backend torch, or build with the Maven profile cuda.");
    }
  }

  private static boolean hasBackend() {
    try {
      Class.forName(CUDA_BACKEND, false, Nd4jGpus.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Has the arrays that this thread makes live on a GPU.
   *
   * @param gpu from 0, as the CUDA driver counts the GPUs that this process may see
   * @throws UsageException if it is not usable: processor backend, no driver, no such device, or an
   *     architecture that the backend has no code for
   */
  static void use(int gpu) {
    requireBackend();
    use(gpu, cuda());
  }

  static void use(int gpu, Devices devices) {
    if (gpu >= devices.count()) {
      throw new UsageException(
          "GPU "
              + gpu
              + " is asked for, but the CUDA driver shows "
              + devices.count()
              + "; look at nvidia-smi and CUDA_VISIBLE_DEVICES on that host.");
    }
    int architecture = devices.architecture(gpu);
    if (architecture < FIRST_ARCHITECTURE || architecture / 10 >= FIRST_MAJOR_AFTER) {
      throw new UsageException(
          "GPU "
              + gpu
              + " is a "
              + devices.name(gpu)
              + " of compute capability "
              + architecture / 10
              + "."
              + architecture % 10
              + ", but ND4J's CUDA backend has code for 3.7 to 8.9; train with the backend torch, or"
              + " on the processor.");
    }
    devices.select(gpu);
  }

  /**
   * Starts the CUDA backend where this build has it, for it computes whether a GPU is asked for or
   * not.
   *
   * @throws UsageException if it does not start
   */
  public static void startBackend() {
    if (hasBackend()) {
      cuda();
    }
  }

  private static Devices cuda() {
    try {
      Nd4j.getBackend();
      return new CudaDevices(NativeOpsHolder.getInstance().getDeviceNativeOps());
    } catch (LinkageError | RuntimeException e) {
      throw new UsageException(
          "This build computes on a GPU, but the CUDA backend does not start: "
              + rootCause(e)
              + "; it needs an NVIDIA driver and CUDA 11.6 on that host.",
          e);
    }
  }

  /** What a failing initializer hides: the library that is not there. */
  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private record CudaDevices(NativeOps ops) implements Devices {
    @Override
    public int count() {
      return ops.getAvailableDevices();
    }

    @Override
    public String name(int gpu) {
      return ops.getDeviceName(gpu);
    }

    @Override
    public int architecture(int gpu) {
      return 10 * ops.getDeviceMajor(gpu) + ops.getDeviceMinor(gpu);
    }

    @Override
    public void select(int gpu) {
      Nd4j.getAffinityManager().unsafeSetDevice(gpu);
    }
  }
}
