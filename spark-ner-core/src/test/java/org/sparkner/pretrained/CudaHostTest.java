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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaHostTest {
  @TempDir private Path folder;

  private void file(String name) throws IOException {
    Files.createFile(folder.resolve(name));
  }

  @Test
  void saysWhichDriverAndWhichLibrariesThereAre() throws IOException {
    Path driver = folder.resolve("version");
    Files.writeString(
        driver, "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar  5 2024\n");
    file("libcudart.so.11.0");
    file("libcudart.so.13");
    file("libcudnn.so.8");
    file("libcudnn_ops.so.9");

    assertThat(new CudaHost(driver, List.of(folder, folder.resolve("nowhere"))).found())
        .isEqualTo("driver 550.54.15, CUDA 11 and 13 and cuDNN 8");
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(new CudaHost(folder.resolve("none"), List.of(folder)).found())
        .isEqualTo("no NVIDIA driver, no CUDA and no cuDNN");
  }
}
