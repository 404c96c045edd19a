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

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.pretrained.EncoderFiles;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.pretrained.LayerRange;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.TrainableEncoder;
import org.sparkner.pretrained.TransformerGraph;
import org.sparkner.torch.DeviceMemory;
import org.sparkner.torch.TorchDevice;

/** An encoder that learns on libtorch. */
final class TorchEncoder implements TrainableEncoder {
  private static final String LOCATION = "of this training";

  private final PretrainedEncoder origin;
  private final EncoderWeights weights;
  private final EncoderTuning tuning;
  private final TorchDevice device;
  private final Parameters parameters;
  private final WordPieces words;
  private final Dropout dropout;
  private final Transformer transformer;
  private final AdamW optimiser;
  private final LossScale scale;
  private final FittingPasses passes;
  private long updates;
  private double norm = Double.NaN;

  /** Whether there are gradients that {@link #update} has not yet taken. */
  private boolean gradients;

  /**
   * How the parts of this encoder become what computes a batch: whether much is kept, or little.
   */
  interface PassMaker {
    Pass make(
        Transformer transformer,
        WordPieces words,
        PackedWindows batch,
        LayerRange layers,
        long step);
  }

  TorchEncoder(
      PretrainedEncoder origin,
      EncoderWeights weights,
      EncoderTuning tuning,
      TorchDevice device,
      Precision precision,
      PassMaker maker) {
    this.origin = origin;
    this.weights = weights;
    this.tuning = tuning;
    this.device = device;
    LayerRates rates = new LayerRates(weights.layers().last(), tuning);
    parameters = new Parameters(weights, rates, precision, device);
    words = new WordPieces(weights, rates, device);
    dropout = new Dropout(device, tuning.seed(), tuning.dropout());
    transformer = new Transformer(weights.config(), parameters, rates, dropout, precision, device);
    optimiser = new AdamW(device);
    scale = new LossScale(precision);
    passes =
        new FittingPasses(
            (batch, step) -> maker.make(transformer, words, batch, weights.layers(), step),
            weights.config(),
            device);
  }

  @Override
  public int dimension() {
    return weights.config().hidden();
  }

  @Override
  public List<float[]> forward(List<EncoderInput> windows, long step) {
    return passes.forward(windows, step);
  }

  @Override
  public void backward(List<float[]> ofVectors) {
    passes.backward(ofVectors, scale.factor(), this::startOver);
    gradients = true;
    norm = Double.NaN;
  }

  private void startOver() {
    if (gradients) {
      throw new UsageException(
          "Device "
              + device.name()
              + " has not memory enough for another batch of the same step: lower batchSize.");
    }
    clearGradients();
  }

  private void clearGradients() {
    parameters.clearGradients();
    words.clearGradients();
  }

  /** The norm, or 0 where a gradient is not finite: {@link #update} throws those away. */
  @Override
  public double gradientNorm() {
    double found = norm();
    return Double.isFinite(found) ? found / scale.factor() : 0;
  }

  private double norm() {
    if (Double.isNaN(norm)) {
      try (PointerScope scope = new PointerScope();
          NoGradGuard none = new NoGradGuard()) {
        double squared = parameters.squaredNorm().add(words.squaredNorm()).item_double();
        norm = Double.isNaN(squared) ? Double.POSITIVE_INFINITY : Math.sqrt(squared);
      }
    }
    return norm;
  }

  @Override
  public void update(double learningRate, double gradientScale) {
    try (NoGradGuard none = new NoGradGuard()) {
      if (Double.isFinite(norm())) {
        updates++;
        double divisor = scale.factor() / gradientScale;
        parameters.step(optimiser, learningRate, divisor, updates);
        words.step(optimiser, learningRate, divisor, updates);
        scale.onFinite();
      } else {
        scale.onOverflow();
      }
    } catch (RuntimeException e) {
      throw DeviceMemory.refusal(
          e,
          device,
          "the encoder's optimiser beside its weights",
          "raise encoderFrozenLayers; the last checkpoint is from before");
    } finally {
      clearGradients();
      gradients = false;
      norm = Double.NaN;
    }
  }

  @Override
  public int parameterCount() {
    return Math.addExact(parameters.count(), words.count());
  }

  @Override
  public void copyParameters(float[] into) {
    parameters.copyTo(into);
    words.copyTo(into, parameters.count());
  }

  @Override
  public void setParameters(float[] values) {
    parameters.copyFrom(values);
    words.copyFrom(values, parameters.count());
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeLong(updates);
    scale.write(out);
    parameters.write(out);
    words.write(out);
  }

  @Override
  public void read(DataInputStream in) throws IOException {
    updates = in.readLong();
    scale.read(in);
    parameters.read(in);
    words.read(in);
  }

  @Override
  public PretrainedEncoder encoder() {
    Map<String, float[]> learned = new LinkedHashMap<>(parameters.learned());
    if (words.learns()) {
      learned.put(EncoderWeights.WORDS, words.learned());
    }
    ContextualVectors old = origin.vectors();
    ContextualVectors vectors =
        new ContextualVectors(
            TransformerGraph.VECTORS, dimension(), old.positions(), old.wholeDocument());
    EncoderFiles files =
        new EncoderFiles(
            TransformerGraph.write(weights.with(learned)),
            origin.files().tokenizer(),
            origin.files().config());
    return new PretrainedEncoder(vectors, files, LOCATION, Runtime.getRuntime().maxMemory() / 4);
  }

  @Override
  public void close() {
    passes.close();
    parameters.close();
    words.close();
    dropout.close();
  }
}
