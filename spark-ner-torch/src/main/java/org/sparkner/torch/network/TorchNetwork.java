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

package org.sparkner.torch.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.global.torch;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.FeatureVectors;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.Weights;
import org.sparkner.network.DistinctWords;
import org.sparkner.network.EmissionLoss;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.NetworkParameters;
import org.sparkner.network.TaggerNetwork;
import org.sparkner.network.WordTable;
import org.sparkner.tags.LabelSet;
import org.sparkner.torch.HostArrays;
import org.sparkner.torch.TorchDevice;

/**
 * A network on libtorch. Parameters and gradients live on the device; of the word table only the
 * rows of a batch go there.
 */
final class TorchNetwork implements TaggerNetwork {
  private final NetworkSizes sizes;
  private final Architecture architecture;
  private final int scores;
  private final WordTable words;
  private final double dropout;
  private final long seed;
  private final TorchDevice device;
  private final NetworkParameters layout;
  private final ParameterTensors parameters;
  private final CharacterLayer characters;
  private final List<EncoderModule> encoder;
  private final EmissionLoss loss;
  private final BatchParts parts;

  /** Values and gradients of the loss's own parameters, which are the network's last. */
  private final float[] chain;

  private final float[] chainGradient;

  /** Gradients of the last batch's contextual vectors; null where there are none. */
  private List<float[][]> last;

  TorchNetwork(
      NetworkSizes sizes,
      LabelSet labels,
      WordTable words,
      double dropout,
      long seed,
      TorchDevice device,
      BatchParts parts) {
    this.sizes = sizes;
    this.architecture = sizes.architecture();
    this.scores = architecture.decoder().scores(labels.size());
    this.words = words;
    this.dropout = dropout;
    this.seed = seed;
    this.device = device;
    this.parts = parts;
    this.layout = NetworkParameters.of(sizes, labels.size());
    this.loss = new EmissionLoss(architecture.decoder(), labels);
    this.chain = new float[loss.parameterCount()];
    this.chainGradient = new float[chain.length];
    float[] initial = layout.initial(seed);
    keepChain(initial);
    this.parameters = new ParameterTensors(layout, initial, device);
    this.characters =
        architecture.characterEncoder() == CharacterEncoder.NONE
            ? null
            : CharacterLayer.of(architecture, parameters, device);
    this.encoder =
        architecture.encoderLayers().stream()
            .map(shape -> EncoderModule.of(shape, parameters, device))
            .toList();
  }

  private void keepChain(float[] flat) {
    System.arraycopy(flat, flat.length - chain.length, chain, 0, chain.length);
  }

  @Override
  public int parameterCount() {
    return layout.size();
  }

  @Override
  public float[] parameters() {
    try (PointerScope scope = new PointerScope()) {
      return parameters.values();
    }
  }

  @Override
  public void setParameters(float[] values) {
    try (PointerScope scope = new PointerScope()) {
      parameters.set(values);
    }
    keepChain(values);
  }

  @Override
  public float[] gradients(float[] into) {
    float[] gradients =
        into != null && into.length == layout.size() ? into : new float[layout.size()];
    try (PointerScope scope = new PointerScope()) {
      parameters.copyGradients(gradients);
    }
    System.arraycopy(chainGradient, 0, gradients, gradients.length - chain.length, chain.length);
    return gradients;
  }

  /** What the parts of a batch come to, beside the gradients of parameters. */
  private static final class Sums {
    private final List<Runnable> wordGradients = new ArrayList<>();
    private final List<float[][]> contextual = new ArrayList<>();
    private double loss;
  }

  @Override
  public double backpropagate(List<IndexedSentence> batch, long step) {
    Sums sums = new Sums();
    parts.compute(
        batch, () -> start(sums), (begin, end) -> learnFrom(batch, begin, end, step, sums));
    sums.wordGradients.forEach(Runnable::run);
    last = architecture.features().contextual() == null ? null : sums.contextual;
    return sums.loss;
  }

