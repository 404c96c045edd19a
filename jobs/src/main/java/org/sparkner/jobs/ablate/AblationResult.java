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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A training of one row with one seed: a line of the CSV.
 *
 * @param row its name
 * @param epochs the most that were allowed
 * @param data fingerprint of training and validation sentences
 * @param bestEpoch whose weights were scored
 * @param f1 on the validation data in percent, like precision and recall; token accuracy for plain
 *     labels
 * @param trainTokensPerSecond by the clock, without validation
 * @param tagTokensPerCpuSecond of one thread over the validation data, words seen before
 * @param modelBytes of the saved model
 * @param parameters floats that were learned, without the word vectors
 * @param settings those of the row and of {@code --set}, {@link #text}
 */
@RecordBuilder
record AblationResult(
    String row,
    long seed,
    int epochs,
    String data,
    int bestEpoch,
    double precision,
    double recall,
    double f1,
    double trainTokensPerSecond,
    double tagTokensPerCpuSecond,
    long modelBytes,
    long parameters,
    String settings) {
  private static final int FIELDS = 13;

  static final String HEADER =
      "row,seed,epochs,data,best_epoch,precision,recall,f1,train_tokens_per_s,"
          + "tag_tokens_per_cpu_s,model_bytes,parameters,settings";

  String line() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%d,%s,%d,%.4f,%.4f,%.4f,%.0f,%.0f,%d,%d,%s",
        CsvField.guarded(row),
        seed,
        epochs,
        data,
        bestEpoch,
        precision,
        recall,
        f1,
        trainTokensPerSecond,
        tagTokensPerCpuSecond,
        modelBytes,
        parameters,
        CsvField.of(settings));
  }

  /**
   * The settings of a row in one line: {@code key=value key=value}, by key.
   *
   * @param all of all rows
   */
  static String text(Map<String, String> all, AblationRow row) {
    Map<String, String> own = new TreeMap<>(all);
    own.putAll(row.settings());
    if (row.gazetteers()) {
      own.put(VariantsFile.GAZETTEERS, "true");
    }
    if (!row.vectors()) {
      own.put(VariantsFile.VECTORS, "false");
    }
    return own.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  /**
   * @throws IllegalArgumentException if it is no such line
   */
  static AblationResult parse(String line) {
    List<String> fields = List.of(line.split(",", FIELDS));
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException(fields.size() + " fields");
    }
    return AblationResultBuilder.builder()
        .row(CsvField.text(fields.get(0)))
        .seed(Long.parseLong(fields.get(1)))
        .epochs(Integer.parseInt(fields.get(2)))
        .data(fields.get(3))
        .bestEpoch(Integer.parseInt(fields.get(4)))
        .precision(Double.parseDouble(fields.get(5)))
        .recall(Double.parseDouble(fields.get(6)))
        .f1(Double.parseDouble(fields.get(7)))
        .trainTokensPerSecond(Double.parseDouble(fields.get(8)))
        .tagTokensPerCpuSecond(Double.parseDouble(fields.get(9)))
        .modelBytes(Long.parseLong(fields.get(10)))
        .parameters(Long.parseLong(fields.get(11)))
        .settings(CsvField.text(fields.get(12)))
        .build();
  }
}
