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
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.Weights;
import org.sparkner.tags.LabelSet;

/**
 * A network as a DeepLearning4J graph, on the processor. Dropout acts on the character vectors, on
 * the input of each of the encoder's layers and on the output of the last (Ma &amp; Hovy 2016,
 * section 3.2).
 */
public final class GraphNetwork implements TaggerNetwork {
  private static final String WORDS = "words";
  private static final String CHARACTERS = "characters";
  private static final String FEATURES = "features";
  private static final String CONTEXTUAL = "contextual";
  private static final String WORD_VECTORS = "word-vectors";
  private static final String CHARACTER_ENCODER = "character-encoder";
  private static final String FEATURE_VECTORS = "feature-vectors";
  private static final String TOKENS = "tokens";
  private static final String DECODER = "decoder";

  private final NetworkSizes sizes;
  private final LabelSet labels;
  private final WordTable words;
  private final NetworkParameters layout;
  private final ComputationGraph graph;
  private final DataType type;
  private final FloatArithmetic floats = new FloatArithmetic();
  private int[] lengths;

  /**
   * A network with new weights.
   *
   * @param words the word table, of the architecture's word dimension; shared, not copied
   * @param dropout probability to drop, 0 to below 1
   * @param seed of the initial weights and of dropout
   */
  public GraphNetwork(
      NetworkSizes sizes, LabelSet labels, WordTable words, double dropout, long seed) {
    this(sizes, labels, words, dropout, seed, DataType.FLOAT);
  }

  /** A network without affixes, of any precision. */
  GraphNetwork(
      Architecture architecture,
      LabelSet labels,
      int characterIds,
      WordTable words,
      double dropout,
      long seed,
      DataType type) {
    this(
        new NetworkSizes(architecture, words.values().length / words.dimension(), characterIds, 0),
        labels,
        words,
        dropout,
        seed,
        type);
  }

  GraphNetwork(
      NetworkSizes sizes,
      LabelSet labels,
      WordTable words,
      double dropout,
      long seed,
      DataType type) {
    if (words.dimension() != sizes.architecture().wordDimension()) {
      throw new IllegalArgumentException(
          "The word table has "
              + words.dimension()
              + " floats per word, the architecture needs "
              + sizes.architecture().wordDimension()
              + ".");
    }
    this.sizes = sizes;
    this.labels = labels;
    this.words = words;
    this.layout = NetworkParameters.of(sizes, labels.size());
    this.type = type;
    this.graph = new ComputationGraph(configuration(sizes, labels, dropout, seed, type));
    graph.init();
    if (words.dimension() > 0) {
      ((WordVectorsLayer) graph.getLayer(WORD_VECTORS)).bind(words);
    }
  }

  private static ComputationGraphConfiguration configuration(
      NetworkSizes network, LabelSet labels, double dropout, long seed, DataType type) {
    Architecture sizes = network.architecture();
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .seed(seed)
            .updater(new NoOp())
            .graphBuilder();
    List<String> inputs = new ArrayList<>();
    if (sizes.wordDimension() > 0) {
      graph
          .addInputs(WORDS)
          .addLayer(WORD_VECTORS, new WordVectorsConfiguration(sizes.wordDimension()), WORDS);
      inputs.add(WORD_VECTORS);
    }
    if (sizes.characterEncoder() != CharacterEncoder.NONE) {
      graph
          .addInputs(CHARACTERS)
          .addLayer(
              CHARACTER_ENCODER,
              characters(sizes, network.characterIds(), dropout, seed),
              CHARACTERS);
      inputs.add(CHARACTER_ENCODER);
    }
    if (sizes.features().size() > 0) {
      graph
          .addInputs(FEATURES)
          .addLayer(
              FEATURE_VECTORS,
              new FeatureVectorsConfiguration(
                  network.featureVectors(), RandomPlace.FEATURE_VECTORS.weightSeed(seed)),
              FEATURES);
      inputs.add(FEATURE_VECTORS);
    }
    if (sizes.features().contextual() != null) {
      graph.addInputs(CONTEXTUAL);
      inputs.add(CONTEXTUAL);
    }
    String below = inputs.get(0);
    if (inputs.size() > 1) {
      graph.addVertex(TOKENS, new MergeVertex(), inputs.toArray(String[]::new));
      below = TOKENS;
    }
    List<EncoderLayer> layers = sizes.encoderLayers();
    for (int i = 0; i < layers.size(); i++) {
      RandomPlace place = RandomPlace.layer(i);
      graph.addLayer(
          layers.get(i).name(),
          new EncoderConfiguration(
              layers.get(i), place.dropout(dropout, seed), place.weightSeed(seed)),
          below);
      below = layers.get(i).name();
    }
    DecoderConfiguration decoder =
        new DecoderConfiguration(
            sizes.outputSize(),
            labels,
            sizes.decoder(),
            RandomPlace.DECODER.dropout(dropout, seed),
            RandomPlace.DECODER.weightSeed(seed));
    return graph
        .addLayer(DECODER, decoder, below)
        .setOutputs(DECODER)
        .validateOutputLayerConfig(false)
        .build();
  }

