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

package org.sparkner.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.sparkner.network.WordTable;
import org.sparkner.pretrained.PretrainedEncoder;

/** A copy of what was learned by the epoch with the best score so far; of equal ones, the first. */
final class BestWeights {
  private final float[] parameters;
  private final WordTable words;
  private final float[] bestParameters;
  private final float[] bestRows;
  private int epoch;
  private double score = Double.NEGATIVE_INFINITY;
  private Map<String, Double> metrics = Map.of();
  private PretrainedEncoder encoder;

  /**
   * @param parameters the live ones
   * @param words the live table
   */
  BestWeights(float[] parameters, WordTable words) {
    this.parameters = parameters;
    this.words = words;
    this.bestParameters = new float[parameters.length];
    this.bestRows = new float[words.trainable() * words.dimension()];
  }

  /** The best epoch, from 1; 0 before the first. */
  int epoch() {
    return epoch;
  }

  /**
   * Whether something was found at the best epoch. Scores of epochs that found nothing are below 0.
   */
  boolean found() {
    return score > 0;
  }

  /** What was measured at the best epoch. */
  Map<String, Double> metrics() {
    return metrics;
  }

  /** The encoder of the best epoch; null if none learns, or before the first. */
  PretrainedEncoder encoder() {
    return encoder;
  }

  /**
   * Keeps the live weights if their score is better than all before.
   *
   * @param encoder as it is now, if it learns; else null
   */
  boolean keep(int epoch, double score, Map<String, Double> metrics, PretrainedEncoder encoder) {
    if (!(score > this.score)) {
      return false;
    }
    this.epoch = epoch;
    this.score = score;
    this.metrics = metrics;
    // A copy that has not loaded its graph: so what loaded it for validation can go.
    this.encoder = encoder == null ? null : encoder.withGraph(encoder.files().graph());
    System.arraycopy(parameters, 0, bestParameters, 0, parameters.length);
    System.arraycopy(words.values(), 0, bestRows, 0, bestRows.length);
    return true;
  }

  /** Puts the best weights in the place of the live ones; leaves them where there are none yet. */
  void restore() {
    if (epoch > 0) {
      System.arraycopy(bestParameters, 0, parameters, 0, parameters.length);
      System.arraycopy(bestRows, 0, words.values(), 0, bestRows.length);
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(epoch);
    out.writeDouble(score);
    out.writeInt(metrics.size());
    for (Map.Entry<String, Double> metric : new TreeMap<>(metrics).entrySet()) {
      out.writeUTF(metric.getKey());
      out.writeDouble(metric.getValue());
    }
    StateIo.write(bestParameters, bestParameters.length, out);
    StateIo.write(bestRows, bestRows.length, out);
    byte[] graph = encoder == null ? new byte[0] : encoder.files().graph();
    out.writeInt(graph.length);
    out.write(graph);
  }

  /**
   * Takes over what {@link #write} wrote for a run of the same sizes.
   *
   * @param current gives the encoder as it is now, of whose kind the best one is
   */
  void read(DataInputStream in, Supplier<PretrainedEncoder> current) throws IOException {
    epoch = in.readInt();
    score = in.readDouble();
    Map<String, Double> read = new TreeMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      read.put(in.readUTF(), in.readDouble());
    }
    metrics = Map.copyOf(read);
    StateIo.read(bestParameters, bestParameters.length, in);
    StateIo.read(bestRows, bestRows.length, in);
    byte[] graph = new byte[in.readInt()];
    in.readFully(graph);
    encoder = graph.length == 0 ? null : current.get().withGraph(graph);
  }
}
