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

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sparkner.error.UsageException;

/**
 * An encoder's graph in ONNX Runtime, one thread a call. Its memory, which is outside of the heap,
 * goes when the object does. Safe for many threads.
 */
final class OnnxGraph {
  /** The output that exporters of encoders give their last layer. */
  private static final String LAST_LAYER = "last_hidden_state";

  private static final String PIECES = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String SEGMENTS = "token_type_ids";
  private static final Set<String> INPUTS = Set.of(PIECES, MASK, SEGMENTS);
  private static final Cleaner CLEANER = Cleaner.create();

  private final PretrainedEncoderFault fault;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxGraph(PretrainedEncoderFault fault, OrtEnvironment environment, OrtSession session) {
    this.fault = fault;
    this.environment = environment;
    this.session = session;
    CLEANER.register(this, new Closing(session));
  }

  private record Closing(OrtSession session) implements Runnable {
    @Override
    public void run() {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * To be called after {@link OnnxLibrary#require}.
   *
   * @param graph a file of the format ONNX
   * @throws UsageException if ONNX Runtime is not for this platform
   * @throws org.sparkner.error.BadModelException if the graph is none of an encoder
   */
  static OnnxGraph open(byte[] graph, PretrainedEncoderFault fault) {
    try {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "spark-ner");
      OnnxFolder.deleteAtExit();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        // Sentences are of many lengths, and a plan of memory would be kept for each.
        options.setMemoryPatternOptimization(false);
        OrtSession session = environment.createSession(graph, options);
        OnnxGraph opened = new OnnxGraph(fault, environment, session);
        opened.checkInputs();
        return opened;
      }
    } catch (OrtException e) {
      throw fault.of("what ONNX Runtime refuses (" + line(e) + ")", "a graph in one file", e);
    } catch (LinkageError e) {
      throw new UsageException(
          "ONNX Runtime, which contextual vectors want, cannot be loaded on this machine: "
              + line(e),
          e);
    }
  }

  private void checkInputs() {
    Set<String> found = session.getInputNames();
    if (!found.contains(PIECES) || !INPUTS.containsAll(found)) {
      throw fault.of("the inputs " + new TreeSet<>(found), "of " + new TreeSet<>(INPUTS));
    }
  }

  /**
   * The name of an output of vectors of pieces.
   *
   * @param expected a name, or null for the last layer
   * @throws org.sparkner.error.BadModelException if there is no such output; it lists those there
   *     are
   */
  String output(String expected) {
    List<String> outputs = outputs();
    if (expected == null && outputs.size() == 1) {
      return outputs.get(0);
    }
    String name = expected == null ? LAST_LAYER : expected;
    if (!outputs.contains(name)) {
      throw fault.of(
          "no output " + name + " of vectors of pieces",
          "one of its outputs: " + String.join(", ", outputs));
    }
    return name;
  }

  /** The outputs of three dimensions, of floats. */
  private List<String> outputs() {
    Map<String, NodeInfo> all;
    try {
      all = session.getOutputInfo();
    } catch (OrtException e) {
      throw fault.of("what ONNX Runtime refuses (" + line(e) + ")", "outputs", e);
    }
    Map<String, TensorInfo> tensors = new LinkedHashMap<>();
    all.forEach(
        (name, node) -> {
          if (node.getInfo() instanceof TensorInfo tensor) {
            tensors.put(name, tensor);
          }
        });
    tensors.values().removeIf(t -> t.getShape().length != 3 || t.type != OnnxJavaType.FLOAT);
    return List.copyOf(tensors.keySet());
  }

  /**
   * Vectors of pieces.
   *
   * @param values [pieces × dimension], row-major
   */
  record Vectors(float[] values, int dimension) {}

  /**
   * Runs the graph over one sentence.
   *
   * @param output of {@link #output}
   */
  Vectors run(long[] pieces, String output) {
    long[] ones = new long[pieces.length];
    Arrays.fill(ones, 1);
    Map<String, long[]> values =
        Map.of(PIECES, pieces, MASK, ones, SEGMENTS, new long[pieces.length]);
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try {
      for (String name : session.getInputNames()) {
        LongBuffer ids = LongBuffer.wrap(values.get(name));
        inputs.put(name, OnnxTensor.createTensor(environment, ids, new long[] {1, pieces.length}));
      }
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        return vectors((OnnxTensor) result.get(0), pieces.length);
      }
    } catch (OrtException e) {
      throw fault.of(
          "what ONNX Runtime cannot run on " + pieces.length + " pieces (" + line(e) + ")",
          "a graph that reads as many",
          e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
      Reference.reachabilityFence(this);
    }
  }

  private Vectors vectors(OnnxTensor tensor, int pieces) {
    long[] shape = tensor.getInfo().getShape();
    if (shape.length != 3 || shape[0] != 1 || shape[1] != pieces) {
      throw fault.of(
          "an output of shape " + Arrays.toString(shape),
          "[1, " + pieces + ", floats of a vector]");
    }
    float[] values = new float[Math.toIntExact(pieces * shape[2])];
    tensor.getFloatBuffer().get(values);
    return new Vectors(values, (int) shape[2]);
  }

  private static String line(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}
