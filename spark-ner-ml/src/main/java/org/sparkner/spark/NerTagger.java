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

import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.UsageException;
import org.sparkner.model.Algorithm;
import org.sparkner.model.NerModel;
import org.sparkner.option.DataOption;
import org.sparkner.option.DistributionOption;
import org.sparkner.option.FineTuningOption;
import org.sparkner.option.InputOption;
import org.sparkner.option.LinearOption;
import org.sparkner.option.ModelOption;
import org.sparkner.option.NetworkOption;
import org.sparkner.option.SilverOption;
import org.sparkner.option.TaggingOption;
import org.sparkner.option.TrainingOption;
import org.sparkner.spark.data.DataOptions;
import org.sparkner.spark.data.DataOptionsBuilder;
import org.sparkner.spark.data.TrainingInput;
import org.sparkner.spark.param.HasDataParams;
import org.sparkner.spark.param.HasDistributionParams;
import org.sparkner.spark.param.HasFineTuningParams;
import org.sparkner.spark.param.HasInputParams;
import org.sparkner.spark.param.HasLinearParams;
import org.sparkner.spark.param.HasModelParams;
import org.sparkner.spark.param.HasNetworkParams;
import org.sparkner.spark.param.HasSilverParams;
import org.sparkner.spark.param.HasTaggingParams;
import org.sparkner.spark.param.HasTrainingParams;
import org.sparkner.spark.param.StageParams;
import org.sparkner.spark.persistence.StageReader;
import org.sparkner.spark.persistence.StageWriter;
import org.sparkner.spark.tagging.OutputColumns;
import org.sparkner.spark.version.SparkVersion;
import org.sparkner.text.TextAnalyzer;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.Training;
import org.sparkner.train.TrainingListener;

/**
 * Learns a named-entity tagger from labelled sentences: an {@code array<string>} of tokens with an
 * {@code array<string>} of tags in any scheme, or a {@code string} of text with an {@code
 * array<struct<begin, end, type>>} of spans in code points. The schema of {@link #inputCol} and
 * {@link #labelCol} decides.
 *
 * <p>The training set is gathered on the driver, which trains, or with {@link #numWorkers} stays on
 * the executors, which do. The columns that the model is to write are set here too and pass to it.
 */
public final class NerTagger extends Estimator<NerTaggerModel>
    implements HasTaggingParams<NerTagger>,
        HasDataParams<NerTagger>,
        HasModelParams<NerTagger>,
        HasNetworkParams<NerTagger>,
        HasInputParams<NerTagger>,
        HasTrainingParams<NerTagger>,
        HasFineTuningParams<NerTagger>,
        HasSilverParams<NerTagger>,
        HasLinearParams<NerTagger>,
        HasDistributionParams<NerTagger>,
        MLWritable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(NerTagger.class);

  private final String uid;
  private final StageParams stageParams;

  /** A stage with the default recipe. */
  public NerTagger() {
    this(Identifiable$.MODULE$.randomUID("nerTagger"));
  }

  /** A stage with the default recipe and this uid. */
  public NerTagger(String uid) {
    this.uid = uid;
    this.stageParams =
        new StageParams(
            this,
            TaggingOption.GROUP,
            DataOption.GROUP,
            ModelOption.GROUP,
            NetworkOption.GROUP,
            InputOption.GROUP,
            TrainingOption.GROUP,
            FineTuningOption.GROUP,
            SilverOption.GROUP,
            LinearOption.GROUP,
            DistributionOption.GROUP);
  }

  /** Loads a saved stage from a path of any Hadoop file system. */
  public static NerTagger load(String path) {
    return read().load(path);
  }

  /** Reads saved stages; {@code Pipeline.load} looks for it. */
  public static MLReader<NerTagger> read() {
    return StageReader.of(NerTagger.class, NerTagger::new);
  }

  @Override
  public MLWriter write() {
    return new StageWriter(this);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public StageParams stageParams() {
    return stageParams;
  }

  @Override
  public NerTagger self() {
    return this;
  }

  @Override
  public NerTagger copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  /**
   * Trains on every row but those to validate on, and gives the model of the epoch that did best on
   * these.
   *
   * @throws org.sparkner.error.UsageException if a column or a file is missing or of the wrong kind
   * @throws org.sparkner.error.BadDataException if the rows cannot be trained on
   */
  @Override
  public NerTaggerModel fit(Dataset<?> dataset) {
    return fit(dataset, TrainingListener.NONE);
  }

  /**
   * The same as {@link #fit(Dataset)}, and somebody hears how it goes.
   *
   * @param listener called by the training thread
   */
  public NerTaggerModel fit(Dataset<?> dataset, TrainingListener listener) {
    transformSchema(dataset.schema());
    TextAnalyzer.forLanguage(getLanguage()); // a wrong tag must not show only after training
    Training training = Training.of(new StageTraining(this, dataset, dataOptions()));
    Checkpointing checkpointing =
        training.keepsCheckpoints()
            ? Checkpoint.of(this, dataset.sparkSession().sparkContext().hadoopConfiguration())
            : Checkpointing.NONE;
    NerModel model =
        training
            .read()
            .run(checkpointing, new LoggingListener(LOG, uid, getVerbose()).and(listener));
    return copyValues(new NerTaggerModel(uid, model), new ParamMap()).setParent(this);
  }

  private DataOptions dataOptions() {
    return DataOptionsBuilder.builder()
        .inputCol(getInputCol())
        .labelCol(getLabelCol())
        .validationCol(isSet(validationIndicatorCol()) ? getValidationIndicatorCol() : null)
        .attributeCol(isSet(attributeCol()) ? getAttributeCol() : null)
        .weightCol(isSet(weightCol()) ? getWeightCol() : null)
        .latentTypesCol(isSet(latentTypesCol()) ? getLatentTypesCol() : null)
        .language(getLanguage())
        .refuseMisaligned(getMisalignedSpans().equals(DataOption.FAIL))
        .validationFraction(getValidationFraction())
        .seed(getSeed())
        .build();
  }

  /** A network reads attributes where it has vectors of them, and not otherwise. */
  private void requireAttributes() {
    boolean given = isSet(attributeCol());
    if (getAlgorithm().equals(Algorithm.NEURAL.toString())
        && given != getAttributeDimension() > 0) {
      throw new UsageException(
          "attributeCol and attributeDimension want each other; found attributeDimension "
              + getAttributeDimension()
              + " and attributeCol "
              + (given ? "'" + getAttributeCol() + "'." : "not set."));
    }
  }

  @Override
  public StructType transformSchema(StructType schema) {
    SparkVersion.require();
    requireAttributes();
    TrainingInput.of(schema, dataOptions());
    return OutputColumns.of(this).appendTo(schema, this, Metadata.empty());
  }
}
