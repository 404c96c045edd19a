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

import java.util.ServiceLoader;
import org.sparkner.device.Device;
import org.sparkner.error.UsageException;
import org.sparkner.model.NetworkSizes;
import org.sparkner.tags.LabelSet;

/**
 * A library that computes networks while they train. Those of other modules are found by {@link
 * ServiceLoader}.
 */
public interface NetworkBackend {
  /** What a user calls it by. */
  String name();

  /**
   * Sees that this thread can compute on a device, and has it do so. To be called by each thread
   * before it makes or runs a network.
   *
   * @throws UsageException in one line if the device cannot be had
   */
  void use(Device device);

  /**
   * A network with the initial weights of a seed, which are the same for all backends.
   *
   * @param words the word table, of the architecture's word dimension; shared, not copied
   * @param dropout probability to drop, 0 to below 1
   * @param seed of the initial weights and of dropout
   */
  TaggerNetwork network(
      NetworkSizes sizes,
      LabelSet labels,
      WordTable words,
      double dropout,
      long seed,
      Device device);

  /**
   * The backend of a name.
   *
   * @throws UsageException if it is not on the class path
   */
  static NetworkBackend named(String name) {
    NetworkBackend java = new GraphBackend();
    if (name.equals(java.name())) {
      return java;
    }
    for (NetworkBackend backend :
        ServiceLoader.load(NetworkBackend.class, NetworkBackend.class.getClassLoader())) {
      if (backend.name().equals(name)) {
        return backend;
      }
    }
    throw new UsageException(
        "The training backend "
            + name
            + " is not on the class path; run bin/spark-ner with --"
            + name
            + ", add org.sparkner:spark-ner-"
            + name
            + " to a program, or train with the backend "
            + java.name()
            + ".");
  }
}