  private void start(Sums sums) {
    try (PointerScope scope = new PointerScope()) {
      parameters.clearGradients();
    }
    Arrays.fill(chainGradient, 0);
    sums.wordGradients.clear();
    sums.contextual.clear();
    sums.loss = 0;
  }

  private void learnFrom(List<IndexedSentence> batch, int begin, int end, long step, Sums sums) {
    List<IndexedSentence> part = batch.subList(begin, end);
    try (PointerScope scope = new PointerScope()) {
      TokenRows tokens = TokenRows.of(part, byTime());
      Given given = given(part, tokens, true);
      WholeBatch whole = part.size() == batch.size() ? null : whole(batch, begin, end);
      Tensor emissions =
          emissions(part, tokens, given, new Masks(dropout, seed, step, device, whole));
      float[] gradient = new float[tokens.count() * scores];
      float[] own = new float[chain.length];
      double sum = loss.of(part, ordered(emissions, tokens), chain, gradient, own);
      emissions.backward(
          HostArrays.toDevice(rows(gradient, tokens), device, tokens.count(), scores),
          new BoolOptional(),
          false,
          new TensorArrayRefOptional());
      if (words.trainable() > 0) {
        float[] values = new float[tokens.count() * words.dimension()];
        HostArrays.toHost(given.words().grad(), values, 0);
        sums.wordGradients.add(() -> addWordGradients(part, tokens, values));
      }
      if (given.contextual() != null) {
        sums.contextual.addAll(contextualGradients(tokens, given.contextual()));
      }
      for (int i = 0; i < own.length; i++) {
        chainGradient[i] += own[i];
      }
      sums.loss += sum;
    }
  }

  private WholeBatch whole(List<IndexedSentence> batch, int begin, int end) {
    DistinctWords all =
        characters == null ? null : DistinctWords.of(batch, architecture.maxWordLength());
    return new WholeBatch(TokenRows.of(batch, byTime()), all, begin, end);
  }

  /**
   * What a batch brings along for its tokens, row by row as the network has them.
   *
   * @param words word vectors; null where the network reads none
   * @param contextual contextual vectors; null where the network reads none
   */
  private record Given(Tensor words, Tensor contextual) {}

  private Given given(List<IndexedSentence> batch, TokenRows tokens, boolean training) {
    Tensor vectors = words.dimension() == 0 ? null : wordVectors(batch, tokens);
    Tensor contextual =
        architecture.features().contextual() == null ? null : contextual(batch, tokens);
    if (training && words.trainable() > 0) {
      vectors.set_requires_grad(true);
    }
    if (training && contextual != null) {
      contextual.set_requires_grad(true);
    }
    return new Given(vectors, contextual);
  }

  private List<float[][]> contextualGradients(TokenRows tokens, Tensor contextual) {
    int dimension = architecture.features().contextualDimension();
    float[] values = new float[tokens.count() * dimension];
    HostArrays.toHost(contextual.grad(), values, 0);
    List<float[][]> gradients = new ArrayList<>();
    for (int i = 0; i < tokens.layout().sentences(); i++) {
      gradients.add(new float[tokens.layout().length(i)][dimension]);
    }
    tokens.forEach(
        (sentence, token, row, place) ->
            System.arraycopy(
                values, row * dimension, gradients.get(sentence)[token], 0, dimension));
    return gradients;
  }

  @Override
  public List<float[][]> contextualGradients() {
    if (last == null) {
      throw new IllegalStateException(
          "Gradients of contextual vectors need a network that reads some and a batch that was"
              + " propagated through it.");
    }
    return last;
  }

  private boolean byTime() {
    return architecture.wordEncoder().recurrent();
  }

  /** [tokens × word dimension]. */
  private Tensor wordVectors(List<IndexedSentence> batch, TokenRows tokens) {
    int dimension = words.dimension();
    float[] values = new float[tokens.count() * dimension];
    tokens.forEach(
        (sentence, token, row, place) ->
            System.arraycopy(
                words.values(),
                batch.get(sentence).words()[token] * dimension,
                values,
                row * dimension,
                dimension));
    return HostArrays.toDevice(values, device, tokens.count(), dimension);
  }

