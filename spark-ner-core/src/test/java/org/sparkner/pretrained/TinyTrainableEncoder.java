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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * {@link TinyEncoder} in plain Java, with its gradients: of pieces and places one layer of
 * attention without weights, then tanh of a product. Its weights are written over those of its
 * graph, so that ONNX Runtime runs what was learned. Dropout acts on the vectors.
 */
public final class TinyTrainableEncoder implements TrainableEncoder {
  private static final int DIMENSION = 6;

  private final PretrainedEncoder pretrained;
  private final EncoderTuning tuning;
  private final int pieces;
  private final int positions;
  private final float[] values;
  private final double[] gradients;
  private final double[] mean;
  private final double[] square;
  private final List<Pass> passes = new ArrayList<>();
  private int updates;
  private boolean closed;

  /** What the way back needs of one window. */
  private record Pass(
      EncoderInput input,
      double[][] embeddings,
      double[][] attention,
      double[][] sum,
      double[][] output,
      double[] mask) {}

  /** With the weights of the encoder of the tests. */
  public TinyTrainableEncoder(PretrainedEncoder pretrained, EncoderTuning tuning) {
    this.pretrained = pretrained;
    this.tuning = tuning;
    byte[] graph = pretrained.files().graph();
    this.pieces = floats(graph, "pieces");
    this.positions = floats(graph, "positions");
    this.values = new float[pieces + positions + floats(graph, "output")];
    this.gradients = new double[values.length];
    this.mean = new double[values.length];
    this.square = new double[values.length];
    read(graph, "pieces", 0);
    read(graph, "positions", pieces);
    read(graph, "output", pieces + positions);
  }

  /** Opens encoders of the tests. */
  public static final class Provider implements TrainableEncoderProvider {
    /** For the service loader. */
    public Provider() {}

    @Override
    public TrainableEncoder open(PretrainedEncoder encoder, EncoderTuning tuning) {
      return new TinyTrainableEncoder(encoder, tuning);
    }
  }

