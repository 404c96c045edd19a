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

package org.sparkner.pretrained;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Runs a graph of an encoder on one thread, whatever its inputs are. */
public final class GraphRunner {
  private GraphRunner() {}

  /**
   * The values of an output, row-major.
   *
   * @param capitalisation null if the graph is not told of it
   */
  public static float[] run(byte[] graph, String output, long[][] pieces, long[][] capitalisation)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(graph, options)) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (String name : session.getInputNames()) {
          long[][] values =
              switch (name) {
                case "input_ids" -> pieces;
                case "capitalisation" -> capitalisation;
                case "attention_mask" -> filled(pieces, 1);
                default -> filled(pieces, 0);
              };
          inputs.put(name, OnnxTensor.createTensor(environment, values));
        }
        try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
          var buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
          float[] values = new float[buffer.remaining()];
          buffer.get(values);
          return values;
        } finally {
          inputs.values().forEach(OnnxTensor::close);
        }
      }
    }
  }

  private static long[][] filled(long[][] like, long value) {
    long[][] filled = new long[like.length][like[0].length];
    for (long[] row : filled) {
      java.util.Arrays.fill(row, value);
    }
    return filled;
  }
}
