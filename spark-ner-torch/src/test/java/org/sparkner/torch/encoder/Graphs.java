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

package org.sparkner.torch.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.sparkner.pretrained.EncoderFiles;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.pretrained.GraphRunner;

/** Graphs that encoders were written as. */
final class Graphs {
  private Graphs() {}

  /** What ONNX Runtime gives for windows of which every piece is the first of a token. */
  static List<float[]> run(byte[] graph, List<EncoderInput> windows) {
    List<float[]> all = new ArrayList<>();
    for (EncoderInput window : windows) {
      try {
        all.add(
            GraphRunner.run(
                graph, "vectors", wide(window.pieces()), wide(window.capitalisation())));
      } catch (ai.onnxruntime.OrtException e) {
        throw new IllegalStateException(e);
      }
    }
    return all;
  }

  private static long[][] wide(int[] values) {
    long[][] wide = {new long[values.length]};
    for (int i = 0; i < values.length; i++) {
      wide[0][i] = values[i];
    }
    return wide;
  }

  /** Of each weight, how far a value of it has moved at most. */
  static Map<String, Double> largestChanges(EncoderFiles before, EncoderFiles after) {
    return largest(before, after, (a, b) -> Math.abs(b - a));
  }

  /** The same, relative to the value. */
  static Map<String, Double> largestRatios(EncoderFiles before, EncoderFiles after) {
    return largest(before, after, (a, b) -> Math.abs(a) < 0.01 ? 0 : Math.abs((b - a) / a));
  }

  private static Map<String, Double> largest(
      EncoderFiles before, EncoderFiles after, DoubleBinaryOperator difference) {
    EncoderWeights old = EncoderWeights.of(before, "before");
    EncoderWeights learned = EncoderWeights.of(after, "after");
    Map<String, Double> all = new TreeMap<>();
    for (String name : learned.names()) {
      float[] a = old.values(name);
      float[] b = learned.values(name);
      double most = 0;
      for (int i = 0; i < a.length; i++) {
        most = Math.max(most, difference.applyAsDouble(a[i], b[i]));
      }
      all.put(name, most);
    }
    return all;
  }
}
