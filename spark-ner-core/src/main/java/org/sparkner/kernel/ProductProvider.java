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

import org.slf4j.Logger;
import org.sparkner.error.UsageException;

/**
 * Chooses the product libraries of this JVM, once each, and says which in the log. 8-bit products
 * are oneDNN's where its jar is and it runs; those in single precision are too where the Vector API
 * is missing. The system property {@code sparkner.kernels} forces {@code onednn} for both; {@code
 * plain} and {@code vector} do without it.
 */
public final class ProductProvider {
  private static final Logger LOG = ProvidedLogger.of(ProductProvider.class);
  private static final String LIBRARY_CLASS = "org/bytedeco/dnnl/global/dnnl.class";
  private static ProductLibrary single;
  private static ProductLibrary int8;

  private final Kernels kernels;
  private final String expected;
  private final boolean jarPresent;
  private final String threads;

  /**
   * @param expected value of the system property
   * @param threads value of the environment's OMP_NUM_THREADS, or null
   */
  ProductProvider(Kernels kernels, String expected, boolean jarPresent, String threads) {
    this.kernels = kernels;
    this.expected = expected;
    this.jarPresent = jarPresent;
    this.threads = threads;
  }

  private static ProductProvider ofThisJvm() {
    return new ProductProvider(
        KernelProvider.best(),
        KernelProvider.expected(),
        ProductProvider.class.getClassLoader().getResource(LIBRARY_CLASS) != null,
        System.getenv("OMP_NUM_THREADS"));
  }

  /** For products in single precision. */
  public static synchronized ProductLibrary single() {
    if (single == null) {
      single = ofThisJvm().chooseSingle();
    }
    return single;
  }

  /** For products on 8-bit integers. */
  public static synchronized ProductLibrary int8() {
    if (int8 == null) {
      int8 = ofThisJvm().chooseInt8();
    }
    return int8;
  }

  /** Whether products on 8-bit integers are faster than those in single precision. */
  public static boolean int8Gains() {
    return int8() instanceof OneDnnProducts;
  }

  /** Products by the kernels given, whatever else is there. */
  public static ProductLibrary by(Kernels kernels) {
    return new JavaProducts(kernels);
  }

  ProductLibrary chooseSingle() {
    boolean forced = expected.equals(KernelProvider.ONEDNN);
    ProductLibrary chosen = by(kernels);
    if (forced || (expected.isEmpty() && kernels == KernelProvider.plain())) {
      chosen = oneDnnOr(chosen, forced);
      LOG.info("Products: {}.", chosen.name());
    }
    return chosen;
  }

  ProductLibrary chooseInt8() {
    boolean forced = expected.equals(KernelProvider.ONEDNN);
    ProductLibrary chosen = by(kernels);
    if (forced || expected.isEmpty()) {
      chosen = oneDnnOr(chosen, forced);
    }
    LOG.info("8-bit products: {}.", chosen.name());
    return chosen;
  }

  private ProductLibrary oneDnnOr(ProductLibrary other, boolean forced) {
    String missing = null;
    if (!jarPresent) {
      missing = "the jar of org.bytedeco:dnnl on the class path";
    } else if (!"1".equals(threads)) {
      missing = "OMP_NUM_THREADS=1 in the environment, a thread a task";
    }
    if (missing != null) {
      if (forced) {
        throw refusal("needs " + missing);
      }
      LOG.info("oneDNN would be faster than {}; it needs {}.", other.name(), missing);
      return other;
    }
    String failure;
    try {
      // Rounded by plain kernels: a first use of the Vector API takes longer than the whole check.
      if (Int8Check.isExact(new OneDnnProducts(KernelProvider.plain()))) {
        return new OneDnnProducts(kernels);
      }
      failure = "has no exact 8-bit products on this processor";
    } catch (LinkageError | RuntimeException e) {
      failure = "cannot be loaded: " + e;
    }
    if (forced) {
      throw refusal(failure);
    }
    LOG.warn("oneDNN {}; {} goes on in its place.", failure, other.name());
    return other;
  }

  private static UsageException refusal(String obstacle) {
    return new UsageException(
        "System property sparkner.kernels=onednn cannot be met: oneDNN " + obstacle + ".");
  }
}
