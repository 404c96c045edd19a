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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.UsageException;

class OnnxLibraryTest {
  @TempDir private Path folder;

  private Path build(String name, boolean cuda) throws IOException {
    Path at = folder.resolve(name);
    Path library = Files.createDirectories(at.resolve("ai/onnxruntime"));
    Files.createFile(library.resolve("OrtEnvironment.class"));
    if (cuda) {
      Path natives = Files.createDirectories(library.resolve("native/linux-x64"));
      Files.createFile(natives.resolve("libonnxruntime_providers_cuda.so"));
    }
    return at;
  }

  private static OnnxLibrary found(Path... builds) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path build : builds) {
      urls.add(build.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
      return OnnxLibrary.found(loader);
    }
  }

  @Test
  void bothBuildsTogetherAreRefusedInOneLine() throws IOException {
    OnnxLibrary both = found(build("cpu", false), build("gpu", true));

    assertThatThrownBy(both::require)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("The class path has two builds of ONNX Runtime")
        .hasMessageEndingWith("take one of them away.");
  }

  @Test
  void eitherBuildAloneIsTaken() throws IOException {
    OnnxLibrary cpu = found(build("cpu", false)).require();
    OnnxLibrary gpu = found(build("gpu", true)).require().requireCuda();

    assertThat(cpu.hasCuda()).isFalse();
    assertThat(gpu.hasCuda()).isTrue();
    assertThatThrownBy(cpu::requireCuda).hasMessageContaining("build for processors");
  }

  @Test
  void theSameBuildInTwoPlacesIsTaken() throws IOException {
    Path one = build("one", false);

    assertThat(found(one, build("two", false)).require().builds()).isEqualTo(2);
  }

  @Test
  void noneIsRefused() throws IOException {
    assertThatThrownBy(found()::require)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("add the jar com.microsoft.onnxruntime:onnxruntime");
  }
}
