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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.junit.jupiter.api.Test;
import org.sparkner.train.LinearOptions;
import org.sparkner.train.Preset;
import org.sparkner.train.TrainingOptions;

class NerTaggerContractTest extends StageContract<NerTagger> {

  @Override
  NerTagger stage() {
    return new NerTagger()
        .setInputCol("words")
        .setAttributeCol("upos")
        .setAttributeDimension(3)
        .setTagsCol("predicted")
        .setTokensCol("offsets")
        .setMarginalsCol("marginals")
        .setValidationIndicatorCol("isValid")
        .setWeightCol("weight")
        .setLatentTypesCol("latent")
        .setVectorsPath("s3a://bucket/glove.txt.gz")
        .setGazetteersPath("s3a://bucket/gazetteers")
        .setPretrainedEncoder("s3a://bucket/encoder")
        .setPretrainedEncoderOutput("layer.5")
        .setPretrainedEncoderLayers("5-8")
        .setPretrainedEncoderLowerCase(false)
        .setSilverTable("s3a://bucket/silver")
        .setCheckpointDir("/var/checkpoints")
        .setHidden(16)
        .setCharacterWidths("3,5")
        .setFeatureTemplates("word[0] lower[-4..-1]")
        .setLearningRate(0.02)
        .setTimeLimit("2h")
        .setSeed(42)
        .setFineTuneVectors(false);
  }

  @Override
  NerTagger load(String path) {
    return NerTagger.load(path);
  }

  @Test
  void theDefaultsAreTheCoresRecipe() {
    NerTagger stage = new NerTagger();

    assertThat(StageOptions.training(stage)).isEqualTo(TrainingOptions.DEFAULT);
    assertThat(StageOptions.linear(stage.setAlgorithm("crf"), TrainingOptions.DEFAULT))
        .isEqualTo(LinearOptions.DEFAULT);
  }

  @Test
  void aPresetHoldsForWhatIsNotSet() {
    NerTagger stage = new NerTagger().setPreset("best").setLayers(2).setEpochs(3);

    assertThat(StageOptions.training(stage))
        .isEqualTo(
            Preset.BEST
                .options()
                .withRecipe(recipe -> recipe.withEpochs(3))
                .withArchitecture(Preset.BEST.options().architecture().withLayers(2)));
    assertThat(StageOptions.training(stage.copy(ParamMap.empty().put(stage.preset(), "default"))))
        .isEqualTo(
            TrainingOptions.DEFAULT
                .withRecipe(recipe -> recipe.withEpochs(3))
                .withArchitecture(TrainingOptions.DEFAULT.architecture().withLayers(2)));
  }

  @Test
  void valuesOutOfRangeAreRefusedAtOnce() {
    NerTagger stage = new NerTagger();

    assertRefused(stage, "epochs", 0);
    assertRefused(stage, "characterWidth", 4);
    assertRefused(stage, "dropout", 1.0);
    assertRefused(stage, "learningRate", 0.0);
    assertRefused(stage, "validationFraction", 1.0);
    assertRefused(stage, "misalignedSpans", "ignore");
    assertRefused(stage, "scheme", "BILOU");
    assertRefused(stage, "preset", "biggest");
  }

  private static void assertRefused(Params stage, String param, Object value) {
    assertThatThrownBy(() -> stage.set(stage.getParam(param), value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(param);
  }
}
