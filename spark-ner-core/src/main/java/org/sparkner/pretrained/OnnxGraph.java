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
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sparkner.error.UsageException;

/**
 * An encoder's graph in ONNX Runtime, on the processor with one thread a call, or on a GPU. Its
 * memory, which is outside of the heap, goes when the object does. Safe for many threads.
 */
final class OnnxGraph implements AutoCloseable {
  /** The output that exporters of encoders give their last layer. */
  private static final String LAST_LAYER = "last_hidden_state";

  /** What cuBLAS, cuDNN and ONNX Runtime's own allocator say where a GPU's memory is full. */
  private static final List<String> OUT_OF_MEMORY =
      List.of(
          "out of memory",
          "Failed to allocate memory",
          "Available memory of",
          "CUBLAS_STATUS_ALLOC_FAILED",
          "CUDNN_STATUS_ALLOC_FAILED",
          "CUDNN_STATUS_INTERNAL_ERROR_HOST_ALLOCATION_FAILED",
          "CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED");

  private static final Cleaner CLEANER = Cleaner.create();

  private final PretrainedEncoderFault fault;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Map<String, TensorInfo> outputs;
  private final Cleaner.Cleanable closing;
  // Not a ThreadLocal: its values would keep their memory as long as the thread.
  private final Queue<OnnxBuffers> idle = new ConcurrentLinkedQueue<>();

