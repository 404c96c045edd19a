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
import java.util.List;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.TaggerNetwork;
import org.sparkner.network.WordTable;
import org.sparkner.pretrained.TrainableEncoder;

/**
 * A network that learns: its parameters, its word vectors and their optimiser, and the encoder that
 * learns with it, if there is one.
 */
public final class Learner implements AutoCloseable {
  private final TaggerNetwork network;
  private final WordTable words;
  private final TrainableEncoder encoder;
  private final float[] parameters;
  private final Optimiser optimiser;
  private final WordDropout wordDropout;
  private double encoderRate;
  private float[] gradients;

  /**
   * Has a network learn.
   *
   * @param words the network's table
   * @param encoder whose vectors the network reads; null where none learns
   * @param seed of the words to drop
   */
  public Learner(
      TaggerNetwork network,
      WordTable words,
      TrainableEncoder encoder,
      TrainingOptions options,
      long seed) {
    this.network = network;
    this.words = words;
    this.encoder = encoder;
    this.parameters = network.parameters();
    this.optimiser = Optimiser.of(options.recipe(), parameters, words);
    this.wordDropout = new WordDropout(options.recipe().wordDropout(), seed);
  }

  TaggerNetwork network() {
    return network;
  }

  /** The word vectors, live. */
  public WordTable words() {
    return words;
  }

  /** The encoder that learns; null if there is none. */
  public TrainableEncoder encoder() {
    return encoder;
  }

  /**
   * The parameters without the word vectors, live; {@link #parametersChanged} tells the network.
   */
  public float[] parameters() {
    return parameters;
  }

  /** The optimiser, live. */
  public Optimiser optimiser() {
    return optimiser;
  }

  /** To be called after a change of {@link #parameters} from outside. */
  public void parametersChanged() {
    network.setParameters(parameters);
  }

  /** Takes the rates of a step, which stay until others are taken. */
  public void setRates(LearningRates rates, int epoch, int batch) {
    optimiser.setLearningRate(rates.ofNetwork(epoch, batch));
    encoderRate = rates.ofEncoder(epoch, batch);
  }

  /**
   * One step on a batch.
   *
   * @return summed negative log-likelihood before it, in nats
   * @throws DivergedException if the step came to no numbers; nothing has been learned from it then
   */
  public double learn(Batch batch) {
    int step = optimiser.step();
    List<IndexedSentence> seen = wordDropout.apply(read(batch, step), step);
    for (IndexedSentence sentence : seen) {
      for (int row : sentence.words()) {
        optimiser.coast(row);
      }
    }
    double loss = network.backpropagate(seen, step);
    gradients = network.gradients(gradients);
    if (encoder == null) {
      double norm = Double.isFinite(loss) ? optimiser.update(gradients, batch.size()) : Double.NaN;
      requireNumbers(step, loss, norm);
    } else {
      learnTogether(batch, step, loss);
    }
    network.setParameters(parameters);
    return loss;
  }

  private List<IndexedSentence> read(Batch batch, int step) {
    return encoder == null
        ? batch.sentences()
        : batch.withVectors(encoder.forward(batch.inputs(), step), encoder.dimension());
  }

  /** The bound is on the gradient of both together. */
  private void learnTogether(Batch batch, int step, double loss) {
    encoder.backward(batch.byInput(network.contextualGradients(), encoder.dimension()));
    double norm = optimiser.norm(gradients, encoder.gradientNorm()) / batch.size();
    requireNumbers(step, loss, norm);
    double scale = optimiser.scale(norm, batch.size());
    encoder.update(encoderRate, scale);
    optimiser.update(gradients, scale);
  }

  private void requireNumbers(int step, double loss, double norm) {
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw new DivergedException(
          step,
          loss,
          norm,
          encoder == null ? "learningRate" : "encoderLearningRate or learningRate");
    }
  }

  /** Writes everything that the next step depends on. */
  void write(DataOutputStream out) throws IOException {
    optimiser.write(out);
    if (encoder != null) {
      encoder.write(out);
    }
  }

  /** Takes over what {@link #write} wrote for a run of the same sizes. */
  void read(DataInputStream in) throws IOException {
    optimiser.read(in);
    if (encoder != null) {
      encoder.read(in);
    }
    parametersChanged();
  }

  /** Frees what the encoder holds outside of the heap. */
  @Override
  public void close() {
    if (encoder != null) {
      encoder.close();
    }
  }
}
