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

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.LoadedVectors;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Algorithm;
import org.sparkner.option.InputOption;
import org.sparkner.option.OptionValues;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.PretrainedEncoderReader;
import org.sparkner.spark.data.DataOptions;
import org.sparkner.spark.data.DistributedData;
import org.sparkner.spark.data.TrainingInput;
import org.sparkner.spark.device.TaskDevice;
import org.sparkner.spark.resource.GazetteerFiles;
import org.sparkner.spark.resource.HadoopResource;
import org.sparkner.spark.resource.PretrainedEncoderDirectory;
import org.sparkner.spark.resource.VectorsFile;
import org.sparkner.spark.silver.SilverOptions;
import org.sparkner.spark.silver.SilverTable;
import org.sparkner.spark.training.ClusterTraining;
import org.sparkner.train.LinearOptions;
import org.sparkner.train.Preset;
import org.sparkner.train.RemoteTraining;
import org.sparkner.train.TrainingData;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.TrainingParts;

/** The parts of a training as the params of a stage name them, and a dataset. */
final class StageTraining implements TrainingParts {
  private static final Logger LOG = LoggerFactory.getLogger(NerTagger.class);

  private final NerTagger stage;
  private final Dataset<?> dataset;
  private final DataOptions options;
  private final TrainingInput input;
  private final SparkContext context;
  private final Configuration hadoop;

  /**
   * @param options which say what the dataset holds
   * @throws org.sparkner.error.UsageException if it does not hold that
   */
  StageTraining(NerTagger stage, Dataset<?> dataset, DataOptions options) {
    this.stage = stage;
    this.dataset = dataset;
    this.options = options;
    this.input = TrainingInput.of(dataset.schema(), options);
    this.context = dataset.sparkSession().sparkContext();
    this.hadoop = context.hadoopConfiguration();
  }

  @Override
  public Algorithm algorithm() {
    return Algorithm.named(stage.getAlgorithm());
  }

  @Override
  public int workers() {
    return stage.getNumWorkers();
  }

  @Override
  public LinearOptions linear() {
    return StageOptions.linear(stage, network());
  }

  @Override
  public TrainingOptions network() {
    return StageOptions.training(stage).withGazetteers(gazetteers());
  }

  private Gazetteers gazetteers() {
    if (!stage.isSet(stage.gazetteersPath())) {
      return Gazetteers.NONE;
    }
    GazetteerFiles files =
        new GazetteerFiles(
            stage.gazetteersPath().name(), stage.getLanguage(), stage.getGazetteerIgnoreCase());
    files.addAll(HadoopResource.of(stage.getGazetteersPath(), hadoop));
    return files.build();
  }

  @Override
  public Optional<Supplier<PretrainedEncoder>> encoder() {
    if (!stage.isSet(stage.pretrainedEncoder())) {
      return Optional.empty();
    }
    OptionValues set = stage.stageParams();
    return Optional.of(
        () ->
            PretrainedEncoderReader.read(
                    new PretrainedEncoderDirectory(
                        HadoopResource.of(stage.getPretrainedEncoder(), hadoop)),
                    new PretrainedEncoderReader.Options(
                        set.get(InputOption.PRETRAINED_ENCODER_OUTPUT),
                        set.get(InputOption.PRETRAINED_ENCODER_LAYERS),
                        set.get(InputOption.PRETRAINED_ENCODER_LOWER_CASE),
                        set.get(
                            InputOption.PRETRAINED_ENCODER_DOCUMENT,
                            Preset.named(stage.getPreset()).readsDocuments())))
                .on(TaskDevice.ofDriver(EncoderDevice.named(stage.getDevice()), context)));
  }

  @Override
  public TrainingData data() {
    TrainingData data = input.gather(dataset, options);
    return stage.isSet(stage.silverTable()) ? data.withSilver(silver().read(taken())) : data;
  }

  @Override
  public RemoteTraining remote(TrainingOptions network) {
    // First, for it asks whether the workers have task slots.
    var trainer = StageOptions.trainer(context, stage, network);
    DistributedData data = DistributedData.of(dataset, input, options);
    return new ClusterTraining(
        stage.isSet(stage.silverTable())
            ? trainer.withSilver(silver().distributed(taken()))
            : trainer,
        data.train(),
        data.valid());
  }

  private SilverTable silver() {
    return SilverTable.open(dataset.sparkSession(), stage.getSilverTable());
  }

  private SilverOptions taken() {
    return SilverOptions.of(stage.stageParams());
  }

  @Override
  public WordVectors vectors() {
    if (!stage.isSet(stage.vectorsPath())) {
      return WordVectors.none(stage.getWordDimension());
    }
    LoadedVectors loaded =
        VectorsFile.read(
            HadoopResource.of(stage.getVectorsPath(), hadoop),
            stage.vectorsPath().name(),
            stage.getMaxVectors());
    LOG.info("{}: vectors {}", stage.uid(), loaded.report().summary());
    loaded.report().warning().ifPresent(warning -> LOG.warn("{}: {}", stage.uid(), warning));
    return loaded.vectors();
  }

  @Override
  public boolean calibrates() {
    return stage.getCalibrate();
  }
}
