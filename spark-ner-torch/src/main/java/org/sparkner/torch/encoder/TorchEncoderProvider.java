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

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderConfig;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.TrainableEncoder;
import org.sparkner.pretrained.TrainableEncoderProvider;
import org.sparkner.pretrained.TransformerGraph;
import org.sparkner.torch.DeviceMemory;
import org.sparkner.torch.TorchDevice;

/** Opens encoders of known architectures on libtorch. */
public final class TorchEncoderProvider implements TrainableEncoderProvider {
  /** What exporters and we name the vectors of the layers that the weights are known of. */
  private static final Set<String> OUTPUTS = Set.of("last_hidden_state", TransformerGraph.VECTORS);

  @Override
  public TrainableEncoder open(PretrainedEncoder encoder, EncoderTuning tuning) {
    TorchDevice device = TorchDevice.of(tuning.device());
    return open(encoder, tuning, device, Precision.of(tuning.mixedPrecision(), device));
  }

  static TorchEncoder open(
      PretrainedEncoder encoder, EncoderTuning tuning, TorchDevice device, Precision precision) {
    return open(
        encoder,
        tuning,
        device,
        precision,
        tuning.recompute() ? RecomputedPass::new : GraphPass::new);
  }

  static TorchEncoder open(
      PretrainedEncoder encoder,
      EncoderTuning tuning,
      TorchDevice device,
      Precision precision,
      TorchEncoder.PassMaker maker) {
    String output = encoder.vectors().output();
    if (!OUTPUTS.contains(output)) {
      throw new UsageException(
          "The encoder's output "
              + output
              + " cannot learn: leave out pretrainedEncoderOutput, so that its last layer is"
              + " read, or keep the encoder as it is.");
    }
    EncoderWeights weights = EncoderWeights.of(encoder.files(), "that is to learn");
    int layers = weights.layers().last();
    if (tuning.frozenLayers() > layers) {
      throw new UsageException(
          "Of the encoder's "
              + (1 + layers)
              + " levels (its embeddings and "
              + layers
              + " layers), "
              + tuning.frozenLayers()
              + " are to stay as they are: leave one at least to learn.");
    }
    try {
      return new TorchEncoder(encoder, prepared(weights, tuning), tuning, device, precision, maker);
    } catch (RuntimeException e) {
      throw DeviceMemory.refusal(
          e, device, "the weights of the encoder that is to learn", "raise encoderFrozenLayers");
    }
  }

  private static EncoderWeights prepared(EncoderWeights weights, EncoderTuning tuning) {
    int lowest = tuning.frozenLayers();
    boolean learns =
        IntStream.rangeClosed(lowest, weights.layers().last()).anyMatch(weights::hasCapitalisation);
    if (!tuning.capitalisation() || learns) {
      return weights;
    }
    int width = lowest == 0 ? weights.config().embedding() : weights.config().hidden();
    return weights.with(
        Map.of(
            EncoderWeights.capitalisation(lowest),
            new float[EncoderConfig.CAPITALISATIONS * width]));
  }
}
