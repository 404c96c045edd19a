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

package org.sparkner.spark.device;

import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderDevice;

/** Which device a wish for one means where a task runs, or on the driver. */
public final class TaskDevice {
  private static final String RESOURCE = "gpu";

  private TaskDevice() {}

  /**
   * What the running task computes on: the GPU that Spark gave it, if one is wished for. Spark
   * gives none in local mode; there the first one is meant.
   *
   * @throws UsageException if a GPU is asked for by name and Spark gave none
   */
  public static EncoderDevice ofTask(EncoderDevice asked) {
    TaskContext task = TaskContext.get();
    if (task == null || asked.kind() == EncoderDevice.Kind.CPU) {
      return asked;
    }
    boolean local = SparkEnv.get().conf().get("spark.master", "local").startsWith("local");
    return of(asked, task.resourcesJMap().get(RESOURCE), local);
  }

  /** The same for what the driver computes, by the GPU that Spark gave the driver. */
  public static EncoderDevice ofDriver(EncoderDevice asked, SparkContext context) {
    scala.Option<ResourceInformation> gpu = context.resources().get(RESOURCE);
    return gpu.isEmpty() || asked.kind() == EncoderDevice.Kind.CPU
        ? asked
        : of(asked, gpu.get(), true);
  }

  /**
   * @param gpu those that Spark gave; null for none
   * @param local whether Spark gives none
   */
  static EncoderDevice of(EncoderDevice asked, ResourceInformation gpu, boolean local) {
    if (gpu == null) {
      if (local) {
        return asked;
      }
      if (asked.kind() == EncoderDevice.Kind.AUTO) {
        return EncoderDevice.CPU;
      }
      throw new UsageException(
          "device = cuda, but Spark gives the tasks of this application no GPU; set"
              + " spark.executor.resource.gpu.amount and spark.task.resource.gpu.amount, or tag"
              + " with device = cpu.");
    }
    String address = gpu.addresses()[0];
    try {
      return asked.at(Integer.parseUnsignedInt(address.strip()));
    } catch (NumberFormatException e) {
      throw new UsageException(
          "The GPU address '"
              + address
              + "' is no number; have the discovery script print the indices of nvidia-smi, as"
              + " conf/gpu-discovery.sh does.",
          e);
    }
  }
}
