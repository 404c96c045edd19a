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

import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.sparkner.pretrained.EncoderConfig;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.pretrained.RelativePositions;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * The parts of a transformer (Vaswani et al. 2017, with normalisation after each) as expressions of
 * libtorch. Products and attention are in the precision given, sums and normalisations in single
 * precision. Dropout is where BERT has it but for the weights of attention, where it would keep
 * libtorch from its fast kernels; frozen parts have none.
 */
record Transformer(
    EncoderConfig config,
    Parameters parameters,
    LayerRates rates,
    Dropout dropout,
    Precision precision,
    TorchDevice device) {
  private static final String NORMALISATION = "LayerNorm";
  private static final String PROJECTION = "embeddings_project";

  /**
   * What the layers read [pieces × hidden].
   *
   * @param words the vectors of the batch's distinct pieces
   */
  Tensor embeddings(PackedWindows batch, Tensor words, long step) {
    Tensor positions =
        parameters
            .get(EncoderWeights.POSITIONS)
            .index_select(0, batch.positions(config.positionOffset()));
    Tensor sum =
        withCapitalisation(words.index_select(0, batch.placesOfPieces()).add(positions), batch, 0);
    Tensor dropped = dropped(normalised(sum, "embeddings." + NORMALISATION), batch, 0, step, 0);
    return parameters.has(PROJECTION + ".weight")
        ? product(dropped, PROJECTION).to(ScalarType.Float)
        : dropped;
  }

  private Tensor withCapitalisation(Tensor input, PackedWindows batch, int level) {
    String name = EncoderWeights.capitalisation(level);
    return parameters.has(name)
        ? input.add(parameters.get(name).index_select(0, batch.capitalisation()))
        : input;
  }

  /** Whether attention is biased by the distance of pieces. */
  boolean isBiased() {
    return config.relativeBuckets() > 0;
  }

  /**
   * The bias of attention by the distance of pieces [1 × heads × longest × longest], row by row as
   * libtorch's fast kernels for GPUs want it.
   */
  Tensor bias(PackedWindows batch) {
    int length = batch.longest();
    long[] classes = new long[length * length];
    for (int reader = 0; reader < length; reader++) {
      for (int read = 0; read < length; read++) {
        classes[reader * length + read] =
            RelativePositions.bucket(read - reader, config.relativeBuckets());
      }
    }
    return parameters
        .get(EncoderWeights.RELATIVE_BIAS)
        .index_select(0, HostArrays.toDevice(classes, device, classes.length))
        .view(length, length, config.heads())
        .permute(2, 0, 1)
        .contiguous()
        .unsqueeze(0);
  }

  /**
   * What a layer makes of what the layer below gives [pieces × hidden].
   *
   * @param index of the layer from 0
   * @param bias of {@link #bias}, or null
   */
  Tensor layer(int index, Tensor below, PackedWindows batch, Tensor bias, long step) {
    String name = EncoderWeights.layer(index);
    Tensor input = withCapitalisation(below, batch, index + 1);
    Tensor low = precision.of(input);
    Tensor read = attention(product(low, name + "attention.self.query"), batch, bias);
    Tensor attended =
        residual(input, product(read, name + "attention.output.dense"), batch, index, step, 0);
    Tensor middle = normalised(attended, name + "attention.output." + NORMALISATION);
    Tensor inner = activated(product(precision.of(middle), name + "intermediate.dense"));
    Tensor sum = residual(middle, product(inner, name + "output.dense"), batch, index, step, 1);
    return normalised(sum, name + "output." + NORMALISATION);
  }

  private Tensor residual(
      Tensor input, Tensor change, PackedWindows batch, int layer, long step, int part) {
    return input.add(dropped(change, batch, layer + 1, step, 1 + 2 * layer + part));
  }

  private Tensor dropped(Tensor values, PackedWindows batch, int level, long step, int place) {
    return rates.learns(level) ? dropout.apply(values, batch.before(), step, place) : values;
  }

  private Tensor product(Tensor input, String name) {
    return torch.linear(
        precision.of(input),
        precision.of(parameters.get(name + ".weight")),
        new TensorOptional(precision.of(parameters.get(name + ".bias"))));
  }

  private Tensor normalised(Tensor values, String name) {
    return torch.layer_norm(
        values,
        new long[] {values.size(-1)},
        new TensorOptional(parameters.get(name + ".weight")),
        new TensorOptional(parameters.get(name + ".bias")),
        config.epsilon(),
        true);
  }

  private Tensor activated(Tensor values) {
    return switch (config.activation()) {
      case GELU -> torch.gelu(values);
      case GELU_TANH -> torch.gelu(values, "tanh");
      case RELU -> torch.relu(values);
    };
  }

  /**
   * @param projected queries, keys and values beside one another [pieces × 3 hidden]
   * @param bias of all distances in the batch, or null
   */
  private Tensor attention(Tensor projected, PackedWindows batch, Tensor bias) {
    List<WindowRectangle> rectangles = batch.rectangles();
    if (rectangles.size() == 1) {
      return attention(projected, rectangles.get(0), bias);
    }
    Tensor[] read =
        rectangles.stream()
            .map(
                rectangle ->
                    attention(
                        projected.index_select(0, rectangle.rowsOfBatch()),
                        rectangle,
                        bias == null ? null : near(bias, rectangle.longest())))
            .toArray(Tensor[]::new);
    return torch.cat(new TensorVector(read), 0).index_select(0, batch.placesAmongRectangles());
  }

  /** The bias of pieces that stand so near one another. */
  private static Tensor near(Tensor bias, int length) {
    return bias.narrow(2, 0, length).narrow(3, 0, length);
  }

  private Tensor attention(Tensor projected, WindowRectangle windows, Tensor bias) {
    Tensor rectangle = windows.isFull() ? projected : spread(projected, windows);
    Tensor parts =
        rectangle
            .view(windows.count(), windows.longest(), 3, config.heads(), config.headSize())
            .permute(2, 0, 3, 1, 4);
    Tensor mask = mask(windows, bias);
    Tensor read =
        (device.isGpu() || mask == null || !mask.requires_grad())
            ? fused(parts, mask)
            : plain(parts, mask);
    Tensor rows = read.transpose(1, 2).reshape(-1, config.hidden());
    return windows.isFull() ? rows : rows.index_select(0, windows.places());
  }

  private Tensor spread(Tensor rows, WindowRectangle windows) {
    return torch
        .zeros(
            new long[] {(long) windows.count() * windows.longest(), rows.size(1)},
            device.options(precision.type()))
        .index_copy(0, windows.places(), rows);
  }

  private static Tensor mask(WindowRectangle windows, Tensor bias) {
    if (windows.isFull()) {
      return bias;
    }
    return bias == null ? windows.mask() : windows.mask().add(bias);
  }

  /** By a kernel of libtorch that keeps no weights; on processors it is fast with 32 bits alone. */
  private Tensor fused(Tensor parts, Tensor mask) {
    ScalarType type = device.isGpu() ? precision.type() : ScalarType.Float;
    Tensor all = parts.to(type);
    return torch.scaled_dot_product_attention(
        all.select(0, 0),
        all.select(0, 1),
        all.select(0, 2),
        mask == null ? new TensorOptional() : new TensorOptional(mask.to(type)),
        0.0,
        false,
        new DoubleOptional(),
        false);
  }

  /** Where the bias learns, which libtorch's kernel for processors does not offer. */
  private Tensor plain(Tensor parts, Tensor mask) {
    Tensor queries = parts.select(0, 0).mul(new Scalar(1 / Math.sqrt(config.headSize())));
    Tensor scores = queries.matmul(parts.select(0, 1).transpose(2, 3)).add(precision.of(mask));
    return torch.softmax(scores, -1).matmul(parts.select(0, 2));
  }
}
