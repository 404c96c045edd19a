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

package org.sparkner.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;
import org.sparkner.model.Architecture;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;
import org.sparkner.tags.LabelSet;

/**
 * The char-CNN / BiLSTM / CRF network of Ma &amp; Hovy (2016) as a DeepLearning4J graph, with
 * gradients. Dropout acts on the character vectors, on the BiLSTM's input and on its output (their
 * section 3.2). Updating the parameters is the caller's; a network serves one thread.
 */
public final class TaggerNetwork {
  private static final String WORDS = "words";
  private static final String CHARACTERS = "characters";
  private static final String WORD_VECTORS = "word-vectors";
  private static final String CHARACTER_CNN = "character-cnn";
  private static final String TOKENS = "tokens";
  private static final String BILSTM = "bilstm";
  private static final String CRF = "crf";

  /** By layer, from the key of each parameter to its name in a saved model. */
  private static final Map<String, Map<String, String>> NAMES =
      Map.of(
          CHARACTER_CNN,
          Map.of(
              CharacterCnnConfiguration.VECTORS, Weights.CHARACTER_VECTORS,
              CharacterCnnConfiguration.FILTERS, Weights.CHARACTER_FILTERS,
              CharacterCnnConfiguration.BIAS, Weights.CHARACTER_BIAS),
          BILSTM,
          Map.of(
              BiLstmConfiguration.FORWARD + BiLstmConfiguration.INPUT, Weights.FORWARD_INPUT,
              BiLstmConfiguration.FORWARD + BiLstmConfiguration.RECURRENT,
                  Weights.FORWARD_RECURRENT,
              BiLstmConfiguration.FORWARD + BiLstmConfiguration.BIAS, Weights.FORWARD_BIAS,
              BiLstmConfiguration.BACKWARD + BiLstmConfiguration.INPUT, Weights.BACKWARD_INPUT,
              BiLstmConfiguration.BACKWARD + BiLstmConfiguration.RECURRENT,
                  Weights.BACKWARD_RECURRENT,
              BiLstmConfiguration.BACKWARD + BiLstmConfiguration.BIAS, Weights.BACKWARD_BIAS),
          CRF,
          Map.of(
              CrfConfiguration.WEIGHT, Weights.EMISSION_WEIGHT,
              CrfConfiguration.BIAS, Weights.EMISSION_BIAS,
              CrfConfiguration.TRANSITIONS, Weights.TRANSITIONS,
              CrfConfiguration.BEGIN, Weights.BEGIN,
              CrfConfiguration.END, Weights.END));

  private final Architecture architecture;
  private final LabelSet labels;
  private final int characterIds;
  private final WordTable words;
  private final ComputationGraph graph;
  private final DataType type;
  private final FloatArithmetic floats = new FloatArithmetic();

  /**
   * A network with new weights.
   *
   * @param characterIds ids of characters, padding and unknown among them
   * @param words the word table, of the architecture's word dimension; shared, not copied
   * @param dropout probability to drop, 0 to below 1
   * @param seed of the initial weights and of dropout
   */
  public TaggerNetwork(
      Architecture architecture,
      LabelSet labels,
      int characterIds,
      WordTable words,
      double dropout,
      long seed) {
    this(architecture, labels, characterIds, words, dropout, seed, DataType.FLOAT);
  }

  TaggerNetwork(
      Architecture architecture,
      LabelSet labels,
      int characterIds,
      WordTable words,
      double dropout,
      long seed,
      DataType type) {
    if (words.dimension() != architecture.wordDimension()) {
      throw new IllegalArgumentException(
          "The word table has "
              + words.dimension()
              + " floats a word, the architecture wants "
              + architecture.wordDimension()
              + ".");
    }
    this.architecture = architecture;
    this.labels = labels;
    this.characterIds = characterIds;
    this.words = words;
    this.type = type;
    this.graph =
        new ComputationGraph(
            configuration(architecture, labels, characterIds, dropout, seed, type));
    graph.init();
    ((WordVectorsLayer) graph.getLayer(WORD_VECTORS)).bind(words);
  }