  /** Where the bytes of a tensor begin: after its name, a tag and their number. */
  private static int begin(byte[] graph, String name) {
    byte[] field = ("B" + (char) name.length() + name + "J").getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at + field.length < graph.length; at++) {
      int same = 0;
      while (same < field.length && graph[at + same] == field[same]) {
        same++;
      }
      if (same == field.length) {
        return at + field.length;
      }
    }
    throw new IllegalArgumentException("no tensor " + name);
  }

  private static int floats(byte[] graph, String name) {
    int at = begin(graph, name);
    int bytes = 0;
    int shift = 0;
    do {
      bytes |= (graph[at] & 0x7F) << shift;
      shift += 7;
    } while ((graph[at++] & 0x80) != 0);
    return bytes / Float.BYTES;
  }

  private static ByteBuffer tensor(byte[] graph, String name) {
    int at = begin(graph, name);
    while ((graph[at++] & 0x80) != 0) {
      continue;
    }
    return ByteBuffer.wrap(graph, at, Float.BYTES * floats(graph, name))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private void read(byte[] graph, String name, int at) {
    tensor(graph, name).asFloatBuffer().get(values, at, floats(graph, name));
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  private int weight(int i, int j) {
    return pieces + positions + i * DIMENSION + j;
  }

  @Override
  public List<float[]> forward(List<EncoderInput> windows, long step) {
    passes.clear();
    SplittableRandom random = new SplittableRandom(tuning.seed() * 31 + step);
    List<float[]> vectors = new ArrayList<>();
    for (EncoderInput input : windows) {
      Pass pass = pass(input, random);
      passes.add(pass);
      float[] own = new float[input.firsts().length * DIMENSION];
      for (int i = 0; i < own.length; i++) {
        double value = pass.output[input.firsts()[i / DIMENSION]][i % DIMENSION];
        own[i] = (float) (value * pass.mask[i]);
      }
      vectors.add(own);
    }
    return vectors;
  }

  private Pass pass(EncoderInput input, SplittableRandom random) {
    int length = input.pieces().length;
    double[][] embeddings = new double[length][DIMENSION];
    double[][] attention = new double[length][length];
    double[][] sum = new double[length][DIMENSION];
    double[][] output = new double[length][DIMENSION];
    for (int t = 0; t < length; t++) {
      for (int j = 0; j < DIMENSION; j++) {
        embeddings[t][j] =
            values[input.pieces()[t] * DIMENSION + j] + values[pieces + t * DIMENSION + j];
      }
    }
    for (int t = 0; t < length; t++) {
      double total = 0;
      for (int u = 0; u < length; u++) {
        attention[t][u] = Math.exp(dot(embeddings[t], embeddings[u]));
        total += attention[t][u];
      }
      for (int u = 0; u < length; u++) {
        attention[t][u] /= total;
        for (int j = 0; j < DIMENSION; j++) {
          sum[t][j] += attention[t][u] * embeddings[u][j];
        }
      }
      for (int j = 0; j < DIMENSION; j++) {
        sum[t][j] += embeddings[t][j];
      }
      for (int j = 0; j < DIMENSION; j++) {
        double linear = 0;
        for (int i = 0; i < DIMENSION; i++) {
          linear += sum[t][i] * values[weight(i, j)];
        }
        output[t][j] = Math.tanh(linear);
      }
    }
    double[] mask = new double[input.firsts().length * DIMENSION];
    for (int i = 0; i < mask.length; i++) {
      boolean dropped = tuning.dropout() > 0 && random.nextDouble() < tuning.dropout();
      mask[i] = dropped ? 0 : 1 / (1 - tuning.dropout());
    }
    return new Pass(input, embeddings, attention, sum, output, mask);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void backward(List<float[]> gradientsOfVectors) {
    for (int i = 0; i < passes.size(); i++) {
      backward(passes.get(i), gradientsOfVectors.get(i));
    }
  }

  private void backward(Pass pass, float[] gradient) {
    int length = pass.output.length;
    double[][] ofLinear = new double[length][DIMENSION];
    for (int i = 0; i < gradient.length; i++) {
      int t = pass.input.firsts()[i / DIMENSION];
      int j = i % DIMENSION;
      double y = pass.output[t][j];
      ofLinear[t][j] += gradient[i] * pass.mask[i] * (1 - y * y);
    }
    double[][] ofSum = new double[length][DIMENSION];
    double[][] ofEmbeddings = new double[length][DIMENSION];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < DIMENSION; i++) {
        for (int j = 0; j < DIMENSION; j++) {
          gradients[weight(i, j)] += pass.sum[t][i] * ofLinear[t][j];
          ofSum[t][i] += ofLinear[t][j] * values[weight(i, j)];
        }
        ofEmbeddings[t][i] += ofSum[t][i];
      }
    }
    for (int t = 0; t < length; t++) {
      double[] ofAttention = new double[length];
      for (int u = 0; u < length; u++) {
        ofAttention[u] = dot(ofSum[t], pass.embeddings[u]);
        for (int j = 0; j < DIMENSION; j++) {
          ofEmbeddings[u][j] += pass.attention[t][u] * ofSum[t][j];
        }
      }
      double mixed = dot(ofAttention, pass.attention[t]);
      for (int u = 0; u < length; u++) {
        double ofScore = pass.attention[t][u] * (ofAttention[u] - mixed);
        for (int j = 0; j < DIMENSION; j++) {
          ofEmbeddings[t][j] += ofScore * pass.embeddings[u][j];
          ofEmbeddings[u][j] += ofScore * pass.embeddings[t][j];
        }
      }
    }
    for (int t = 0; t < length; t++) {
      for (int j = 0; j < DIMENSION; j++) {
        gradients[pass.input.pieces()[t] * DIMENSION + j] += ofEmbeddings[t][j];
        gradients[pieces + t * DIMENSION + j] += ofEmbeddings[t][j];
      }
    }
  }

  /** Parameters before it do not learn. */
  private int frozen() {
    return tuning.frozenLayers() > 0 ? pieces + positions : 0;
  }

  @Override
  public double gradientNorm() {
    double sum = 0;
    for (int i = frozen(); i < gradients.length; i++) {
      sum += gradients[i] * gradients[i];
    }
    return Math.sqrt(sum);
  }

  @Override
  public void update(double learningRate, double scale) {
    updates++;
    for (int i = frozen(); i < values.length; i++) {
      double g = scale * gradients[i];
      mean[i] = 0.9 * mean[i] + 0.1 * g;
      square[i] = 0.999 * square[i] + 0.001 * g * g;
      double root = Math.sqrt(square[i] / (1 - Math.pow(0.999, updates)));
      double step = mean[i] / (1 - Math.pow(0.9, updates)) / (root + 1e-8);
      values[i] -= (float) (learningRate * (step + tuning.weightDecay() * values[i]));
    }
    Arrays.fill(gradients, 0);
  }

  /** The gradients that the next update takes, of the parameters that learn. */
  public double[] gradients() {
    return Arrays.copyOfRange(gradients, frozen(), gradients.length);
  }

  @Override
  public int parameterCount() {
    return values.length - frozen();
  }

  @Override
  public void copyParameters(float[] into) {
    System.arraycopy(values, frozen(), into, 0, parameterCount());
  }

  @Override
  public void setParameters(float[] given) {
    System.arraycopy(given, 0, values, frozen(), parameterCount());
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(updates);
    for (int i = 0; i < values.length; i++) {
      out.writeFloat(values[i]);
      out.writeDouble(mean[i]);
      out.writeDouble(square[i]);
    }
  }

  @Override
  public void read(DataInputStream in) throws IOException {
    updates = in.readInt();
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
      mean[i] = in.readDouble();
      square[i] = in.readDouble();
    }
  }

  @Override
  public PretrainedEncoder encoder() {
    byte[] graph = pretrained.files().graph().clone();
    tensor(graph, "pieces").asFloatBuffer().put(values, 0, pieces);
    tensor(graph, "positions").asFloatBuffer().put(values, pieces, positions);
    int rest = pieces + positions;
    tensor(graph, "output").asFloatBuffer().put(values, rest, values.length - rest);
    return pretrained.withGraph(graph);
  }

  /** Whether it was closed. */
  public boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
