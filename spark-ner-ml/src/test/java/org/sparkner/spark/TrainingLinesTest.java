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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.event.EventRecordingLogger;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.SubstituteLogger;
import org.sparkner.train.TrainingListener;

class TrainingLinesTest extends SparkTest {

  private static Dataset<Row> sentences() {
    return SPARK.sql(
        "SELECT array('Ada', 'met', concat('w', id)) AS tokens, array('B-PER', 'O', 'O') AS tags"
            + " FROM range(20)");
  }

  @ParameterizedTest
  @CsvSource({"neural, 0, false", "crf, 0.2, true"})
  void hasALineAnEpochUntilItIsTaken(String algorithm, double share, boolean validates) {
    TrainingLines lines = new TrainingLines();
    NerTagger stage =
        new NerTagger()
            .setAlgorithm(algorithm)
            .setValidationFraction(share)
            .setHidden(4)
            .setWordDimension(4)
            .setEpochs(2)
            .setPasses(2)
            .setVerbose(false);

    stage.fit(sentences(), lines);

    List<String> told =
        lines.take().stream().filter(line -> !line.startsWith("warning: ")).toList();
    assertThat(told.get(0)).contains("sentences", "tokens", "to validate on");
    assertThat(told.get(told.size() - 1)).startsWith("epoch 2, ");
    assertThat(told.subList(1, told.size()))
        .allMatch(line -> line.matches("epoch [12], .*[0-9] s.*"))
        .allMatch(line -> line.contains("valid F1") == validates);
    assertThat(lines.take()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "false, 0"})
  void theLogHasTheEpochsUnlessTheyAreNotWanted(boolean verbose, int logged) {
    Queue<SubstituteLoggingEvent> log = new ArrayDeque<>();
    Logger logger = new EventRecordingLogger(new SubstituteLogger("", log, false), log);
    List<TrainingListener.EpochReport> other = new ArrayList<>();
    TrainingListener listener =
        new LoggingListener(logger, "stage", verbose)
            .and(
                new TrainingListener() {
                  @Override
                  public void onEpoch(EpochReport report) {
                    other.add(report);
                  }
                });
    TrainingListener.EpochReport epoch =
        new TrainingListener.EpochReport(1, 1, 2.5, 0.1, 10, 1, 1, 0.5, 0.5, 0.5, true, 0);

    listener.onEpoch(epoch);
    listener.onEpoch(epoch);

    assertThat(log).hasSize(logged);
    assertThat(other).containsExactly(epoch, epoch);
  }
}
