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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.pretrained.EncoderInput;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.EncoderWeights;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.SmallEncoder;
import org.sparkner.pretrained.TrainableEncoder;
import org.sparkner.pretrained.TrainableEncoderProvider;
import org.sparkner.torch.Memory;

class TorchEncoderTest {
  static final List<String> NAMES = SmallEncoder.NAMES;

  private static final int WARM_UP = 500;
  private static final EncoderTuning TUNING =
      new EncoderTuning(0.8, 0, 0.01, 0.1, true, false, false, "cpu", 7);

  private static double distance(float[] a, float[] b) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      squares += Math.pow(a[i] - b[i], 2);
    }
    return Math.sqrt(squares);
  }

  @Test
  void isFoundByTheCore() throws IOException {
    TrainableEncoderProvider provider =
        ServiceLoader.load(TrainableEncoderProvider.class).findFirst().orElseThrow();

    try (TrainableEncoder encoder = provider.open(Opened.pretrained("bert"), TUNING)) {
      assertThat(encoder.dimension()).isEqualTo(8);
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void learnsVectorsThatAreAskedFor(String name) throws IOException {
    List<EncoderInput> windows = Opened.windows();
    EncoderTuning tuning = new EncoderTuning(0.9, 0, 0, 0, true, false, false, "cpu", 1);
    try (TorchEncoder teacher = Opened.encoder(name, tuning);
        TorchEncoder encoder = Opened.encoder(name, tuning)) {
      for (int step = 1; step <= 3; step++) {
        Opened.step(teacher, step, 0.1);
      }
      List<float[]> wanted = teacher.forward(windows, 4);
      double first = 0;
      double last = 0;
      for (int step = 1; step <= 60; step++) {
        List<float[]> vectors = encoder.forward(windows, step);
        last = 0;
        for (int w = 0; w < windows.size(); w++) {
          last += distance(vectors.get(w), wanted.get(w));
          for (int i = 0; i < vectors.get(w).length; i++) {
            vectors.get(w)[i] -= wanted.get(w)[i];
          }
        }
        first = step == 1 ? last : first;
        encoder.backward(vectors);
        double norm = encoder.gradientNorm();
        encoder.update(0.02, Math.min(1, 5 / norm));
      }
      assertThat(last).isLessThan(first / 2);
    }
  }

  static Stream<Arguments> namesAndFrozenLayers() {
    return NAMES.stream()
        .flatMap(name -> IntStream.rangeClosed(0, 3).mapToObj(frozen -> arguments(name, frozen)));
  }

  @ParameterizedTest
  @MethodSource("namesAndFrozenLayers")
  void onnxRuntimeAgreesWithWhatItHasLearned(String name, int frozen) throws IOException {
    EncoderTuning tuning = new EncoderTuning(1, frozen, 0.01, 0, true, false, false, "cpu", 7);
    List<EncoderInput> windows = Opened.windows();
    try (TorchEncoder encoder = Opened.encoder(name, tuning)) {
      for (int step = 1; step <= 5; step++) {
        Opened.step(encoder, step, 0.01);
      }
      List<float[]> expected = encoder.forward(windows, 6);

      PretrainedEncoder written = encoder.encoder();

      assertThat(written.vectors().output()).isEqualTo("vectors");
      var found = Graphs.run(written.files().graph(), windows);
      for (int w = 0; w < windows.size(); w++) {
        assertThat(found.get(w)).containsExactly(expected.get(w), within(1e-4f));
      }
      EncoderWeights learned = EncoderWeights.of(written.files(), "learned");
      int width = learned.shape(EncoderWeights.capitalisation(frozen))[1];
      float[] vectors = learned.values(EncoderWeights.capitalisation(frozen));
      assertThat(vectors).hasSize(8 * width);
      // The pieces of the windows are of the classes 1, 2, 3, 4, 5 and 7.
      for (int kind = 0; kind < 8; kind++) {
        assertThat(vectors[kind * width] == 0).as("class " + kind).isEqualTo(kind % 6 == 0);
      }
    }
  }

  @Test
  void capitalisationOfAFrozenLevelStaysAndTheLowestThatLearnsGetsItsOwn() throws IOException {
    try (TorchEncoder all = Opened.encoder("bert", TUNING)) {
      Opened.step(all, 1, 0.01);
      PretrainedEncoder before = all.encoder();
      EncoderTuning upper = new EncoderTuning(1, 2, 0.01, 0, true, false, false, "cpu", 7);
      try (TrainableEncoder encoder = new TorchEncoderProvider().open(before, upper)) {
        Opened.step((TorchEncoder) encoder, 1, 0.01);

        EncoderWeights learned = EncoderWeights.of(encoder.encoder().files(), "learned");
        String ofPieces = EncoderWeights.capitalisation(0);
        assertThat(learned.values(ofPieces))
            .isEqualTo(EncoderWeights.of(before.files(), "before").values(ofPieces));
        assertThat(learned.hasCapitalisation(2)).isTrue();
        PretrainedEncoder later = encoder.encoder();
        try (TrainableEncoder again = new TorchEncoderProvider().open(later, TUNING)) {
          EncoderWeights same = EncoderWeights.of(again.encoder().files(), "again");
          assertThat(same.names()).isEqualTo(learned.names());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"false, SINGLE", "true, SINGLE", "false, BRAIN", "false, HALF"})
  void aRunThatIsTakenUpAgainEndsTheSame(boolean recompute, Precision precision)
      throws IOException {
    EncoderTuning tuning = new EncoderTuning(0.8, 0, 0.01, 0.1, true, false, recompute, "cpu", 7);
    try (TorchEncoder whole = Opened.encoder("mpnet", tuning, precision);
        TorchEncoder resumed = Opened.encoder("mpnet", tuning, precision)) {
      for (int step = 1; step <= 4; step++) {
        Opened.step(whole, step, 0.01);
      }
      byte[] checkpoint = Opened.state(whole);
      Opened.step(whole, 5, 0.01);
      Opened.step(whole, 6, 0.005);

      resumed.read(new DataInputStream(new ByteArrayInputStream(checkpoint)));
      Opened.step(resumed, 5, 0.01);
      Opened.step(resumed, 6, 0.005);

      assertThat(Opened.state(resumed)).isEqualTo(Opened.state(whole));
      assertThat(Opened.parameters(resumed)).containsExactly(Opened.parameters(whole));
    }
  }

  @Test
  void parametersThatAreSetAreThoseThatAreCopied() throws IOException {
    try (TorchEncoder encoder = Opened.encoder("electra", TUNING)) {
      Opened.step(encoder, 1, 0.01);
      Opened.step(encoder, 2, 0.01);
      float[] values = Opened.parameters(encoder);
      for (int i = 0; i < values.length; i++) {
        values[i] += i % 3;
      }

      encoder.setParameters(values);

      assertThat(Opened.parameters(encoder)).containsExactly(values);
    }
  }

  @Test
  void layersBelowLearnMoreSlowly() throws IOException {
    EncoderTuning tuning = new EncoderTuning(0.5, 0, 0, 0, true, false, false, "cpu", 7);
    try (TorchEncoder encoder = Opened.encoder("bert", tuning)) {
      var before = encoder.encoder().files();
      Opened.step(encoder, 1, 0.01);

      var rates = Graphs.largestChanges(before, encoder.encoder().files());

      assertThat(rates.get("encoder.layer.2.output.dense.weight")).isCloseTo(0.01, within(1e-4));
      assertThat(rates.get("encoder.layer.1.output.dense.weight")).isCloseTo(0.005, within(1e-4));
      assertThat(rates.get("encoder.layer.0.output.dense.weight")).isCloseTo(0.0025, within(1e-4));
      assertThat(rates.get("embeddings.position_embeddings.weight"))
          .isCloseTo(0.00125, within(1e-4));
      assertThat(rates.get("embeddings.word_embeddings.weight")).isCloseTo(0.00125, within(1e-4));
    }
  }

  @Test
  void weightDecayIsForMatrices() throws IOException {
    EncoderTuning tuning = new EncoderTuning(1, 0, 0.5, 0, false, false, false, "cpu", 7);
    List<EncoderInput> windows = Opened.windows();
    try (TorchEncoder encoder = Opened.encoder("bert", tuning)) {
      var before = encoder.encoder().files();
      encoder.forward(windows, 1);
      encoder.backward(Opened.gradients(windows, 8, 1));
      encoder.update(0.01, 1e-16);

      var changes = Graphs.largestRatios(before, encoder.encoder().files());

      assertThat(changes.get("encoder.layer.1.output.dense.weight")).isCloseTo(0.005, within(2e-4));
      assertThat(changes.get("embeddings.word_embeddings.weight")).isCloseTo(0.005, within(2e-4));
      assertThat(changes.get("encoder.layer.1.output.LayerNorm.weight")).isLessThan(1e-3);
    }
  }

  @Test
  void dropoutFollowsFromSeedAndStep() throws IOException {
    List<EncoderInput> windows = Opened.windows();
    try (TorchEncoder one = Opened.encoder("bert", TUNING);
        TorchEncoder same = Opened.encoder("bert", TUNING);
        TorchEncoder other =
            Opened.encoder(
                "bert", new EncoderTuning(0.8, 0, 0.01, 0.1, true, false, false, "cpu", 8))) {
      float[] vectors = one.forward(windows, 3).get(0);

      assertThat(same.forward(windows, 3).get(0)).containsExactly(vectors);
      assertThat(same.forward(windows, 4).get(0)).isNotEqualTo(vectors);
      assertThat(other.forward(windows, 3).get(0)).isNotEqualTo(vectors);
      assertThat(one.forward(windows, 3).get(0)).containsExactly(vectors);
    }
  }

  @Test
  void gradientsThatAreNotFiniteAreThrownAwayAndTheScaleHalved() throws IOException {
    List<EncoderInput> windows = Opened.windows();
    try (TorchEncoder encoder = Opened.encoder("bert", TUNING, Precision.HALF)) {
      float[] before = Opened.parameters(encoder);
      encoder.forward(windows, 1);
      List<float[]> gradients = Opened.gradients(windows, 8, 1);
      gradients.forEach(gradient -> Arrays.fill(gradient, 60_000));
      encoder.backward(gradients);

      assertThat(encoder.gradientNorm()).isZero();
      encoder.update(0.01, 1);

      assertThat(Opened.parameters(encoder)).containsExactly(before);
      // Steps with smaller ones follow once the scale is right.
      for (int step = 2; step <= 10; step++) {
        Opened.step(encoder, step, 0.01);
      }
      assertThat(Opened.parameters(encoder)).isNotEqualTo(before);
    }
  }

  @Test
  void manyGradientsInARowThatAreNotFiniteEndTheTraining() throws IOException {
    List<EncoderInput> windows = Opened.windows();
    List<float[]> gradients = Opened.gradients(windows, 8, 1);
    gradients.forEach(gradient -> Arrays.fill(gradient, Float.NaN));
    try (TorchEncoder encoder = Opened.encoder("bert", TUNING)) {
      assertThatThrownBy(
              () -> {
                for (int step = 1; step <= 20; step++) {
                  encoder.forward(windows, step);
                  encoder.backward(gradients);
                  encoder.gradientNorm();
                  encoder.update(0.01, 1);
                }
              })
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("not finite in 20 steps in a row");
    }
  }

  @Tag("slow")
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"false, 1000", "true, 500"})
  void memoryOutsideTheHeapDoesNotGrow(boolean recompute, int steps) throws IOException {
    EncoderTuning tuning = new EncoderTuning(0.8, 0, 0.01, 0.1, true, false, recompute, "cpu", 7);
    List<EncoderInput> windows =
        Collections.nCopies(64, Opened.window(2, 14, 8, 17, 14, 8, 17, 14, 8, 17, 14, 8, 17, 3));
    try (TorchEncoder encoder = Opened.encoder("mpnet", tuning)) {
      List<float[]> gradients = Opened.gradients(windows, encoder.dimension(), 1);
      long before = 0;
      for (int step = 1; step <= WARM_UP + steps; step++) {
        if (step == WARM_UP) {
          before = Memory.outsideTheHeap();
        }
        encoder.forward(windows, step);
        encoder.backward(gradients);
        encoder.gradientNorm();
        encoder.update(0.001, 1);
      }
      // One tensor of a layer that were kept in each step would be 28 KB a step.
      assertThat(Memory.outsideTheHeap() - before).isLessThan(steps * 14_000L);
    }
  }

  @Test
  void anInnerLayersOutputIsRefused() throws IOException {
    PretrainedEncoder whole = Opened.pretrained("bert");
    PretrainedEncoder inner =
        new PretrainedEncoder(
            new ContextualVectors("layer_norm_6", 8, 16, false), whole.files(), "small", 0);

    assertThatThrownBy(() -> new TorchEncoderProvider().open(inner, TUNING))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("output layer_norm_6 cannot learn");
  }

  @Test
  void anEncoderOfWhichNothingLearnsIsRefused() throws IOException {
    PretrainedEncoder encoder = Opened.pretrained("bert");
    EncoderTuning tuning = new EncoderTuning(1, 4, 0, 0, false, false, false, "cpu", 1);

    assertThatThrownBy(() -> new TorchEncoderProvider().open(encoder, tuning))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "Of the encoder's 4 levels (its embeddings and 3 layers), 4 are to stay");
  }
}
