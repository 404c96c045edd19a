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
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.sparkner.corpus.ColumnsFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.lexicon.WordVectorsReader;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;

/** Scratch: speed of training by the default recipe. */
public final class TrainingBenchmark {
  private TrainingBenchmark() {}

  public static void main(String[] arguments) {
    List<LabeledSentence> train = CorpusReader.readAll(Path.of(arguments[0]), ColumnsFormat.DETECT);
    List<LabeledSentence> valid =
        arguments[1].equals("-")
            ? List.of()
            : CorpusReader.readAll(Path.of(arguments[1]), ColumnsFormat.DETECT);
    WordVectors vectors = WordVectorsReader.read(Path.of(arguments[2])).vectors();
    int seconds = Integer.parseInt(arguments[3]);
    TrainingOptions d = TrainingOptions.DEFAULT;
    TrainingOptions options =
        new TrainingOptions(
            d.architecture(),
            d.epochs(),
            d.patience(),
            d.batchSize(),
            d.learningRate(),
            d.decay(),
            d.momentum(),
            d.clip(),
            d.dropout(),
            d.fineTune(),
            d.maxVectors(),
            Duration.ofSeconds(seconds),
            d.seed(),
            d.language());
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long[] cpu = {0};
    new Trainer(options)
        .train(
            train,
            valid,
            vectors,
            Checkpointing.NONE,
            new TrainingListener() {
              @Override
              public void onStart(org.sparkner.train.CorpusReport report) {
                System.out.println(report);
                cpu[0] = system.getProcessCpuTime();
              }

              @Override
              public void onEpoch(EpochReport report) {
                double used = (system.getProcessCpuTime() - cpu[0]) / 1e9;
                cpu[0] = system.getProcessCpuTime();
                System.out.printf(
                    "epoch %d part %.2f loss %.3f tok/s %.0f tok/cpu-s %.0f F1 %.2f valid %.1fs%n",
                    report.epoch(),
                    report.part(),
                    report.loss(),
                    report.tokens() / report.trainSeconds(),
                    report.tokens() / used,
                    100 * report.f1(),
                    report.validSeconds());
              }
            });
  }
}
