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

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processor time of this process goes while something runs. Threads that do the work are
 * sampled by the JDK's flight recorder and their stacks sorted into phases; what the compiler and
 * the garbage collector take is read from Linux's times of their threads. Nothing is added to the
 * code that is measured.
 */
final class ProcessProfile {
  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final String COMPILER = "compiler";
  private static final String COLLECTOR = "garbage collector";
  private static final String OTHER = "other";
  private static final String OTHER_THREADS = "other threads";

  private final String workers;
  private final Map<String, String> phases;
  private final Recording recording = new Recording();
  private final Map<String, Double> threadsBefore;
  private final double cpuBefore;

  private ProcessProfile(String workers, Map<String, String> phases) {
    this.workers = workers;
    this.phases = phases;
    for (String event : new String[] {"jdk.ExecutionSample", "jdk.NativeMethodSample"}) {
      recording.enable(event).withPeriod(PERIOD);
    }
    threadsBefore = threadSeconds();
    cpuBefore = processSeconds();
    recording.start();
  }

  /**
   * Starts the recorder once, to be called before a program warms up: its first start throws all
   * compiled code away.
   */
  static void prepare() {
    try (Recording first = new Recording()) {
      first.start();
    }
  }

  /**
   * Begins.
   *
   * @param workers how the names of the threads that do the work begin; at most 15 characters count
   * @param phases from the beginning of a method's name, such as {@code org.sparkner.crf.}, to the
   *     phase. A sample belongs to its innermost frame that has a phase, and there to the longest
   *     name
   */
  static ProcessProfile start(String workers, Map<String, String> phases) {
    return new ProcessProfile(workers, phases);
  }

  /** Ends, and gives the seconds of processor time of each phase, in the order of the phases. */
  Map<String, Double> stop() {
    double cpu = processSeconds() - cpuBefore;
    Map<String, Double> threads = threadSeconds();
    threads.replaceAll((role, seconds) -> seconds - threadsBefore.getOrDefault(role, 0.0));
    recording.stop();
    Map<String, Integer> samples = new LinkedHashMap<>();
    phases.values().forEach(phase -> samples.put(phase, 0));
    try {
      Path file = Files.createTempFile("spark-ner-profile", ".jfr");
      try {
        recording.dump(file);
        count(file, samples);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      recording.close();
    }
    double all = Math.max(1, samples.values().stream().mapToInt(Integer::intValue).sum());
    Map<String, Double> seconds = new LinkedHashMap<>();
    samples.forEach((phase, count) -> seconds.put(phase, threads.get(workers) * count / all));
    seconds.put(COMPILER, threads.get(COMPILER));
    seconds.put(COLLECTOR, threads.get(COLLECTOR));
    double known = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    seconds.put(OTHER_THREADS, Math.max(0, cpu - known));
    return seconds;
  }

  private void count(Path file, Map<String, Integer> samples) throws IOException {
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getStackTrace() != null
            && event.getThread("sampledThread").getJavaName() != null
            && event.getThread("sampledThread").getJavaName().startsWith(workers)) {
          samples.merge(phase(event), 1, Integer::sum);
        }
      }
    }
  }

  private String phase(RecordedEvent event) {
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      String method = frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
      String longest = "";
      for (String beginning : phases.keySet()) {
        if (beginning.length() > longest.length() && method.startsWith(beginning)) {
          longest = beginning;
        }
      }
      if (!longest.isEmpty()) {
        return phases.get(longest);
      }
    }
    return OTHER;
  }

  private static double processSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /** Seconds of the workers, the compiler's and the collector's threads. */
  private Map<String, Double> threadSeconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (String role : new String[] {workers, COMPILER, COLLECTOR}) {
      seconds.put(role, 0.0);
    }
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      for (Iterator<Path> i = threads.iterator(); i.hasNext(); ) {
        Path thread = i.next();
        // The name stands in parentheses; the times are the 12th and 13th field after it.
        String stat = Files.readString(thread.resolve("stat"));
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        String role = role(name);
        if (role != null) {
          seconds.merge(role, ticks / 100, Double::sum);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seconds;
  }

  private String role(String thread) {
    if (thread.contains("CompilerThre")) {
      return COMPILER;
    }
    if (thread.startsWith("GC Thread") || thread.startsWith("G1 ") || thread.equals("VM Thread")) {
      return COLLECTOR;
    }
    return thread.startsWith(workers) ? workers : null;
  }
}
