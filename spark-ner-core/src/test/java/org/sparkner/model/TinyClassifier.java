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

package org.sparkner.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.sparkner.onnx.ConstantTensor;
import org.sparkner.onnx.Dimension;
import org.sparkner.onnx.ElementType;
import org.sparkner.onnx.Graph;
import org.sparkner.onnx.Node;
import org.sparkner.onnx.OnnxFile;
import org.sparkner.onnx.OnnxModel;
import org.sparkner.onnx.OperatorSet;
import org.sparkner.onnx.ValueInfo;

/**
 * Token classifiers as they are exported, but tiny: the scores of a word are those of a table,
 * whatever its neighbours. All words are of lower case and of one piece.
 */
public final class TinyClassifier {
  private static final List<String> OWN = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]");

  private TinyClassifier() {}

  /**
   * Writes a classifier.
   *
   * @param labels for id2label
   * @param scores of each word, one for each label; other words have zeros
   */
  public static void write(Path directory, List<String> labels, Map<String, float[]> scores)
      throws IOException {
    StringJoiner names = new StringJoiner(", ", "{\"id2label\": {", "}}");
    for (int i = 0; i < labels.size(); i++) {
      names.add("\"" + i + "\": \"" + labels.get(i) + "\"");
    }
    write(directory, names.toString(), labels.size(), scores);
  }

  /**
   * Writes a classifier.
   *
   * @param config content of config.json
   * @param count labels that the graph scores
   */
  public static void write(Path directory, String config, int count, Map<String, float[]> scores)
      throws IOException {
    Files.createDirectories(directory);
    List<String> pieces = new ArrayList<>(OWN);
    pieces.addAll(scores.keySet());
    float[] table = new float[pieces.size() * count];
    for (int piece = OWN.size(); piece < pieces.size(); piece++) {
      System.arraycopy(scores.get(pieces.get(piece)), 0, table, piece * count, count);
    }
    Files.write(directory.resolve("vocab.txt"), pieces);
    Files.writeString(directory.resolve("config.json"), config);
    Files.write(directory.resolve("model.onnx"), graph(table, count));
  }

  private static byte[] graph(float[] table, int count) {
    Dimension windows = Dimension.named("windows");
    Dimension pieces = Dimension.named("pieces");
    Graph graph =
        Graph.of(
            "tiny-classifier",
            List.of(Node.of("", "Gather", List.of("table", "input_ids"), List.of("logits"))),
            List.of(ConstantTensor.of("table", table, table.length / count, count)),
            List.of(
                ValueInfo.of("input_ids", ElementType.INT64, windows, pieces),
                ValueInfo.of("attention_mask", ElementType.INT64, windows, pieces)),
            List.of(
                ValueInfo.of("logits", ElementType.FLOAT, windows, pieces, Dimension.of(count))));
    return OnnxFile.write(OnnxModel.of(8, "", List.of(new OperatorSet("", 17)), Map.of(), graph));
  }
}
