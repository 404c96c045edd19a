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

import java.util.Locale;
import org.sparkner.error.UsageException;
import org.sparkner.option.TrainingOption;

/**
 * Where a network is computed.
 *
 * @param gpu number of a GPU on the host, as nvidia-smi counts; −1 for the processor
 */
public record Device(int gpu) {
  /** The processor. */
  public static final Device CPU = new Device(-1);

  private static final String CUDA = "cuda";

  /**
   * The device of an option's value.
   *
   * @param value such as {@code cpu}, {@code cuda} or {@code cuda:1}
   * @param address of the GPU that {@code cuda} stands for, as a cluster manager gives it; null
   *     where none is given, which is the first GPU
   * @throws UsageException if the value is no device or the address is no number
   */
  public static Device of(String value, String address) {
    String text = TrainingOption.TRAINING_DEVICE.check(value);
    if (!text.startsWith(CUDA)) {
      return CPU;
    }
    if (text.length() > CUDA.length()) {
      return new Device(Integer.parseInt(text.substring(CUDA.length() + 1)));
    }
    return new Device(address == null ? 0 : number(address));
  }

  private static int number(String address) {
    try {
      return Integer.parseUnsignedInt(address.strip());
    } catch (NumberFormatException e) {
      throw new UsageException(
          "The GPU address '"
              + address
              + "' is no number; have the discovery script print the indices of nvidia-smi, as"
              + " conf/gpu-discovery.sh does.",
          e);
    }
  }

  /** Whether it is a GPU. */
  public boolean isGpu() {
    return gpu >= 0;
  }

  /** As an option's value. */
  @Override
  public String toString() {
    return isGpu() ? String.format(Locale.ROOT, "%s:%d", CUDA, gpu) : "cpu";
  }
}
