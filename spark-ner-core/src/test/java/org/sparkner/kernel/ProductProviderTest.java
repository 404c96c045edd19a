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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;

class ProductProviderTest {
  private static final Kernels VECTOR = new VectorKernels();

  @Test
  void eightBitProductsAreOneDnnsWhereItsJarIs() {
    assertThat(provider(VECTOR, "", true, "1").chooseInt8()).isInstanceOf(expected());
    assertThat(provider(VECTOR, "", false, "1").chooseInt8()).isInstanceOf(JavaProducts.class);
  }

  @Test
  void singlePrecisionIsOneDnnsOnlyWithoutTheVectorApi() {
    assertThat(provider(VECTOR, "", true, "1").chooseSingle()).isInstanceOf(JavaProducts.class);
    assertThat(provider(KernelProvider.plain(), "", true, "1").chooseSingle())
        .isInstanceOf(expected());
  }

  @Test
  void moreThanAThreadATaskKeepsOneDnnOut() {
    for (String threads : new String[] {null, "2"}) {
      assertThat(provider(VECTOR, "", true, threads).chooseInt8()).isInstanceOf(JavaProducts.class);
    }
  }

  @Test
  void theSystemPropertyForcesOneOrTheOther() {
    assertThat(provider(VECTOR, "vector", true, "1").chooseInt8()).isInstanceOf(JavaProducts.class);
    assertThat(provider(VECTOR, "onednn", true, "1").chooseSingle()).isInstanceOf(expected());
    assertThatThrownBy(() -> provider(VECTOR, "onednn", false, "1").chooseSingle())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("needs the jar of org.bytedeco:dnnl");
    assertThatThrownBy(() -> provider(VECTOR, "onednn", true, null).chooseInt8())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("OMP_NUM_THREADS=1");
  }

  /** In a JVM of its own: a class that cannot be initialised stays so. */
  @Test
  void aLibraryThatCannotBeLoadedIsOneWarning() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "--add-modules=jdk.incubator.vector",
                "-Dorg.bytedeco.javacpp.platform=none",
                "-cp",
                System.getProperty("java.class.path"),
                WithBrokenLibrary.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();

    assertThat(process.waitFor()).isZero();
    assertThat(lines)
        .filteredOn(line -> line.contains("WARN "))
        .hasSize(1)
        .first()
        .asString()
        .contains("oneDNN cannot be loaded: ");
    assertThat(lines).last().isEqualTo("2.0 by vector");
  }

  /** Multiplies in 8 bits and says by what. */
  static final class WithBrokenLibrary {
    public static void main(String[] arguments) {
      ProductLibrary library = ProductProvider.int8();
      RowProducts products = library.int8(new float[] {2}, 1, 1).newProducts();
      products.multiply(1, new float[] {1}, 0, 1);
      System.out.println(
          products.values()[products.row(0)] + " by " + library.name().replaceAll("-.*", ""));
    }
  }

  /** oneDNN's, unless this processor has no exact 8-bit products. */
  private static Class<?> expected() {
    return Int8Check.isExact(new OneDnnProducts(VECTOR))
        ? OneDnnProducts.class
        : JavaProducts.class;
  }

  private static ProductProvider provider(
      Kernels kernels, String expected, boolean jarPresent, String threads) {
    return new ProductProvider(kernels, expected, jarPresent, threads);
  }
}
