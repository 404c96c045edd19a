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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.sparkner.model.Architecture;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.Decoder;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.NetworkSizes;
import org.sparkner.model.WordEncoder;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.LatentLabels;

/** Gradients against finite differences in double precision, with sentences of unlike lengths. */
class GradientTest {
  private static final Architecture SMALL =
      Architecture.DEFAULT
          .with()
          .wordDimension(4)
          .characterDimension(3)
          .characterFilters(5)
          .hidden(6)
          .maxWordLength(5)
          .build();
  private static final LabelSet LABELS = LabelSet.bioes(List.of("X"));
  private static final int WORD_ROWS = 9;
  private static final int CHARACTER_IDS = 7;

  @BeforeEach
  void useDoublePrecision() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterEach
  void useSinglePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  private static WordTable table(Architecture sizes, Random random) {
    return Architectures.words(sizes, random, WORD_ROWS, 6);
  }

  private static List<IndexedSentence> sentences(Random random) {
    return RandomSentences.of(random, LABELS, WORD_ROWS, CHARACTER_IDS, 3, 5, 1, 4);
  }

  static Stream<Architecture> architectures() {
    return Architectures.of(SMALL.withHidden(3));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("architectures")
  void everyParameterOfEveryLayerPassesTheGradientCheckWithRaggedMasks(Architecture sizes) {
    checkGradients(sizes, 0.5);
  }

  @Test
  void passesTheGradientCheckWithoutDropout() {
    checkGradients(SMALL, 0);
  }

  @ParameterizedTest
  @EnumSource(Decoder.class)
  void partialLabelsAndWeightsPassTheGradientCheck(Decoder decoder) {
    LatentLabels latent = LatentLabels.of(LABELS, Set.of("X"));
    List<IndexedSentence> sentences = new ArrayList<>(sentences(new Random(13)));
    sentences.set(0, sentences.get(0).supervised(latent, 1));
    sentences.set(1, sentences.get(1).supervised(null, 0.25f));
    sentences.set(2, sentences.get(2).supervised(latent, 2.5f));
    checkGradients(SMALL.with().decoder(decoder).build(), 0, sentences);
  }

  private static void checkGradients(Architecture sizes, double dropout) {
    checkGradients(sizes, dropout, sentences(new Random(11)));
  }

  private static void checkGradients(
      Architecture sizes, double dropout, List<IndexedSentence> sentences) {
    Random random = new Random(11);
    GraphNetwork network =
        new GraphNetwork(
            new NetworkSizes(
                sizes,
                WORD_ROWS,
                CHARACTER_IDS,
                RandomSentences.AFFIXES,
                RandomSentences.ATTRIBUTE_VALUES),
            LABELS,
            table(sizes, random),
            dropout,
            5,
            DataType.DOUBLE);
    assertThat(network.graph().params().amaxNumber().doubleValue()).isPositive();
    // A rectifier has no slope at zero, where a token is whose inputs are dropped and bias is new.
    network.graph().params().addi(0.01);
    PaddedBatch batch = PaddedBatch.of(sentences, sizes, LABELS.size(), DataType.DOUBLE);
    boolean passed =
        GradientCheckUtil.checkGradients(
            new GradientCheckUtil.GraphConfig()
                .net(network.graph())
                .inputs(batch.inputs())
                .labels(batch.labelArrays())
                .inputMask(batch.inputMasks())
                .labelMask(batch.labelMasks())
                .epsilon(1e-6)
                .maxRelError(1e-5)
                .minAbsoluteError(1e-8));
    assertThat(passed).isTrue();
  }

  @Test
  void wordVectorGradientsEqualDifferencesAndFrozenRowsHaveNone() {
    Random random = new Random(12);
    WordTable table = table(SMALL, random);
    GraphNetwork network =
        new GraphNetwork(
            new NetworkSizes(
                SMALL,
                WORD_ROWS,
                CHARACTER_IDS,
                RandomSentences.AFFIXES,
                RandomSentences.ATTRIBUTE_VALUES),
            LABELS,
            table,
            0,
            5,
            DataType.DOUBLE);
    List<IndexedSentence> sentences = sentences(random);
    network.backpropagate(sentences, 0);
    float[] gradients = table.gradients().clone();
    int touched = table.touchedCount();
    assertThat(touched).isPositive();
    for (int i = 0; i < touched; i++) {
      int row = table.touchedRow(i);
      assertThat(row).isLessThan(table.trainable());
      for (int j = 0; j < table.dimension(); j++) {
        int at = row * table.dimension() + j;
        float value = table.values()[at];
        float step = 1f / 1024;
        table.values()[at] = value + step;
        double upper = table.values()[at];
        double more = network.backpropagate(sentences, 0);
        table.values()[at] = value - step;
        double lower = table.values()[at];
        double less = network.backpropagate(sentences, 0);
        table.values()[at] = value;
        assertThat((double) gradients[i * table.dimension() + j])
            .isCloseTo((more - less) / (upper - lower), within(1e-5));
      }
    }
  }

  static Stream<Architecture> architecturesWithContextualVectors() {
    InputFeatures contextual = InputFeatures.NONE.withContextual(Architectures.CONTEXTUAL);
    Architecture sizes = SMALL.withHidden(3).withFeatures(contextual);
    return Stream.of(
        sizes,
        sizes.withCharacterEncoder(CharacterEncoder.NONE).withDecoder(Decoder.SOFTMAX),
        sizes.withEncoder(WordEncoder.GRU, 2, true),
        sizes.withEncoder(WordEncoder.FFNN_WINDOW, 1, false).withWindowWidth(1),
        sizes
            .withEncoder(WordEncoder.CNN, 1, true)
            .withFeatures(contextual.withCapitalisationDimension(2)));
  }

  @ParameterizedTest
  @MethodSource("architecturesWithContextualVectors")
  void gradientsOfContextualVectorsEqualDifferences(Architecture sizes) {
    Random random = new Random(13);
    GraphNetwork network =
        new GraphNetwork(
            new NetworkSizes(
                sizes,
                WORD_ROWS,
                CHARACTER_IDS,
                RandomSentences.AFFIXES,
                RandomSentences.ATTRIBUTE_VALUES),
            LABELS,
            table(sizes, random),
            0.3,
            5,
            DataType.DOUBLE);
    List<IndexedSentence> sentences = sentences(random);
    network.backpropagate(sentences, 0);

    List<float[][]> gradients = network.contextualGradients();

    double largest = 0;
    for (int i = 0; i < sentences.size(); i++) {
      float[][] vectors = sentences.get(i).contextual();
      for (int t = 0; t < vectors.length; t++) {
        for (int j = 0; j < vectors[t].length; j++) {
          float value = vectors[t][j];
          float step = 1f / 1024;
          vectors[t][j] = value + step;
          double upper = vectors[t][j];
          double more = network.backpropagate(sentences, 0);
          vectors[t][j] = value - step;
          double lower = vectors[t][j];
          double less = network.backpropagate(sentences, 0);
          vectors[t][j] = value;
          assertThat((double) gradients.get(i)[t][j])
              .isCloseTo((more - less) / (upper - lower), within(1e-5));
          largest = Math.max(largest, Math.abs(gradients.get(i)[t][j]));
        }
      }
    }
    assertThat(largest).isGreaterThan(1e-2);
  }

  @Test
  void aNetworkWithoutContextualVectorsHasNoGradientsOfThem() {
    Random random = new Random(14);
    GraphNetwork network =
        new GraphNetwork(SMALL, LABELS, CHARACTER_IDS, table(SMALL, random), 0, 5, DataType.DOUBLE);
    network.backpropagate(sentences(random), 0);

    assertThatThrownBy(network::contextualGradients).isInstanceOf(IllegalStateException.class);
  }
}
