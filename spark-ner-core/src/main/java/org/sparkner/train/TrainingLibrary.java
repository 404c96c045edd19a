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

package org.sparkner.train;

import org.sparkner.device.Device;
import org.sparkner.error.UsageException;
import org.sparkner.network.Nd4jGpus;
import org.sparkner.network.NetworkBackend;

/** The libraries that train, which the jar that only tags is without. */
public final class TrainingLibrary {
  /** The backend of the library that computes encoders which learn. */
  private static final String OF_ENCODERS = "torch";

  private TrainingLibrary() {}

  /**
   * @throws UsageException if it is not on the class path, or is built for GPUs and does not start
   */
  public static void require() {
    try {
      Class.forName(
          "org.deeplearning4j.nn.graph.ComputationGraph",
          false,
          TrainingLibrary.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UsageException(
          "this jar tags and evaluates, but cannot train; use spark-ner-jobs-assembly.jar", e);
    }
    Nd4jGpus.startBackend();
  }

  /**
   * @throws UsageException if the backend of a recipe is not on the class path
   */
  public static void requireBackend(Recipe recipe) {
    backend(recipe);
  }

  /**
   * What computes the network of a recipe: the backend that it names. On top of an encoder that
   * learns on a GPU it is libtorch, which is there for the encoder and keeps both on one device.
   *
   * @throws UsageException if it is not on the class path
   */
  public static NetworkBackend backend(Recipe recipe) {
    boolean besideEncoder =
        recipe.fineTuneEncoder() && !recipe.trainingDevice().equals(Device.CPU.toString());
    return NetworkBackend.named(besideEncoder ? OF_ENCODERS : recipe.trainingBackend());
  }

  /**
   * Has the calling thread compute on a device with the backend of a recipe.
   *
   * @throws UsageException in one line if it cannot
   */
  public static void use(Recipe recipe, Device device) {
    backend(recipe).use(device);
  }
}
