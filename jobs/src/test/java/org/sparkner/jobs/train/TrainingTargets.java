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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.fuzz.FuzzedFile;

/** Any bytes in place of the log of a training. */
public final class TrainingTargets {
  private static final FuzzedFile FILE = new FuzzedFile("training.jsonl");

  private TrainingTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of("training-log", TrainingTargets::log);
  }

  private static void log(byte[] file) {
    List<Map<String, Object>> events = FILE.readOrRefused(file, TrainingLog::events);
    if (events != null) {
      assertThat(events)
          .allSatisfy(event -> assertThat(event.get("event")).isInstanceOf(String.class));
    }
  }
}
