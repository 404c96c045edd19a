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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadModelException;
import org.sparkner.error.InterruptedRunException;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Algorithm;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.SmallEncoder;
import org.sparkner.pretrained.TinyEncoder;

class TrainingTest {
  private static final List<LabeledSentence> TRAIN = ToyCorpus.sentences(60, 1);
  private static final List<LabeledSentence> VALID = ToyCorpus.sentences(100, 2);

  /** Parts that say when they are asked for. */
  private static class Parts implements TrainingParts {
    private final Algorithm algorithm;
    private final List<String> asked = new ArrayList<>();

    Parts(Algorithm algorithm) {
      this.algorithm = algorithm;
    }

    @Override
    public Algorithm algorithm() {
      return algorithm;
    }

    @Override
    public int workers() {
      return 0;
    }

    @Override
    public LinearOptions linear() {
      asked.add("linear");
      return LinearOptions.DEFAULT
          .withAlgorithm(algorithm)
          .withLinear(LinearRecipe.DEFAULT.withPasses(3));
    }

    @Override
    public TrainingOptions network() {
      asked.add("network");
      return ToyCorpus.options(2, 1);
    }

    @Override
    public Optional<Supplier<PretrainedEncoder>> encoder() {
      return Optional.empty();
    }

    @Override
    public TrainingData data() {
      asked.add("data");
      return new TrainingData(TRAIN, VALID);
    }

    @Override
    public RemoteTraining remote(TrainingOptions options) {
      asked.add("remote");
      return new RemoteTraining() {
        @Override
        public List<LabeledSentence> valid() {
          return VALID;
        }

        @Override
        public NerModel train(
            WordVectors vectors, Checkpointing checkpointing, TrainingListener listener) {
          return new Trainer(options).train(TRAIN, VALID, vectors, checkpointing, listener);
        }
      };
    }

    @Override
    public WordVectors vectors() {
      asked.add("vectors");
      return ToyCorpus.NO_VECTORS;
    }

    @Override
    public boolean calibrates() {
      return true;
    }
  }

  private static class Elsewhere extends Parts {
    Elsewhere() {
      super(Algorithm.NEURAL);
    }

    @Override
    public int workers() {
      return 2;
    }
  }

