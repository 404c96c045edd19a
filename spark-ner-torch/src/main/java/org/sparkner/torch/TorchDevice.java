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

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sparkner.error.UsageException;

/**
 * Where libtorch computes.
 *
 * @param name {@code cpu}, or {@code cuda:N} for the GPU that CUDA counts as number N from 0
 */
public record TorchDevice(String name) {
  private static final Pattern GPU = Pattern.compile("cuda:(\\d{1,3})");
  private static final String PROCESSOR = "cpu";

  /** What there is to compute on. */
  interface Machine {
    /** Whether libtorch is built for GPUs. */
    boolean builtForGpus();

    /** GPUs that CUDA shows to this process. */
    int gpus();

    /**
     * Computes something small on a device.
     *
     * @throws RuntimeException by libtorch, if it cannot
     */
    void attempt(String device);
  }

  /**
   * A device that works.
   *
   * @param name {@code cpu} or {@code cuda:N}
   * @throws UsageException if it is another, or a GPU that cannot be used: libtorch is built for
   *     processors, or there is no driver, no such GPU, no code for its architecture or no memory
   *     left on it
   */
  public static TorchDevice of(String name) {
    return of(name, new ThisMachine());
  }

  static TorchDevice of(String name, Machine machine) {
    Matcher gpu = GPU.matcher(name);
    if (gpu.matches()) {
      requireGpu(name, Integer.parseInt(gpu.group(1)), machine);
    } else if (!name.equals(PROCESSOR)) {
      throw new UsageException(
          "Device " + name + " is not known: expected cpu, or cuda:N such as cuda:0.");
    }
    try {
      machine.attempt(name);
    } catch (RuntimeException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
      throw new UsageException(
          "Device " + name + " cannot be used: " + reason + " Use another one, or cpu.", e);
    }
    return new TorchDevice(name);
  }

  private static void requireGpu(String name, int number, Machine machine) {
    if (!machine.builtForGpus()) {
      throw new UsageException(
          "Device "
              + name
              + " is asked for, but the libtorch on the class path is the build for processors:"
              + " take the jar of org.bytedeco:pytorch whose name ends in -gpu in its place"
              + " (bin/spark-ner --torch=cuda), or ask for cpu.");
    }
    int gpus = machine.gpus();
    if (gpus == 0) {
      throw new UsageException(
          "Device "
              + name
              + " is asked for, but CUDA shows no GPU: this build of libtorch needs an NVIDIA"
              + " driver for CUDA 13; look at nvidia-smi and CUDA_VISIBLE_DEVICES, or ask for"
              + " cpu.");
    }
    if (number >= gpus) {
      throw new UsageException(
          "Device "
              + name
              + " is asked for, but CUDA shows "
              + gpus
              + (gpus == 1 ? " GPU" : " GPUs")
              + ", counted from cuda:0; look at nvidia-smi and CUDA_VISIBLE_DEVICES.");
    }
  }

  /** Whether it is a GPU. */
  public boolean isGpu() {
    return !name.equals(PROCESSOR);
  }

  /** How tensors are made that live here. */
  public TensorOptions options(ScalarType type) {
    return new TensorOptions(new Device(name)).dtype(new ScalarTypeOptional(type));
  }

  private record ThisMachine() implements Machine {
    @Override
    public boolean builtForGpus() {
      return TorchLibrary.isForGpus();
    }

    @Override
    public int gpus() {
      TorchLibrary.load();
      return (int) torch.getNumGPUs();
    }

    @Override
    public void attempt(String device) {
      TorchLibrary.load();
      try (PointerScope scope = new PointerScope()) {
        Tensor ones = torch.ones(new long[] {2}, new TensorOptions(new Device(device)));
        ones.add(new Scalar(1.0)).sum().item_float();
      }
    }
  }
}