  private OnnxGraph(PretrainedEncoderFault fault, OrtEnvironment environment, OrtSession session) {
    this.fault = fault;
    this.environment = environment;
    this.session = session;
    this.outputs = findOutputs();
    closing = CLEANER.register(this, new Closing(session));
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

  /** Frees its memory at once; it must not be used any more. */
  @Override
  public void close() {
    closing.clean();
  }

  /**
   * To be called after {@link OnnxLibrary#require}.
   *
   * @param graph a file of the format ONNX
   * @param device the processor or a GPU
   * @throws UsageException if ONNX Runtime is not for this platform, or cannot use that GPU
   * @throws org.sparkner.error.BadModelException if the graph is none of an encoder
   */
  static OnnxGraph open(byte[] graph, EncoderDevice device, PretrainedEncoderFault fault) {
    try {
      OrtEnvironment environment =
          // What fails is thrown, in one line.
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "spark-ner");
      OnnxFolder.deleteAtExit();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        // Batches are of many shapes, and a plan of memory would be kept for each.
        options.setMemoryPatternOptimization(false);
        if (device.kind() == EncoderDevice.Kind.CUDA) {
          addCuda(options, device);
        }
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

  /** In single precision as the processor has it, without TF32; memory grows by what is needed. */
  private static void addCuda(OrtSession.SessionOptions options, EncoderDevice device) {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(device.address())) {
      cuda.add("arena_extend_strategy", "kSameAsRequested");
      cuda.add("use_tf32", "0");
      options.addCUDA(cuda);
    } catch (OrtException e) {
      throw new UsageException(
          "ONNX Runtime cannot use the GPU "
              + device
              + " of this host: "
              + line(e)
              + "; found "
              + CudaHost.local().found()
              + ", and it needs "
              + CudaHost.NEEDS
              + "; or compute with device = cpu.",
          e);
    }
  }

  private void checkInputs() {
    Map<String, NodeInfo> found;
    try {
      found = session.getInputInfo();
    } catch (OrtException e) {
      throw fault.of("what ONNX Runtime refuses (" + line(e) + ")", "inputs", e);
    }
    Set<String> known = EncoderBatch.INPUTS;
    if (!found.containsKey(EncoderBatch.PIECES) || !known.containsAll(found.keySet())) {
      throw fault.of("the inputs " + new TreeSet<>(found.keySet()), "of " + new TreeSet<>(known));
    }
    found.forEach(
        (name, node) -> {
          if (!(node.getInfo() instanceof TensorInfo tensor)
              || tensor.type != OnnxJavaType.INT64
              || tensor.getShape().length != 2) {
            throw fault.of(
                "the input " + name + " of " + node.getInfo(),
                "whole numbers in 64 bits, [windows × pieces]");
          }
        });
  }

  /** Whether it reads the capitalisation of each piece's word. */
  boolean readsCapitalisation() {
    return session.getInputNames().contains(EncoderBatch.CAPITALISATION);
  }

  /**
   * The name of an output of vectors of pieces.
   *
   * @param expected a name, or null for the last layer
   * @throws org.sparkner.error.BadModelException if there is no such output; it lists those there
   *     are
   */
  String output(String expected) {
    if (expected == null && outputs.size() == 1) {
      return outputs.keySet().iterator().next();
    }
    String name = expected == null ? LAST_LAYER : expected;
    if (!outputs.containsKey(name)) {
      throw fault.of(
          "no output " + name + " of vectors of pieces",
          "one of its outputs: " + String.join(", ", outputs.keySet()));
    }
    return name;
  }

  /** The outputs of three dimensions, of floats in 32 or 16 bits. */
  private Map<String, TensorInfo> findOutputs() {
    Map<String, NodeInfo> all;
    try {
      all = session.getOutputInfo();
    } catch (OrtException e) {
      throw fault.of("what ONNX Runtime refuses (" + line(e) + ")", "outputs", e);
    }
    Map<String, TensorInfo> tensors = new LinkedHashMap<>();
    all.forEach(
        (name, node) -> {
          if (node.getInfo() instanceof TensorInfo tensor
              && tensor.getShape().length == 3
              && (tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.FLOAT16)) {
            tensors.put(name, tensor);
          }
        });
    return tensors;
  }

  /**
   * Floats of an output's vectors: as the graph declares, or as a run over two pieces has.
   *
   * @param output of {@link #output}
   * @param pieces two ids
   */
  int dimension(String output, int... pieces) {
    EncoderBatch batch =
        new EncoderBatch(List.of(new EncoderInput(pieces, new int[pieces.length], new int[] {0})));
    OnnxBuffers buffers = new OnnxBuffers();
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try {
      addInputs(inputs, batch, buffers);
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        long[] shape = ((OnnxTensor) result.get(0)).getInfo().getShape();
        if (shape.length != 3 || shape[0] != 1 || shape[1] != pieces.length) {
          throw fault.of(
              "an output of shape " + Arrays.toString(shape),
              "[1, " + pieces.length + ", floats of a vector]");
        }
        return Math.toIntExact(shape[2]);
      }
    } catch (OrtException e) {
      throw cannotRun(batch, e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
      Reference.reachabilityFence(this);
    }
  }

  /** The vectors of all pieces of a window, row-major. */
  float[] runAll(EncoderInput window, String output) {
    int[] all = new int[window.pieces().length];
    Arrays.setAll(all, i -> i);
    EncoderInput asked = new EncoderInput(window.pieces(), window.capitalisation(), all);
    return run(List.of(asked), output, dimension(output, window.pieces())).get(0).values();
  }

  /** Is shown the values of outputs, which are gone when it returns. */
  interface OutputVisitor {
    /**
     * @param values row-major
     */
    void visit(String output, FloatBuffer values);
  }

  /** Runs a window and shows all outputs of floats in 32 bits, one after the other. */
  void visit(EncoderInput window, OutputVisitor visitor) {
    EncoderBatch batch = new EncoderBatch(List.of(window));
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try {
      addInputs(inputs, batch, new OnnxBuffers());
      try (OrtSession.Result result = session.run(inputs, outputs.keySet())) {
        for (Map.Entry<String, OnnxValue> output : result) {
          ByteBuffer bytes = ((OnnxTensor) output.getValue()).getByteBuffer();
          visitor.visit(output.getKey(), bytes.order(ByteOrder.nativeOrder()).asFloatBuffer());
        }
      }
    } catch (OrtException e) {
      throw cannotRun(batch, e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
      Reference.reachabilityFence(this);
    }
  }

  /**
   * The vectors of a batch.
   *
   * @param windows of equal piece count
   * @param output of {@link #output}
   * @param dimension of {@link #dimension}
   * @throws DeviceMemoryException if the batch does not fit into the memory of the device
   * @throws org.sparkner.error.BadModelException if the graph cannot be run on it, or gives vectors
   *     of other sizes or values that are not finite
   */
  List<Vectors> run(List<EncoderInput> windows, String output, int dimension) {
    EncoderBatch batch = new EncoderBatch(windows);
    OnnxBuffers buffers = idle.poll();
    if (buffers == null) {
      buffers = new OnnxBuffers();
    }
    int size = Math.multiplyExact(batch.size(), dimension);
    long[] shape = {windows.size(), batch.length(), dimension};
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    EncoderBatch.Rows rows;
    OnnxTensor result = null;
    try {
      if (outputs.get(output).type == OnnxJavaType.FLOAT16) {
        ShortBuffer halves = buffers.halves(size);
        result = OnnxTensor.createTensor(environment, halves, shape, OnnxJavaType.FLOAT16);
        rows = (piece, into, at) -> copy(halves, piece * dimension, into, at, dimension);
      } else {
        FloatBuffer floats = buffers.floats(size);
        result = OnnxTensor.createTensor(environment, floats, shape);
        rows = (piece, into, at) -> floats.get(piece * dimension, into, at, dimension);
      }
      addInputs(inputs, batch, buffers);
      session.run(inputs, Map.of(output, result)).close();
      List<Vectors> found = batch.gather(rows, dimension);
      if (found == null) {
        throw fault.of(
            "vectors with values that are not finite",
            "numbers; where the graph is in 16 bits, take the one in 32");
      }
      idle.add(buffers);
      return found;
    } catch (OrtException e) {
      throw cannotRun(batch, e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
      if (result != null) {
        result.close();
      }
      Reference.reachabilityFence(this);
    }
  }

  private static void copy(ShortBuffer halves, int from, float[] into, int at, int count) {
    for (int i = 0; i < count; i++) {
      into[at + i] = Fp16Conversions.fp16ToFloat(halves.get(from + i));
    }
  }

  private void addInputs(Map<String, OnnxTensor> inputs, EncoderBatch batch, OnnxBuffers buffers)
      throws OrtException {
    long[] shape = {batch.windows().size(), batch.length()};
    for (String name : session.getInputNames()) {
      LongBuffer values = buffers.input(name, batch.size());
      batch.fill(name, values);
      inputs.put(name, OnnxTensor.createTensor(environment, values.rewind(), shape));
    }
  }

  private RuntimeException cannotRun(EncoderBatch batch, OrtException e) {
    String line = line(e);
    if (isOutOfMemory(line)) {
      return new DeviceMemoryException(line, e);
    }
    return fault.of(
        "what ONNX Runtime cannot run on " + batch.length() + " pieces (" + line + ")",
        "a graph that reads as many",
        e);
  }

  /** ONNX Runtime has one code for all that fails while a graph runs; its lines tell which. */
  static boolean isOutOfMemory(String line) {
    return OUT_OF_MEMORY.stream().anyMatch(line::contains);
  }

  private static String line(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}
