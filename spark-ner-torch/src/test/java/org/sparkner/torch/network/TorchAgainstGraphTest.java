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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.device.Device;
import org.sparkner.model.Architecture;
import org.sparkner.model.NetworkSizes;
import org.sparkner.network.Architectures;
import org.sparkner.network.IndexedSentence;
import org.sparkner.network.NetworkBackend;
import org.sparkner.network.RandomSentences;
import org.sparkner.network.TaggerNetwork;
import org.sparkner.network.WordTable;
import org.sparkner.tags.LabelSet;
import org.sparkner.torch.TorchDevice;

/** The network on libtorch against the graph: the same numbers for every architecture. */
class TorchAgainstGraphTest {
  private static final LabelSet LABELS = LabelSet.bioes(List.of("X", "Y"));
  private static final int WORD_ROWS = 40;
  private static final int LEARNED_ROWS = 30;
  private static final int CHARACTER_IDS = 12;
  private static final int WORD_DIMENSION = 8;
  private static final long SEED = 5;

  /** Of the norm; single precision sums the terms of a product in another order. */
  private static final double TOLERANCE = 1e-4;

  private static final Architecture SIZES =
      Architecture.DEFAULT
          .with()
          .wordDimension(WORD_DIMENSION)
          .characterDimension(5)
          .characterFilters(7)
          .hidden(16)
          .maxWordLength(5)
          .build();

  private record Trained(TaggerNetwork network, WordTable words) {
    /** On libtorch, in parts of at most two sentences or so. */
    static Trained inParts(Architecture sizes, double dropout) {
      WordTable words = Architectures.words(sizes, new Random(3), WORD_ROWS, LEARNED_ROWS);
      TorchDevice device = TorchDevice.of("cpu");
      return new Trained(
          new TorchNetwork(
              new NetworkSizes(
                  sizes,
                  WORD_ROWS,
                  CHARACTER_IDS,
                  RandomSentences.AFFIXES,
                  RandomSentences.ATTRIBUTE_VALUES),
              LABELS,
              words,
              dropout,
              SEED,
              device,
              new BatchParts(device, 12)),
          words);
    }

    static Trained of(String backend, Architecture sizes, double dropout) {
      WordTable words = Architectures.words(sizes, new Random(3), WORD_ROWS, LEARNED_ROWS);
      NetworkBackend library = NetworkBackend.named(backend);
      library.use(Device.CPU);
      return new Trained(
          library.network(
              new NetworkSizes(
                  sizes,
                  WORD_ROWS,
                  CHARACTER_IDS,
                  RandomSentences.AFFIXES,
                  RandomSentences.ATTRIBUTE_VALUES),
              LABELS,
              words,
              dropout,
              SEED,
              Device.CPU),
          words);
    }
  }

  static Stream<Arguments> architecturesWithAndWithoutDropout() {
    return Architectures.of(SIZES)
        .flatMap(sizes -> Stream.of(Arguments.of(sizes, 0.0), Arguments.of(sizes, 0.5)));
  }

  private static List<IndexedSentence> sentences() {
    return RandomSentences.of(
        new Random(7), LABELS, WORD_ROWS, CHARACTER_IDS, 4, 9, 1, 9, 6, 2, 12);
  }