  private static SequenceConfiguration characters(
      Architecture sizes, int characterIds, double dropout, long seed) {
    Dropout masks = RandomPlace.CHARACTER_ENCODER.dropout(dropout, seed);
    long weightSeed = RandomPlace.CHARACTER_ENCODER.weightSeed(seed);
    return sizes.characterEncoder() == CharacterEncoder.LSTM
        ? new CharacterLstmConfiguration(sizes, characterIds, masks, weightSeed)
        : new CharacterCnnConfiguration(sizes, characterIds, masks, weightSeed);
  }

  ComputationGraph graph() {
    return graph;
  }

  @Override
  public int parameterCount() {
    return layout.size();
  }

  @Override
  public float[] parameters() {
    return floats.read(graph.params());
  }

  @Override
  public void setParameters(float[] values) {
    floats.write(layout.require(values), graph.params());
  }

  @Override
  public float[] gradients(float[] into) {
    return floats.read(graph.getFlattenedGradients(), into);
  }

  @Override
  public double backpropagate(List<IndexedSentence> batch, long step) {
    PaddedBatch arrays = PaddedBatch.of(batch, sizes.architecture(), labels.size(), type);
    graph.getConfiguration().setIterationCount((int) step);
    graph.setInputs(arrays.inputs());
    graph.setLabels(arrays.labelArrays());
    ((DecoderLayer) graph.getLayer(DECODER)).teach(batch);
    graph.setLayerMaskArrays(arrays.inputMasks(), arrays.labelMasks());
    graph.computeGradientAndScore();
    double loss = graph.score() * batch.size();
    graph.clearLayerMaskArrays();
    lengths = batch.stream().mapToInt(IndexedSentence::size).toArray();
    return loss;
  }

  /** They are the last rows of what the first layer of the encoder gave back for its inputs. */
  @Override
  public List<float[][]> contextualGradients() {
    Architecture architecture = sizes.architecture();
    int dimension = architecture.features().contextualDimension();
    if (dimension == 0 || lengths == null) {
      throw new IllegalStateException(
          "Gradients of contextual vectors need a network that reads some and a batch that was"
              + " propagated through it.");
    }
    SequenceLayer<?> first = (SequenceLayer<?>) graph.getLayer(firstLayer());
    int rows = architecture.inputSize();
    int steps = Arrays.stream(lengths).max().orElseThrow();
    List<float[][]> gradients = new ArrayList<>(lengths.length);
    for (int i = 0; i < lengths.length; i++) {
      float[][] ofSentence = new float[lengths[i]][dimension];
      for (int j = 0; j < dimension; j++) {
        int row = (i * rows + rows - dimension + j) * steps;
        for (int t = 0; t < lengths[i]; t++) {
          ofSentence[t][j] = first.pass().inputGradient(row + t);
        }
      }
      gradients.add(ofSentence);
    }
    return gradients;
  }

  /** The name of the layer that reads the vectors of tokens. */
  private String firstLayer() {
    List<EncoderLayer> layers = sizes.architecture().encoderLayers();
    return layers.isEmpty() ? DECODER : layers.get(0).name();
  }

  @Override
  public List<float[]> emissions(List<IndexedSentence> batch) {
    PaddedBatch arrays = PaddedBatch.of(batch, sizes.architecture(), labels.size(), type);
    INDArray output =
        graph.output(false, arrays.inputs(), arrays.inputMasks(), arrays.labelMasks())[0];
    int scores = sizes.architecture().decoder().scores(labels.size());
    List<float[]> emissions = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      float[] rows = new float[batch.get(i).size() * scores];
      for (int j = 0; j < rows.length; j++) {
        rows[j] = output.getFloat(i, j % scores, j / scores);
      }
      emissions.add(rows);
    }
    return emissions;
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
