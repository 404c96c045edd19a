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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkner.error.UsageException;
import org.sparkner.option.ModelOption;
import org.sparkner.option.NetworkOption;
import org.sparkner.option.TrainingOption;

/**
 * A row of the table that {@code ablate} makes: what of the settings it changes.
 *
 * @param name in the table and for {@code --rows}
 * @param system what it is, for the table
 * @param settings by key, over all others
 * @param vectors whether it begins with the pretrained vectors that are given
 * @param gazetteers whether it reads the gazetteers that are given
 */
record AblationRow(
    String name, String system, Map<String, String> settings, boolean vectors, boolean gazetteers) {
  private static final String ALGORITHM = ModelOption.ALGORITHM.key();
  private static final String PRESET = ModelOption.PRESET.key();
  private static final String ENCODER = NetworkOption.WORD_ENCODER.key();
  private static final String DECODER = NetworkOption.DECODER.key();
  private static final String WIDTHS = NetworkOption.CHARACTER_WIDTHS.key();
  private static final String CHARACTERS = NetworkOption.CHARACTER_ENCODER.key();

  /** All rows: linear models, networks from simple to complete, variants of the complete one. */
  static final List<AblationRow> ALL =
      List.of(
          of("hmm", "HMM", ALGORITHM, "hmm"),
          of("memm", "MEMM", ALGORITHM, "memm"),
          of("crf", "linear CRF over features", ALGORITHM, "crf"),
          new AblationRow(
              "crf-gazetteer",
              "linear CRF over features and gazetteers",
              Map.of(ALGORITHM, "crf"),
              true,
              true),
          of(
              "ffnn-window",
              "window FFNN",
              ENCODER,
              "ffnn-window",
              CHARACTERS,
              "none",
              DECODER,
              "softmax"),
          of("cnn", "sentence CNN", ENCODER, "cnn", CHARACTERS, "none", DECODER, "softmax"),
          of("rnn", "BRNN", ENCODER, "rnn", CHARACTERS, "none", DECODER, "softmax"),
          of("gru", "BGRU", ENCODER, "gru", CHARACTERS, "none", DECODER, "softmax"),
          of("blstm", "BLSTM", CHARACTERS, "none", DECODER, "softmax"),
          of("blstm-crf", "BLSTM-CRF", CHARACTERS, "none"),
          of("blstm-cnn", "BLSTM-CNN", DECODER, "softmax"),
          of("blstm-cnn-crf", "BLSTM-CNN-CRF, the default"),
          of("blstm-cnn-bigram", "BLSTM-CNN-CRF, transitions by token", DECODER, "crf-bigram"),
          of("charlstm", "BLSTM-CRF with character BLSTM", CHARACTERS, "lstm"),
          of("charcnn-widths", "BLSTM-CNN-CRF, filters of 3, 5 and 7", WIDTHS, "3,5,7"),
          of("intnet", "BLSTM-IntNet-CRF", CHARACTERS, "intnet", WIDTHS, "3,5"),
          new AblationRow("random", "BLSTM-CNN-CRF, random vectors", Map.of(), false, false),
          of(
              "frozen",
              "BLSTM-CNN-CRF, frozen vectors",
              TrainingOption.FINE_TUNE_VECTORS.key(),
              "false"),
          of(
              "two-channel",
              "BLSTM-CNN-CRF, two channels",
              TrainingOption.VECTOR_CHANNELS.key(),
              "2"),
          of("forward", "forward LSTM-CNN-CRF", NetworkOption.BIDIRECTIONAL.key(), "false"),
          of("two-layers", "2 x BLSTM-CNN-CRF", NetworkOption.LAYERS.key(), "2"),
          of("half", "BLSTM-CNN-CRF, hidden 100", NetworkOption.HIDDEN.key(), "100"),
          of(
              "capitalisation",
              "BLSTM-CNN-CRF with capitalisation",
              NetworkOption.CAPITALISATION_DIMENSION.key(),
              "10"),
          of("affixes", "BLSTM-CNN-CRF with affixes", NetworkOption.AFFIX_DIMENSION.key(), "10"),
          new AblationRow("gazetteer", "BLSTM-CNN-CRF with gazetteers", Map.of(), true, true),
          of(
              "word-dropout",
              "BLSTM-CNN-CRF, words dropped",
              TrainingOption.WORD_DROPOUT.key(),
              "0.1"),
          of("window-cnn-crf", "window FFNN with character CNN and CRF", ENCODER, "ffnn-window"),
          of("cnn-cnn-crf", "sentence CNN with character CNN and CRF", ENCODER, "cnn"),
          of(
              "cnn-two-layers",
              "2 x sentence CNN-CNN-CRF",
              ENCODER,
              "cnn",
              NetworkOption.LAYERS.key(),
              "2"),
          of("rnn-cnn-crf", "BRNN-CNN-CRF", ENCODER, "rnn"),
          of("gru-cnn-crf", "BGRU-CNN-CRF", ENCODER, "gru"),
          of("sru-cnn-crf", "BSRU-CNN-CRF", ENCODER, "sru"),
          of("sru-two-layers", "2 x BSRU-CNN-CRF", ENCODER, "sru", NetworkOption.LAYERS.key(), "2"),
          of("linear-cnn-crf", "linear BRNN-CNN-CRF", ENCODER, "linear-rnn"),
          of("fast", "the preset fast", PRESET, "fast"),
          of("best", "the preset best", PRESET, "best"));

  private static AblationRow of(String name, String system) {
    return new AblationRow(name, system, Map.of(), true, false);
  }

  private static AblationRow of(String name, String system, String key, String value) {
    return new AblationRow(name, system, Map.of(key, value), true, false);
  }

  private static AblationRow of(
      String name, String system, String key, String value, String otherKey, String otherValue) {
    return new AblationRow(name, system, Map.of(key, value, otherKey, otherValue), true, false);
  }

  private static AblationRow of(
      String name,
      String system,
      String k1,
      String v1,
      String k2,
      String v2,
      String k3,
      String v3) {
    return new AblationRow(name, system, Map.of(k1, v1, k2, v2, k3, v3), true, false);
  }

  /**
   * The rows of these names, in the order of {@link #ALL}, and after them the variants.
   *
   * @param names of either; empty for all of {@link #ALL}, or for the variants where there are some
   * @param variants rows of the user's, all of which are meant where no name is of one
   * @throws UsageException for a name that there is not
   */
  static List<AblationRow> named(List<String> names, List<AblationRow> variants) {
    List<AblationRow> known = Stream.concat(ALL.stream(), variants.stream()).toList();
    Set<String> rowNames = known.stream().map(AblationRow::name).collect(Collectors.toSet());
    List<String> unknown = new ArrayList<>(names);
    unknown.removeAll(rowNames);
    if (!unknown.isEmpty()) {
      throw new UsageException(
          "--rows has no row "
              + unknown.get(0)
              + "; there are "
              + known.stream().map(AblationRow::name).collect(Collectors.joining(", ")));
    }
    boolean all = names.isEmpty() && variants.isEmpty();
    boolean allVariants = variants.stream().noneMatch(row -> names.contains(row.name()));
    List<AblationRow> rows = new ArrayList<>(ALL);
    rows.removeIf(row -> !all && !names.contains(row.name()));
    variants.stream().filter(row -> allVariants || names.contains(row.name())).forEach(rows::add);
    return rows;
  }
}