  private static NerModel run(Parts parts, TrainingListener listener) {
    return Training.of(parts).read().run(Checkpointing.NONE, listener);
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"HMM", "MEMM", "CRF"})
  void aLinearModelAsksForNeitherVectorsNorAnEncoder(Algorithm algorithm) {
    Parts parts = new Parts(algorithm);
    Training training = Training.of(parts);

    assertThat(parts.asked).containsExactly("linear");
    assertThat(training.epochs()).isEqualTo(algorithm == Algorithm.HMM ? 1 : 3);
    assertThat(training.keepsCheckpoints()).isFalse();
    assertThat(training.read().run(Checkpointing.NONE, TrainingListener.NONE).algorithm())
        .isEqualTo(algorithm);
    assertThat(parts.asked).containsExactly("linear", "data");
  }

  @Test
  void aNetworkIsTrainedHereOrWhereItsWorkersAre() {
    Parts here = new Parts(Algorithm.NEURAL);
    Parts elsewhere = new Elsewhere();

    NerModel model = run(here, TrainingListener.NONE);
    NerModel same = run(elsewhere, TrainingListener.NONE);

    assertThat(here.asked).containsExactly("network", "data", "vectors");
    assertThat(elsewhere.asked).containsExactly("network", "remote", "vectors");
    assertThat(same.weights().tensors())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(model.weights().tensors());
  }

  @Test
  void confidencesAreFittedToTheValidationDataAndTheListenerHearsOfIt() {
    List<String> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onCalibration() {
            heard.add("begins");
          }

          @Override
          public void onCalibrated(double temperature, Calibration calibration) {
            heard.add("from " + temperature + " on " + calibration.before().predictions());
          }
        };

    NerModel model = run(new Parts(Algorithm.HMM), TrainingListener.NONE.and(listener));

    assertThat(heard).hasSize(2).first().isEqualTo("begins");
    assertThat(heard.get(1)).startsWith("from 1.0 on ");
    assertThat(model.temperature())
        .isEqualTo(
            Calibration.of(
                    new LinearTrainer(new Parts(Algorithm.HMM).linear())
                        .train(TRAIN, VALID, TrainingListener.NONE),
                    VALID)
                .model()
                .temperature());
  }

  /** A network that reads a small encoder, whose final precision is 8 bits. */
  private static class Quantised extends Parts {
    private final Path folder;
    private final List<LabeledSentence> valid;

    Quantised(Path folder, List<LabeledSentence> valid) {
      super(Algorithm.NEURAL);
      this.folder = folder;
      this.valid = valid;
    }

    @Override
    public TrainingOptions network() {
      return super.network().withRecipe(recipe -> recipe.withEncoderPrecision("int8"));
    }

    @Override
    public Optional<Supplier<PretrainedEncoder>> encoder() {
      return Optional.of(() -> SmallEncoder.readIn(folder, "mpnet"));
    }

    @Override
    public TrainingData data() {
      return new TrainingData(TRAIN, valid);
    }
  }

  @Test
  void theFinishedModelHasTheEncoderInThePrecisionThatIsAskedFor(@TempDir Path folder) {
    List<String> heard = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onQuantisation() {
            heard.add("quantises");
          }

          @Override
          public void onQuantised(QuantisedModel quantised, double f1) {
            heard.add(quantised.toString());
            scores.add(f1);
          }

          @Override
          public void onCalibration() {
            heard.add("calibrates");
          }
        };

    NeuralModel model = (NeuralModel) run(new Quantised(folder, VALID), listener);

    assertThat(heard).hasSize(3).startsWith("quantises").endsWith("calibrates");
    assertThat(heard.get(1)).startsWith("encoder in int8: ").contains(" MB instead of ");
    assertThat(new String(model.contextual().files().graph(), StandardCharsets.ISO_8859_1))
        .contains("MatMulIntegerToFloat");
    double f1 = 100 * new Validation(VALID).score(model).f1();
    assertThat(model.training().metrics()).containsEntry("valid_f1", f1);
    assertThat(scores).containsExactly(f1);
  }

  @Test
  void anotherPrecisionIsRefusedBeforeTheTrainingWhereItCannotBeHad(@TempDir Path folder) {
    Parts without =
        new Quantised(folder, VALID) {
          @Override
          public Optional<Supplier<PretrainedEncoder>> encoder() {
            return Optional.empty();
          }
        };
    Parts unrecognised =
        new Quantised(folder, VALID) {
          @Override
          public Optional<Supplier<PretrainedEncoder>> encoder() {
            return Optional.of(TinyEncoder::read);
          }
        };

    assertThatThrownBy(() -> Training.of(without))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("encoderPrecision int8 needs pretrainedEncoder, found none;");
    assertThatThrownBy(() -> Training.of(new Quantised(folder, List.of())).read())
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("encoderPrecision int8 needs sentences to validate on,");
    assertThatThrownBy(() -> Training.of(unrecognised).read())
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("a graph whose weights are not recognised");
  }

  @Test
  void aSignalWhileConfidencesAreFittedEndsTheTraining() {
    TrainingListener interrupting =
        new TrainingListener() {
          @Override
          public void onCalibration() {
            Thread.currentThread().interrupt();
          }

          @Override
          public void onCalibrated(double temperature, Calibration calibration) {
            throw new AssertionError("goes on");
          }
        };

    assertThatThrownBy(() -> run(new Parts(Algorithm.HMM), interrupting))
        .isInstanceOf(InterruptedRunException.class)
        .hasMessage(
            "The training was interrupted while its confidences were calibrated; start it again.");
    assertThatThrownBy(() -> run(new Parts(Algorithm.NEURAL), interrupting))
        .isInstanceOf(InterruptedRunException.class)
        .hasMessageEndingWith("the same command with --resume goes on from there.");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void nothingIsFittedWhereThereIsNothingToValidateOn() {
    Parts parts =
        new Parts(Algorithm.HMM) {
          @Override
          public TrainingData data() {
            return new TrainingData(TRAIN, List.of());
          }
        };
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onCalibration() {
            throw new AssertionError("calibrates");
          }
        };

    assertThat(run(parts, listener).temperature()).isEqualTo(1);
  }
}
