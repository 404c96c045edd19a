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

package org.sparkner.jobs.ablate;

import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.settings.HoconFile;

/**
 * What others have published for rows of {@code ablate}, from a file in HOCON: {@code row = "94.74
 * (its source)"}.
 *
 * @param ofRows by the names of the rows; empty for a table without them
 */
record PublishedScores(Map<String, String> ofRows) {
  static final PublishedScores NONE = new PublishedScores(Map.of());

  /**
   * @throws UsageException if the file cannot be read or has something else
   */
  static PublishedScores read(Path file) {
    HoconFile hocon = new HoconFile("--published", file);
    Map<String, String> scores = new LinkedHashMap<>();
    hocon
        .read("scores")
        .forEach(
            (row, value) -> {
              if (value.valueType() == ConfigValueType.OBJECT
                  || value.valueType() == ConfigValueType.LIST) {
                throw new UsageException(
                    hocon + " needs lines such as blstm-cnn = 93.07, found " + row);
              }
              scores.put(row, String.valueOf(value.unwrapped()).replace('|', '/'));
            });
    return new PublishedScores(scores);
  }
}
