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

package org.sparkner.jobs.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Causes;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.TextFile;
import org.sparkner.jobs.files.WriteFailure;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.TrainingListener;

/**
 * A training as JSON lines: {@code {"event":"start", …}} with what the first pass found, {@code
 * {"event":"encoder", …}} if one learns, then {@code {"event":"epoch", …}} for each. The file is
 * complete after every line. A resumed training goes on in it: epochs that are trained again take
 * the place of their old lines.
 */
final class TrainingLog implements TrainingListener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> EVENT = new TypeReference<>() {};

  private final Path file;
  private final List<Map<String, Object>> events = new ArrayList<>();

  TrainingLog(Path file, boolean resume) {
    this.file = file;
    if (resume && Files.exists(file)) {
      events.addAll(events(file));
    }
  }

  /**
   * The events of a log, in order.
   *
   * @throws BadDataException if it is none
   */
  static List<Map<String, Object>> events(Path file) {
    List<Map<String, Object>> events = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        Map<String, Object> event = JSON.readValue(line, EVENT);
        if (event == null || !(event.get("event") instanceof String)) {
          throw new BadDataException(notALog(file, "line " + (events.size() + 1) + " is no event"));
        }
        events.add(event);
      }
    } catch (IOException e) {
      throw new BadDataException(notALog(file, Causes.text(e)), e);
    }
    return events;
  }

  private static String notALog(Path file, String why) {
    return file + ": is not the log of a training (" + why + "); delete it";
  }

  @Override
  public void onStart(CorpusReport report) {
    events.removeIf(event -> event.get("event").equals("start"));
    Map<String, Object> event = event("start");
    event.put("sentences", report.sentences());
    event.put("tokens", report.tokens());
    event.put("scheme", report.scheme().name());
    event.put("labels", report.labels());
    event.put("entities", report.entities());
    event.put("vocabulary", report.vocabulary());
    if (!Double.isNaN(report.unknownRate())) {
      event.put("unknown_rate", report.unknownRate());
    }
    if (report.coverage() != null) {
      event.put("pretrained_rate", report.coverage().share());
      event.put("pretrained_as_written_rate", report.coverage().shareAsWritten());
      event.put("pretrained_distinct_rate", report.coverage().shareOfDistinct());
    }
    event.put("violations", report.violations());
    event.put("longest", report.longest());
    event.put("valid_sentences", report.validSentences());
    event.put("valid_tokens", report.validTokens());
    event.put("warnings", report.warnings());
    events.add(0, event);
    write();
  }

  @Override
  public void onEncoder(EncoderReport report) {
    events.removeIf(event -> event.get("event").equals("encoder"));
    Map<String, Object> event = event("encoder");
    event.put("parameters", report.parameters());
    event.put("network_parameters", report.networkParameters());
    event.put("windows", report.windows());
    event.put("longest_window", report.longestWindow());
    event.put("steps", report.steps());
    events.add(1, event);
    write();
  }

  @Override
  public void onEpoch(EpochReport epoch) {
    events.removeIf(
        event -> event.get("epoch") instanceof Integer number && number >= epoch.epoch());
    Map<String, Object> event = event("epoch");
    event.put("epoch", epoch.epoch());
    event.put("part", epoch.part());
    putNumber(event, "loss", epoch.loss());
    putNumber(event, "learning_rate", epoch.learningRate());
    event.put("tokens", epoch.tokens());
    event.put("train_seconds", epoch.trainSeconds());
    event.put("tokens_per_second", epoch.tokens() / epoch.trainSeconds());
    event.put("heap_bytes", ProcessMemory.heapBytes());
    ProcessMemory.residentBytes().ifPresent(bytes -> event.put("resident_bytes", bytes));
    if (epoch.validated()) {
      event.put("valid_seconds", epoch.validSeconds());
      event.put("valid_precision", 100 * epoch.precision());
      event.put("valid_recall", 100 * epoch.recall());
      event.put("valid_f1", 100 * epoch.f1());
      event.put("best", epoch.best());
    }
    event.put("seconds_left", epoch.secondsLeft());
    events.add(event);
    write();
  }

  /** What is not known has no field; JSON has no other way to say it. */
  private static void putNumber(Map<String, Object> event, String name, double value) {
    if (!Double.isNaN(value)) {
      event.put(name, value);
    }
  }

  private static Map<String, Object> event(String name) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", name);
    return event;
  }

  private void write() {
    StringBuilder lines = new StringBuilder();
    try {
      for (Map<String, Object> event : events) {
        lines.append(JSON.writeValueAsString(event)).append('\n');
      }
      TextFile.write(file, lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw WriteFailure.of(Location.of(file.toString()), e);
    }
  }
}