  private static ComputationGraphConfiguration configuration(
      Architecture sizes,
      LabelSet labels,
      int characterIds,
      double dropout,
      long seed,
      DataType type) {
    CharacterCnnConfiguration characters =
        new CharacterCnnConfiguration(
            characterIds,
            sizes.characterDimension(),
            sizes.characterWidth(),
            sizes.characterFilters(),
            sizes.maxWordLength(),
            new Dropout(dropout, seed * 31 + 1),
            seed * 31 + 4);
    BiLstmConfiguration bilstm =
        new BiLstmConfiguration(
            sizes.inputSize(), sizes.hidden(), new Dropout(dropout, seed * 31 + 2), seed * 31 + 5);
    CrfConfiguration crf =
        new CrfConfiguration(
            sizes.outputSize(), labels, new Dropout(dropout, seed * 31 + 3), seed * 31 + 6);
    return new NeuralNetConfiguration.Builder()
        .dataType(type)
        .seed(seed)
        .updater(new NoOp())
        .graphBuilder()
        .addInputs(WORDS, CHARACTERS)
        .addLayer(WORD_VECTORS, new WordVectorsConfiguration(sizes.wordDimension()), WORDS)
        .addLayer(CHARACTER_CNN, characters, CHARACTERS)
        .addVertex(TOKENS, new MergeVertex(), WORD_VECTORS, CHARACTER_CNN)
        .addLayer(BILSTM, bilstm, TOKENS)
        .addLayer(CRF, crf, BILSTM)
        .setOutputs(CRF)
        .validateOutputLayerConfig(false)
        .build();
  }

  ComputationGraph graph() {
    return graph;
  }

  /** Parameters without the word table. */
  public int parameterCount() {
    return (int) graph.numParams();
  }

  /** A copy of the parameters, without the word table. */
  public float[] parameters() {
    return floats.read(graph.params());
  }

  /** Overwrites the parameters. */
  public void setParameters(float[] values) {
    if (values.length != parameterCount()) {
      throw new IllegalArgumentException(
          "The network has " + parameterCount() + " parameters, found " + values.length + ".");
    }
    floats.write(values, graph.params());
  }

  /** A copy of the gradients of the last {@link #backpropagate}, in the order of the parameters. */
  public float[] gradients() {
    return gradients(null);
  }

  /** As {@link #gradients()}, into the array given where it is as long; null for a new one. */
  public float[] gradients(float[] into) {
    return floats.read(graph.getFlattenedGradients(), into);
  }

  /**
   * Runs a batch forward and backward. Gradients are sums over the batch: of the parameters in
   * {@link #gradients}, of the word vectors added to the word table's.
   *
   * @param batch labelled sentences
   * @param step number of the training step, which with the seed decides dropout
   * @return summed negative log-likelihood in nats
   */
  public double backpropagate(List<EncodedSentence> batch, long step) {
    PaddedBatch arrays = PaddedBatch.of(batch, architecture.maxWordLength(), type);
    graph.getConfiguration().setIterationCount((int) step);
    graph.setInputs(arrays.inputs());
    graph.setLabels(arrays.labelArrays());
    graph.setLayerMaskArrays(arrays.inputMasks(), arrays.labelMasks());
    graph.computeGradientAndScore();
    double loss = graph.score() * batch.size();
    graph.clearLayerMaskArrays();
    return loss;
  }

  /** Emissions of each sentence, [token × label] row-major, without dropout. */
  public List<float[]> emissions(List<EncodedSentence> batch) {
    PaddedBatch arrays = PaddedBatch.of(batch, architecture.maxWordLength(), type);
    INDArray output =
        graph.output(false, arrays.inputs(), arrays.inputMasks(), arrays.labelMasks())[0];
    List<float[]> emissions = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      float[] rows = new float[batch.get(i).size() * labels.size()];
      for (int j = 0; j < rows.length; j++) {
        rows[j] = output.getFloat(i, j % labels.size(), j / labels.size());
      }
      emissions.add(rows);
    }
    return emissions;
  }

  /** The weights under the names of a saved model: the live word table, copies of all else. */
  public Weights weights() {
    int wordRows = words.values().length / words.dimension();
    Map<String, int[]> shapes = Weights.shapes(architecture, wordRows, characterIds, labels.size());
    Map<String, float[]> values = new HashMap<>();
    values.put(Weights.WORD_VECTORS, words.values());
    NAMES.forEach(
        (layer, names) ->
            names.forEach((key, name) -> values.put(name, floats.read(parameter(layer, key)))));
    List<Tensor> tensors = new ArrayList<>();
    shapes.forEach((name, shape) -> tensors.add(new Tensor(name, shape, values.get(name))));
    return new Weights(tensors);
  }

  /**
   * Overwrites the parameters with a saved model's of the same sizes. The word table stays as it
   * is.
   */
  public void setWeights(Weights weights) {
    NAMES.forEach(
        (layer, names) ->
            names.forEach(
                (key, name) -> floats.write(weights.values(name), parameter(layer, key))));
  }

  private INDArray parameter(String layer, String key) {
    return graph.getLayer(layer).getParam(key);
  }
}
