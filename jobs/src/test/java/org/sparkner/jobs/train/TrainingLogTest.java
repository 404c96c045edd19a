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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.lexicon.VectorCoverage;
import org.sparkner.tags.TagScheme;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.CorpusReportBuilder;
import org.sparkner.train.EpochReportBuilder;
import org.sparkner.train.TrainingListener.EpochReport;

class TrainingLogTest {
  @TempDir private Path directory;

  @Test
  void holdsALineForTheDataAndOneForEachEpoch() throws IOException {
    Path file = directory.resolve("log.jsonl");
    TrainingLog log = new TrainingLog(file, false);
    log.onStart(report());
    log.onEpoch(epoch(1, 0.5));
    log.onEpoch(epoch(2, 0.75));

    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).contains("\"event\":\"start\"", "\"scheme\":\"IOB2\"");
              assertThat(lines.get(0))
                  .contains("\"pretrained_rate\":0.44", "\"pretrained_as_written_rate\":0.33");
              assertThat(lines.get(0)).contains("\"warnings\":[\"half \uFFFD of a pair\"]");
              assertThat(lines.get(2)).contains("\"epoch\":2", "\"valid_f1\":75.0");
            });
  }

  @Test
  void whatIsNotMeasuredHasNoField() throws IOException {
    Path file = directory.resolve("log.jsonl");
    TrainingLog log = new TrainingLog(file, false);
    log.onStart(report());
    double none = Double.NaN;
    log.onEpoch(
        EpochReportBuilder.builder()
            .epoch(1)
            .part(1)
            .loss(none)
            .learningRate(none)
            .tokens(100)
            .trainSeconds(2)
            .validSeconds(0)
            .precision(none)
            .recall(none)
            .f1(none)
            .best(false)
            .secondsLeft(30)
            .build());

    assertThat(Files.readAllLines(file).get(1))
        .contains("\"epoch\":1", "\"tokens_per_second\":50.0")
        .doesNotContain("loss", "learning_rate", "valid", "best", "NaN");
  }

  @Test
  void resumedTrainingReplacesTheEpochsThatItTrainsAgain() throws IOException {
    Path file = directory.resolve("log.jsonl");
    TrainingLog broken = new TrainingLog(file, false);
    broken.onStart(report());
    broken.onEpoch(epoch(1, 0.1));
    broken.onEpoch(epoch(2, 0.2));
    TrainingLog resumed = new TrainingLog(file, true);
    resumed.onStart(report());
    resumed.onEpoch(epoch(2, 0.25));

    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .element(2)
        .asString()
        .contains("\"valid_f1\":25.0");
  }

  private static CorpusReport report() {
    return CorpusReportBuilder.builder()
        .sentences(2)
        .tokens(9)
        .scheme(TagScheme.IOB2)
        .labels(List.of("O"))
        .entities(Map.of("PER", 1L))
        .vocabulary(8)
        .unknownRate(0.5)
        .coverage(new VectorCoverage(9, 3, 4, 8, 4))
        .violations(0)
        .longest(List.of(5, 4))
        .validSentences(1)
        .validTokens(3)
        .warnings(List.of("half \ud83d of a pair"))
        .build();
  }

  private static EpochReport epoch(int epoch, double f1) {
    return EpochReportBuilder.builder()
        .epoch(epoch)
        .part(1)
        .loss(2.5)
        .learningRate(0.015)
        .tokens(100)
        .trainSeconds(2)
        .validSeconds(0.5)
        .precision(f1)
        .recall(f1)
        .f1(f1)
        .best(true)
        .secondsLeft(30)
        .build();
  }
}
