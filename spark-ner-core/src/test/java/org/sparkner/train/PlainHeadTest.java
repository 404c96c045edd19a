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

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.CharacterEncoder;
import org.sparkner.model.Decoder;
import org.sparkner.model.IfExists;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.WordEncoder;
import org.sparkner.pretrained.TinyEncoder;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;
import org.sparkner.train.rounds.AveragingOptions;
import org.sparkner.train.rounds.RoundTrainer;
import org.sparkner.train.rounds.ThreadlessWorkers;

/** Networks without word vectors and without an encoder of words. */
class PlainHeadTest {
  private static final List<LabeledSentence> TRAIN = ToyCorpus.sentences(203, 1);
  private static final List<LabeledSentence> VALID = ToyCorpus.sentences(40, 2);
  private static final WordVectors NO_WORDS = WordVectors.none(0);

  @TempDir Path folder;

  private static TrainingOptions options(Decoder decoder) {
    TrainingOptions toy = ToyCorpus.options(6, 5);
    return toy.withArchitecture(
        toy.architecture()
            .withEncoder(WordEncoder.NONE, 1, true)
            .withWordDimension(0)
            .withDecoder(decoder));
  }

  private static NeuralModel train(TrainingOptions options) {
    return (NeuralModel)
        new Trainer(options)
            .train(TRAIN, VALID, NO_WORDS, Checkpointing.NONE, TrainingListener.NONE);
  }

  @ParameterizedTest
  @EnumSource(Decoder.class)
  void aNetworkOfCharactersAloneLearnsAndIsSavedWithoutWords(Decoder decoder) {
    NeuralModel model = train(options(decoder));

    assertThat(model.training().metrics().get("valid_f1")).isGreaterThan(90);
    assertThat(model.weights().tensors()).extracting(Tensor::name).doesNotContain("word.vectors");
    assertThat(model.lexicon().wordRows()).isEqualTo(1);
    Path saved = folder.resolve("model");
    ModelWriter.write(model, saved, IfExists.REFUSE);
    List<List<String>> sentences = VALID.stream().map(LabeledSentence::tokens).toList();
    for (Precision precision : List.of(Precision.F32, Precision.INT8)) {
      assertThat(Tagger.load(saved, precision).tagSentences(sentences, true))
          .usingRecursiveComparison()
          .isEqualTo(Tagger.of(model, Precision.F32).tagSentences(sentences, true));
    }
    assertThat(ModelReader.manifest(saved).sizes()).isEqualTo(model.sizes());
  }

  @Test
  void aLinearLayerOverAnEncoderLearns() {
    TrainingOptions head = options(Decoder.SOFTMAX);
    NeuralModel model =
        train(
            head.withArchitecture(head.architecture().withCharacterEncoder(CharacterEncoder.NONE))
                .withContextual(TinyEncoder.read()));

    assertThat(model.architecture().inputSize()).isEqualTo(6);
    assertThat(model.weights().tensors())
        .extracting(Tensor::name)
        .containsExactly("emission.weight", "emission.bias");
    assertThat(model.training().metrics().get("valid_f1")).isGreaterThan(30);
  }

  @Test
  void aNetworkThatReadsNothingIsRefused() {
    TrainingOptions head = options(Decoder.CRF);
    assertThatThrownBy(
            () ->
                train(
                    head.withArchitecture(
                        head.architecture().withCharacterEncoder(CharacterEncoder.NONE))))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("A network with wordDimension 0 needs something else to read");
  }

  @Test
  void wordVectorsThatAreGivenAreRead() {
    NeuralModel model =
        (NeuralModel)
            new Trainer(options(Decoder.CRF))
                .train(
                    TRAIN, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);

    assertThat(model.architecture().wordDimension()).isEqualTo(12);
  }

  @Test
  void workersTrainItAsOneMachineDoes() {
    TrainingOptions options = options(Decoder.CRF);
    TrainingOptions withFeatures =
        options.withArchitecture(
            options.architecture().withFeatures(InputFeatures.NONE.withCapitalisationDimension(4)));
    NeuralModel there =
        (NeuralModel)
            new RoundTrainer(withFeatures, AveragingOptions.of(1))
                .train(
                    Corpus.of(TRAIN, VALID),
                    VALID,
                    NO_WORDS,
                    (blueprint, lexicon) -> new ThreadlessWorkers(TRAIN, blueprint, lexicon, null),
                    Checkpointing.NONE,
                    TrainingListener.NONE);

    assertThat(there.weights().tensors())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(train(withFeatures).weights().tensors());
  }
}
