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
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a host has of what ONNX Runtime's CUDA provider needs, as far as its files tell: to say why
 * a GPU is not usable.
 *
 * @param driver the file in which NVIDIA's driver says its version
 * @param folders where the loader looks for libraries
 */
record CudaHost(Path driver, List<Path> folders) {
  /** What the provider was linked with, which the jar does not tell. */
  static final String NEEDS =
      "an NVIDIA driver, cuDNN 9 and the CUDA that the jar is built for (onnxruntime_gpu: 12)";

  private static final Pattern DRIVER_VERSION =
      Pattern.compile("\\b(\\d{3}\\.\\d+(?:\\.\\d+)?)\\b");

  /** This host. */
  static CudaHost local() {
    List<Path> folders = new ArrayList<>();
    String path = System.getenv("LD_LIBRARY_PATH");
    if (path != null) {
      Stream.of(path.split(":")).filter(p -> !p.isBlank()).map(Path::of).forEach(folders::add);
    }
    matching(Path.of("/usr/local"), "cuda*").forEach(root -> folders.add(root.resolve("lib64")));
    for (String folder :
        List.of("/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib")) {
      folders.add(Path.of(folder));
    }
    return new CudaHost(Path.of("/proc/driver/nvidia/version"), folders);
  }

  /** One phrase. */
  String found() {
    return driverVersion().map(version -> "driver " + version).orElse("no NVIDIA driver")
        + ", "
        + versions("CUDA", "libcudart.so")
        + " and "
        + versions("cuDNN", "libcudnn.so");
  }

  private Optional<String> driverVersion() {
    try {
      Matcher version = DRIVER_VERSION.matcher(Files.readString(driver, StandardCharsets.UTF_8));
      return Optional.of(version.find() ? version.group(1) : "of an unknown version");
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The first numbers of a library's versions, from the ends of its files' names. */
  private String versions(String name, String library) {
    TreeSet<Integer> versions = new TreeSet<>();
    Pattern number = Pattern.compile(Pattern.quote(library) + "\\.(\\d{1,4})(\\..*)?");
    for (Path folder : folders) {
      for (Path file : matching(folder, library + ".*")) {
        Matcher version = number.matcher(String.valueOf(file.getFileName()));
        if (version.matches()) {
          versions.add(Integer.valueOf(version.group(1)));
        }
      }
    }
    if (versions.isEmpty()) {
      return "no " + name;
    }
    return name + " " + String.join(" and ", versions.stream().map(String::valueOf).toList());
  }

  private static List<Path> matching(Path folder, String glob) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
      found.forEach(files::add);
    } catch (IOException e) {
      // No such folder, or none that may be read: nothing is found there.
    }
    return files;
  }
}
