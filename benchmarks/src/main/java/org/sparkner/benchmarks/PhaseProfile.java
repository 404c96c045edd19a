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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the engine's time goes: the JDK's flight recorder looks at the calling thread every 10 ms,
 * and each look counts for the phase of the innermost frame that has one.
 */
final class PhaseProfile {
  /** Looks at threads in Java, and in native code such as oneDNN's. */
  private static final List<String> SAMPLES =
      List.of("jdk.ExecutionSample", "jdk.NativeMethodSample");

  private static final Duration PERIOD = Duration.ofMillis(10);

  private PhaseProfile() {}

  private enum Phase {
    /** Looking up what is kept of the words, computing what is not. */
    PROJECTIONS,
    /** The products of states and weights, the gates. */
    RECURRENCE,
    /** The product of states and labels. */
    EMISSIONS,
    /** Viterbi, forward-backward, entities and their confidences. */
    CRF,
    /** Batches and results. */
    OTHER;

    private static Phase of(RecordedMethod method) {
      String type = method.getType().getName();
      String simple = type.substring(type.lastIndexOf('.') + 1);
      if (type.startsWith("org.sparkner.crf.")
          || simple.equals("EmissionDecoder")
          || (simple.equals("Engine$Worker") && method.getName().equals("gather"))) {
        return CRF;
      }
      if (simple.equals("Emissions$Sums")) {
        return EMISSIONS;
      }
      if (simple.startsWith("RecurrentSteps") || simple.startsWith("WindowSteps")) {
        return RECURRENCE;
      }
      return simple.equals("WordProjections") ? PROJECTIONS : OTHER;
    }
  }

  /** The share of each phase in the time of some work, by names such as {@code share_crf}. */
  static Map<String, Double> of(Runnable work) {
    int[] counts = new int[Phase.values().length];
    int total = 0;
    try {
      Path file = Files.createTempFile("spark-ner-profile", ".jfr");
      try (Recording recording = new Recording()) {
        SAMPLES.forEach(sample -> recording.enable(sample).withPeriod(PERIOD));
        recording.start();
        work.run();
        recording.stop();
        recording.dump(file);
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
          if (isOfThisThread(event)) {
            counts[phase(event).ordinal()]++;
            total++;
          }
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Phase phase : Phase.values()) {
      String name = phase.name().toLowerCase(Locale.ROOT);
      shares.put("share_" + name, (double) counts[phase.ordinal()] / total);
    }
    return shares;
  }

  private static boolean isOfThisThread(RecordedEvent event) {
    return SAMPLES.contains(event.getEventType().getName())
        && event.getStackTrace() != null
        && event.getThread("sampledThread").getJavaThreadId() == Thread.currentThread().getId();
  }

  private static Phase phase(RecordedEvent sample) {
    for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
      Phase phase = Phase.of(frame.getMethod());
      if (phase != Phase.OTHER) {
        return phase;
      }
    }
    return Phase.OTHER;
  }
}