  private void addWordGradients(List<IndexedSentence> batch, TokenRows tokens, float[] values) {
    int dimension = words.dimension();
    tokens.forEach(
        (sentence, token, row, place) ->
            words.addGradient(batch.get(sentence).words()[token], values, row * dimension));
  }

  /** [tokens × scores], row by row as the network has them. */
  private Tensor emissions(
      List<IndexedSentence> batch, TokenRows tokens, Given given, Masks masks) {
    List<Tensor> inputs = new ArrayList<>();
    if (given.words() != null) {
      inputs.add(given.words());
    }
    if (characters != null) {
      inputs.add(
          CharacterLayer.ofTokens(characters, batch, architecture.maxWordLength(), tokens, masks));
    }
    addFeatureVectors(batch, tokens, inputs);
    if (given.contextual() != null) {
      inputs.add(given.contextual());
    }
    Tensor rows = Rows.beside(inputs);
    for (int i = 0; i < encoder.size(); i++) {
      rows = encoder.get(i).forward(masks.ofLayer(i, rows, tokens), tokens.layout());
    }
    Tensor dropped = masks.ofDecoder(rows, tokens);
    return torch.addmm(
        parameters.vector(Weights.EMISSION_BIAS),
        dropped,
        parameters.matrix(Weights.EMISSION_WEIGHT));
  }

  private void addFeatureVectors(
      List<IndexedSentence> batch, TokenRows tokens, List<Tensor> inputs) {
    int first = 0;
    for (FeatureVectors table : sizes.featureVectors()) {
      int slots = table.slots();
      int slot = first;
      long[] ids = new long[tokens.count() * slots];
      tokens.forEach(
          (sentence, token, row, place) -> {
            for (int i = 0; i < slots; i++) {
              ids[row * slots + i] = batch.get(sentence).features()[token][slot + i];
            }
          });
      inputs.add(
          Rows.of(parameters.matrix(table.name()), ids, device)
              .view(tokens.count(), (long) slots * table.dimension()));
      first += slots;
    }
  }

  private Tensor contextual(List<IndexedSentence> batch, TokenRows tokens) {
    int dimension = architecture.features().contextualDimension();
    float[] values = new float[tokens.count() * dimension];
    tokens.forEach(
        (sentence, token, row, place) ->
            System.arraycopy(
                batch.get(sentence).contextual()[token], 0, values, row * dimension, dimension));
    return HostArrays.toDevice(values, device, tokens.count(), dimension);
  }

  /** Values of a token each, copied out sentence by sentence. */
  private float[] ordered(Tensor emissions, TokenRows tokens) {
    float[] rows = new float[tokens.count() * scores];
    HostArrays.toHost(emissions, rows, 0);
    float[] ordered = new float[rows.length];
    tokens.forEach(
        (sentence, token, row, place) ->
            System.arraycopy(rows, row * scores, ordered, place * scores, scores));
    return ordered;
  }

  /** The inverse of {@link #ordered}. */
  private float[] rows(float[] ordered, TokenRows tokens) {
    float[] rows = new float[ordered.length];
    tokens.forEach(
        (sentence, token, row, place) ->
            System.arraycopy(ordered, place * scores, rows, row * scores, scores));
    return rows;
  }

  @Override
  public List<float[]> emissions(List<IndexedSentence> batch) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      TokenRows tokens = TokenRows.of(batch, byTime());
      Masks none = new Masks(0, seed, -1, device, null);
      float[] all = ordered(emissions(batch, tokens, given(batch, tokens, false), none), tokens);
      List<float[]> emissions = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        float[] own = new float[batch.get(i).size() * scores];
        System.arraycopy(all, tokens.layout().sentenceStart(i) * scores, own, 0, own.length);
        emissions.add(own);
      }
      return emissions;
    }
  }

  @Override
  public Weights weights() {
    return layout.weights(parameters(), words);
  }

  @Override
  public void setWeights(Weights weights) {
    setParameters(layout.flat(weights));
  }
}
