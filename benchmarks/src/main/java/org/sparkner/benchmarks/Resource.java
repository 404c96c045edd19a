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

package org.sparkner.benchmarks;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Something of this process that a leak makes grow. */
enum Resource {
  /** Resident memory, in megabytes, as Linux counts it. */
  RSS("rss_mb", Resource::residentMegabytes),
  /** The heap that is in use after a collection of garbage, in megabytes. */
  HEAP("heap_mb", Resource::heapMegabytes),
  /** Memory of direct buffers, in megabytes. */
  DIRECT("direct_mb", () -> bufferMegabytes("direct")),
  /** Memory of mapped files, in megabytes. */
  MAPPED("mapped_mb", () -> bufferMegabytes("mapped")),
  /** Metaspace and compiled code, in megabytes. */
  NON_HEAP(
      "non_heap_mb",
      () -> megabytes(ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed())),
  /** All that the JVM itself has of the system, in megabytes; NaN where it is not counted. */
  NATIVE("native_mb", Diagnostics::nativeMegabytes),
  /** Open files and sockets. */
  DESCRIPTORS(
      "descriptors",
      () ->
          ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getOpenFileDescriptorCount()),
  /** Threads of Java. */
  THREADS("threads", () -> ManagementFactory.getThreadMXBean().getThreadCount()),
  /** Classes that are loaded. */
  CLASSES("classes", () -> ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());

  private static final int COLLECTIONS = 2;

  private final String title;
  private final DoubleSupplier reader;

  Resource(String title, DoubleSupplier reader) {
    this.title = title;
    this.reader = reader;
  }

  /** Its name in files and tables. */
  String title() {
    return title;
  }

  /** How much there is of each now; collects garbage first. */
  static Map<Resource, Double> all() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Map<Resource, Double> now = new EnumMap<>(Resource.class);
    for (Resource resource : values()) {
      now.put(resource, resource.reader.getAsDouble());
    }
    return now;
  }

  private static double residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double heapMegabytes() {
    return megabytes(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  private static double bufferMegabytes(String pool) {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(each -> each.getName().equals(pool))
        .mapToDouble(each -> megabytes(each.getMemoryUsed()))
        .sum();
  }

  private static double megabytes(long bytes) {
    return bytes / (1024.0 * 1024.0);
  }
}
