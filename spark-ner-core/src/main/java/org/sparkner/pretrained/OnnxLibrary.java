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

package org.sparkner.pretrained;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.sparkner.error.UsageException;

/**
 * Which ONNX Runtime is there; for this to be asked, nothing of it may be named in the class.
 *
 * @param builds places on the class path that have it
 * @param cudaBuilds those of them that are built for GPUs
 */
record OnnxLibrary(int builds, int cudaBuilds) {
  private static final String CLASS = "ai/onnxruntime/OrtEnvironment.class";
  private static final String CUDA = "libonnxruntime_providers_cuda.so";
  private static final List<String> CUDA_NATIVES =
      List.of(
          "ai/onnxruntime/native/linux-x64/" + CUDA,
          "ai/onnxruntime/native/win-x64/onnxruntime_providers_cuda.dll");

  /** Where a user has ONNX Runtime take its native libraries from, in place of those of the jar. */
  private static final String OWN_NATIVES = "onnxruntime.native.path";

  /** What the class path has. */
  static OnnxLibrary found() {
    return found(OnnxLibrary.class.getClassLoader());
  }

  static OnnxLibrary found(ClassLoader loader) {
    int cuda = 0;
    for (String native_ : CUDA_NATIVES) {
      cuda = Math.max(cuda, count(loader, native_));
    }
    return new OnnxLibrary(count(loader, CLASS), cuda);
  }

  private static int count(ClassLoader loader, String resource) {
    try {
      List<URL> places = Collections.list(loader.getResources(resource));
      return (int) places.stream().map(URL::toString).distinct().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it can compute on a GPU, as far as the class path tells. */
  boolean hasCuda() {
    return cudaBuilds > 0 || System.getProperty(OWN_NATIVES) != null;
  }

  /**
   * To be called before anything of the library is.
   *
   * @throws UsageException if it is not on the class path, or is there twice, for processors and
   *     for GPUs
   */
  OnnxLibrary require() {
    if (builds == 0) {
      throw new UsageException(
          "contextual vectors want ONNX Runtime on the class path: add the jar"
              + " com.microsoft.onnxruntime:onnxruntime, such as by --packages of spark-submit");
    }
    if (cudaBuilds > 0 && builds > cudaBuilds) {
      throw new UsageException(
          "The class path has two builds of ONNX Runtime, com.microsoft.onnxruntime:onnxruntime and"
              + " com.microsoft.onnxruntime:onnxruntime_gpu, of which either may be loaded; take"
              + " one of them away.");
    }
    return this;
  }

  /**
   * To be called where a GPU is asked for.
   *
   * @throws UsageException if the library on the class path is not built for GPUs
   */
  OnnxLibrary requireCuda() {
    if (!hasCuda()) {
      throw new UsageException(
          "A GPU is asked for (device = cuda), but the class path has ONNX Runtime's build for"
              + " processors (com.microsoft.onnxruntime:onnxruntime); put"
              + " com.microsoft.onnxruntime:onnxruntime_gpu of the same version in its place, or"
              + " compute with device = cpu.");
    }
    return this;
  }
}
