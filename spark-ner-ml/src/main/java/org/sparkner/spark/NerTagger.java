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

import java.util.List;
import org.apache.hadoop.conf.Configuration;
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
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.UsageException;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.LoadedVectors;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Algorithm;
import org.sparkner.model.NerModel;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.PretrainedEncoderReader;
import org.sparkner.spark.data.DataOptions;
import org.sparkner.spark.data.DataOptionsBuilder;
import org.sparkner.spark.data.DistributedData;
import org.sparkner.spark.data.TrainingInput;
import org.sparkner.spark.persistence.StageReader;
import org.sparkner.spark.persistence.StageWriter;
import org.sparkner.spark.resource.GazetteerFiles;
import org.sparkner.spark.resource.HadoopResource;
import org.sparkner.spark.resource.PretrainedEncoderDirectory;
import org.sparkner.spark.resource.VectorsFile;
import org.sparkner.spark.tagging.OutputColumns;
import org.sparkner.spark.training.ClusterTrainer;
import org.sparkner.spark.version.SparkVersion;
import org.sparkner.text.TextAnalyzer;
import org.sparkner.train.Calibration;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.LinearOptions;
import org.sparkner.train.LinearTrainer;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingData;
import org.sparkner.train.TrainingLibrary;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;

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
        HasTrainingDataParams<NerTagger>,
        HasNetworkParams<NerTagger>,
        HasRecipeParams<NerTagger>,
        HasLinearParams<NerTagger>,
        HasDistributionParams<NerTagger>,
        MLWritable {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(NerTagger.class);

  private final String uid;
  private final TaggingParams taggingParams;
  private final TrainingDataParams trainingDataParams;
  private final NetworkParams networkParams;
  private final RecipeParams recipeParams;
  private final LinearParams linearParams;
  private final DistributionParams distributionParams;

  /** A stage with the default recipe. */
  public NerTagger() {
    this(Identifiable$.MODULE$.randomUID("nerTagger"));
  }

  /** A stage with the default recipe and this uid. */
  public NerTagger(String uid) {
    this.uid = uid;
    this.taggingParams = new TaggingParams(this);
    this.trainingDataParams = new TrainingDataParams(this);
    this.networkParams = new NetworkParams(this);
    this.recipeParams = new RecipeParams(this);
    this.linearParams = new LinearParams(this);
    this.distributionParams = new DistributionParams(this);
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
  public TaggingParams taggingParams() {
    return taggingParams;
  }

  @Override
  public TrainingDataParams trainingDataParams() {
    return trainingDataParams;
  }

  @Override
  public NetworkParams networkParams() {
    return networkParams;
  }

  @Override
  public RecipeParams recipeParams() {
    return recipeParams;
  }

  @Override
  public LinearParams linearParams() {
    return linearParams;
  }

  @Override
  public DistributionParams distributionParams() {
    return distributionParams;
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
    TrainingLibrary.require();
    transformSchema(dataset.schema());
    Configuration hadoop = dataset.sparkSession().sparkContext().hadoopConfiguration();
    TrainingOptions options = RecipeParams.options(this).withGazetteers(gazetteers(hadoop));
    TextAnalyzer.forLanguage(options.language()); // a wrong tag must not show only after training
    TrainingInput input = TrainingInput.of(dataset.schema(), dataOptions());
    TrainingListener listened = new LoggingListener(LOG, uid, getVerbose()).and(listener);
    NerModel model =
        getAlgorithm().equals(Algorithm.NEURAL.toString())
            ? network(dataset, input, options, listened)
            : linear(dataset, input, LinearParams.options(this, options), listened);
    return copyValues(new NerTaggerModel(uid, model), new ParamMap()).setParent(this);
  }

  private NerModel linear(
      Dataset<?> dataset, TrainingInput input, LinearOptions options, TrainingListener listener) {
    TrainingData data = input.gather(dataset, dataOptions());
    return calibrated(
        new LinearTrainer(options).train(data.train(), data.valid(), listener), data.valid());
  }

  private NerModel network(
      Dataset<?> dataset, TrainingInput input, TrainingOptions plain, TrainingListener listener) {
    Configuration hadoop = dataset.sparkSession().sparkContext().hadoopConfiguration();
    if (getNumWorkers() > 0 && isSet(contextualEncoder())) {
      throw new UsageException(
          "contextualEncoder is for training on the driver; leave numWorkers or it unset.");
    }
    TrainingOptions options = plain.withContextual(encoder(hadoop));
    Checkpointing checkpointing = Checkpoint.of(this, hadoop);
    if (getNumWorkers() == 0) {
      TrainingData data = input.gather(dataset, dataOptions());
      WordVectors vectors = vectors(hadoop);
      return calibrated(
          new Trainer(options).train(data.train(), data.valid(), vectors, checkpointing, listener),
          data.valid());
    }
    ClusterTrainer trainer =
        DistributionParams.trainer(dataset.sparkSession().sparkContext(), this, options);
    DistributedData data = DistributedData.of(dataset, input, dataOptions());
    WordVectors vectors = vectors(hadoop);
    return calibrated(
        trainer.train(data.train(), data.valid(), vectors, checkpointing, listener), data.valid());
  }

  private NerModel calibrated(NerModel model, List<LabeledSentence> valid) {
    return getCalibrate() ? Calibration.of(model, valid).model() : model;
  }

  private Gazetteers gazetteers(Configuration hadoop) {
    if (!isSet(gazetteersPath())) {
      return Gazetteers.NONE;
    }
    GazetteerFiles files =
        new GazetteerFiles(gazetteersPath().name(), getLanguage(), getGazetteerIgnoreCase());
    files.addAll(HadoopResource.of(getGazetteersPath(), hadoop));
    return files.build();
  }

  private WordVectors vectors(Configuration hadoop) {
    if (!isSet(vectorsPath())) {
      return WordVectors.none(getWordDimension());
    }
    LoadedVectors loaded =
        VectorsFile.read(
            HadoopResource.of(getVectorsPath(), hadoop), vectorsPath().name(), getMaxVectors());
    LOG.info("{}: vectors {}", uid, loaded.report().summary());
    loaded.report().warning().ifPresent(warning -> LOG.warn("{}: {}", uid, warning));
    return loaded.vectors();
  }

  private PretrainedEncoder encoder(Configuration hadoop) {
    if (!isSet(contextualEncoder())) {
      return null;
    }
    return PretrainedEncoderReader.read(
        new PretrainedEncoderDirectory(HadoopResource.of(getContextualEncoder(), hadoop)),
        new PretrainedEncoderReader.Options(
            isSet(contextualOutput()) ? getContextualOutput() : null, null, false));
  }

  private DataOptions dataOptions() {
    return DataOptionsBuilder.builder()
        .inputCol(getInputCol())
        .labelCol(getLabelCol())
        .validationCol(isSet(validationIndicatorCol()) ? getValidationIndicatorCol() : null)
        .attributeCol(isSet(attributeCol()) ? getAttributeCol() : null)
        .language(getLanguage())
        .refuseMisaligned(getMisalignedSpans().equals(TrainingDataParams.FAIL))
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
