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

package org.sparkner.kernel;

import java.util.Set;
import org.slf4j.Logger;
import org.sparkner.error.UsageException;

/**
 * Chooses the kernels of this JVM, once, and says which in the log. The system property {@code
 * sparkner.kernels} forces {@code plain} or {@code vector}; {@code onednn} is for {@link
 * ProductProvider}.
 */
public final class KernelProvider {
  private static final Logger LOG = ProvidedLogger.of(KernelProvider.class);
  private static final String PROPERTY = "sparkner.kernels";
  static final String ONEDNN = "onednn";
  private static final String MODULE = "jdk.incubator.vector";
  private static final Kernels PLAIN = new PlainKernels();
  private static volatile Kernels best;

  private KernelProvider() {}

  /**
   * The fastest kernels that this JVM can run.
   *
   * @throws UsageException if the system property asks for kernels that are not there
   */
  public static Kernels best() {
    Kernels chosen = best;
    return chosen == null ? chooseOnce() : chosen;
  }

  /** The plain Java kernels, whatever else is there. */
  public static Kernels plain() {
    return PLAIN;
  }

  /** The value of the system property; empty where it is not set. */
  static String expected() {
    return System.getProperty(PROPERTY, "");
  }

  private static synchronized Kernels chooseOnce() {
    if (best == null) {
      best = choose(expected(), ModuleLayer.boot().findModule(MODULE).isPresent());
    }
    return best;
  }

  /** {@link VectorKernels} is touched only behind {@code modulePresent}. */
  static Kernels choose(String expected, boolean modulePresent) {
    boolean vector = expected.equals("vector");
    if (!vector && !Set.of("", "plain", ONEDNN).contains(expected)) {
      throw new UsageException(
          "System property "
              + PROPERTY
              + " needs plain, vector or onednn, found "
              + expected
              + ".");
    }
    if (vector && !modulePresent) {
      throw new UsageException(
          "System property "
              + PROPERTY
              + "=vector needs the module "
              + MODULE
              + "; start Java with --add-modules="
              + MODULE
              + ".");
    }
    if (expected.equals("plain")) {
      LOG.info("Kernels: plain, for {}=plain.", PROPERTY);
      return PLAIN;
    }
    if (!modulePresent) {
      LOG.warn(
          "Kernels: plain; several times faster with the Java option --add-modules={}.", MODULE);
      return PLAIN;
    }
    if (!vector && !VectorKernels.isWorthwhile()) {
      LOG.info("Kernels: plain, for vectors of fewer than 8 floats.");
      return PLAIN;
    }
    Kernels kernels = new VectorKernels();
    LOG.info("Kernels: {}.", kernels.name());
    return kernels;
  }
}