  @ParameterizedTest
  @MethodSource("architecturesWithAndWithoutDropout")
  void lossGradientsAndEmissionsAreThoseOfTheGraph(Architecture sizes, double dropout) {
    Trained graph = Trained.of("java", sizes, dropout);
    Trained torch = Trained.of("torch", sizes, dropout);
    assertThat(torch.network().parameters()).isEqualTo(graph.network().parameters());
    moveOffZero(graph.network(), torch.network());

    // Twice: gradients are those of the last batch.
    for (int step = 41; step < 43; step++) {
      graph.words().clearGradients();
      torch.words().clearGradients();
      assertLossAgrees(torch, graph, step);
    }

    assertGradientsAgree(torch, graph, sizes);
    List<float[]> expected = graph.network().emissions(sentences());
    List<float[]> found = torch.network().emissions(sentences());
    for (int i = 0; i < expected.size(); i++) {
      assertAgree(found.get(i), expected.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("architecturesWithAndWithoutDropout")
  void partsAddUpToTheWholeBatch(Architecture sizes, double dropout) {
    Trained whole = Trained.of("torch", sizes, dropout);
    Trained parts = Trained.inParts(sizes, dropout);
    moveOffZero(whole.network(), parts.network());

    assertLossAgrees(parts, whole, 41);
    assertGradientsAgree(parts, whole, sizes);
  }

  private static void assertLossAgrees(Trained found, Trained expected, int step) {
    double loss = expected.network().backpropagate(sentences(), step);
    assertThat(found.network().backpropagate(sentences(), step))
        .isCloseTo(loss, within(TOLERANCE * loss));
  }

  private static void assertGradientsAgree(Trained found, Trained expected, Architecture sizes) {
    assertAgree(found.network().gradients(null), expected.network().gradients(null));
    if (sizes.wordDimension() > 0) {
      assertAgree(wordGradients(found.words()), wordGradients(expected.words()));
    }
    if (sizes.features().contextual() != null) {
      assertAgree(
          flat(found.network().contextualGradients()),
          flat(expected.network().contextualGradients()));
    }
  }

  /** A rectifier has no slope at zero, where a token is whose inputs are dropped. */
  private static void moveOffZero(TaggerNetwork... networks) {
    for (TaggerNetwork network : networks) {
      float[] parameters = network.parameters();
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] += 0.01f;
      }
      network.setParameters(parameters);
    }
  }

  private static float[] flat(List<float[][]> vectors) {
    float[] flat = new float[vectors.stream().mapToInt(rows -> rows.length * rows[0].length).sum()];
    int at = 0;
    for (float[][] rows : vectors) {
      for (float[] row : rows) {
        System.arraycopy(row, 0, flat, at, row.length);
        at += row.length;
      }
    }
    return flat;
  }

  private static float[] wordGradients(WordTable words) {
    float[] gradients = new float[WORD_ROWS * WORD_DIMENSION];
    for (int i = 0; i < words.touchedCount(); i++) {
      System.arraycopy(
          words.gradients(),
          i * WORD_DIMENSION,
          gradients,
          words.touchedRow(i) * WORD_DIMENSION,
          WORD_DIMENSION);
    }
    return gradients;
  }

  /** The norm of the difference and the largest difference, both beside the norm. */
  private static void assertAgree(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    double norm = 0;
    double difference = 0;
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      norm += (double) expected[i] * expected[i];
      double by = found[i] - expected[i];
      difference += by * by;
      largest = Math.max(largest, Math.abs(by));
    }
    assertThat(norm).isPositive();
    assertThat(Math.sqrt(difference / norm)).isLessThan(TOLERANCE);
    assertThat(largest / Math.sqrt(norm)).isLessThan(TOLERANCE);
  }

  @Test
  void weightsGoFromOneBackendToTheOther() {
    Architecture sizes = SIZES.withHidden(5);
    Trained graph = Trained.of("java", sizes, 0);
    Trained torch = Trained.of("torch", sizes, 0);
    float[] parameters = graph.network().parameters();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) Math.sin(i);
    }
    graph.network().setParameters(parameters);

    torch.network().setWeights(graph.network().weights());

    assertThat(torch.network().parameters()).isEqualTo(parameters);
    torch
        .network()
        .weights()
        .tensors()
        .forEach(
            tensor ->
                assertThat(tensor.values())
                    .isEqualTo(graph.network().weights().values(tensor.name())));
  }

  @Test
  void withoutContextualVectorsThereAreNoGradientsOfThem() {
    Trained torch = Trained.of("torch", SIZES, 0);
    torch.network().backpropagate(sentences(), 0);
    assertThatThrownBy(() -> torch.network().contextualGradients())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void vectorsThatDoNotLearnHaveNoGradient() {
    Trained torch = Trained.of("torch", SIZES, 0);
    torch.network().backpropagate(sentences(), 0);
    for (int i = 0; i < torch.words().touchedCount(); i++) {
      assertThat(torch.words().touchedRow(i)).isLessThan(LEARNED_ROWS);
    }
  }
}
