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

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.UsageException;
import org.sparkner.model.ClassifierReader;
import org.sparkner.model.NerModel;
import org.sparkner.option.TaggingOption;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.signature.TrustedKeys;
import org.sparkner.spark.column.InputColumn;
import org.sparkner.spark.param.HasTaggingParams;
import org.sparkner.spark.param.StageParams;
import org.sparkner.spark.resource.HadoopResource;
import org.sparkner.spark.resource.PretrainedEncoderDirectory;
import org.sparkner.spark.silver.SilverTeacher;
import org.sparkner.spark.tagging.AddedColumns;
import org.sparkner.spark.tagging.LabelMetadata;
import org.sparkner.spark.tagging.ModelBroadcast;
import org.sparkner.spark.tagging.NerFunction;
import org.sparkner.spark.tagging.OutputColumns;
import org.sparkner.spark.tagging.SharedTagger;
import org.sparkner.spark.tagging.TaggingCounts;
import org.sparkner.spark.tagging.TaggingFunction;
import org.sparkner.spark.tagging.TaggingFunctionBuilder;
import org.sparkner.spark.version.SparkVersion;
import org.sparkner.tagger.Precision;
import org.sparkner.tags.TagScheme;

/**
 * Adds a column of named entities to a dataset. The input is a {@code string} column, which is
 * split and tokenised, or an {@code array<string>} column, taken as the tokens of one sentence; the
 * schema decides.
 *
 * <p>The entities are {@code array<struct<begin:int, end:int, type:string, text:string,
 * confidence:double>>}. For text, begin and end are code points from 0, end exclusive; for tokens,
 * token indices. Null gives null, an empty text an empty array. Rows keep their order and their
 * partition, and every column its values, its type and its metadata; a streaming dataset stays one.
 *
 * <p>A model that reads an attribute of each token, such as its part of speech needs tokens and
 * {@link #attributeCol}; what it does not know, and null, count as unknown.
 *
 * <p>The model goes to the executors as one broadcast and is built once in each of them.
 */
public final class NerTaggerModel extends Model<NerTaggerModel>
    implements HasTaggingParams<NerTaggerModel>, MLWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final StageParams params;
  private final ModelBroadcast model;

  private NerTaggerModel(String uid, ModelBroadcast model) {
    this.uid = uid;
    this.params = new StageParams(this, TaggingOption.GROUP);
    this.model = model;
  }

  /**
   * A stage that has no model, and refuses to tag. Spark Connect asks for it: only what has such a
   * constructor can be declared as a service, by which a server finds the class that it is to load.
   */
  public NerTaggerModel() {
    this(Identifiable$.MODULE$.randomUID("nerTagger"), (ModelBroadcast) null);
  }

  /** A stage around a model, such as one that the core trained. */
  public NerTaggerModel(NerModel model) {
    this(Identifiable$.MODULE$.randomUID("nerTagger"), model);
  }

  NerTaggerModel(String uid, NerModel model) {
    this(uid, new ModelBroadcast(model));
  }

  /**
   * Loads a saved stage from a path of any Hadoop file system. Where the setting {@value
   * TrustedKeysSetting#NAME} names public keys, one of them has to have signed the model.
   *
   * @throws org.sparkner.error.BadModelException if it has not, or a part is missing, damaged or of
   *     an unknown version
   */
  public static NerTaggerModel load(String path) {
    return read().load(path);
  }

  /**
   * The same, where a trusted key has to have signed the model.
   *
   * @param keys of those whose models are loaded, beside those that the setting names
   */
  public static NerTaggerModel load(String path, TrustedKeys keys) {
    return new NerTaggerModelReader(keys).load(path);
  }

  /**
   * A stage of a model that was trained before, such as {@code en}: from the jar {@code
   * spark-ner-model-en} on the driver's class path ({@code --jars}), or from a directory of models
   * of the driver's machine, which the setting {@value PretrainedModels#DIRECTORIES} or the
   * variable {@value org.sparkner.catalog.ModelCatalog#VARIABLE} names. Nothing is fetched.
   *
   * @param name of the model; the path of a saved stage where there is something of this name
   * @throws org.sparkner.error.BadModelException if there is none, which lists those that there
   *     are, or a part is missing, damaged or of an unknown version
   */
  public static NerTaggerModel pretrained(String name) {
    return pretrained(name, "");
  }

  /**
   * The same, where there are more directories of models.
   *
   * @param directories of the driver's machine, separated as in a PATH; they go before others
   */
  public static NerTaggerModel pretrained(String name, String directories) {
    SparkVersion.require();
    return PretrainedModels.load(SparkSession.active(), name, directories);
  }

  /**
   * A stage around a token classifier of English text that was exported by HuggingFace's
   * transformers; see {@link #fromOnnx(String, String)}.
   */
  public static NerTaggerModel fromOnnx(String path) {
    return fromOnnx(path, "en");
  }

  /**
   * A stage around a token classifier that was exported by HuggingFace's transformers.
   *
   * @param path directory of {@code model.onnx}, {@code tokenizer.json} and {@code config.json}, on
   *     any Hadoop file system
   * @param language of the texts, as ISO 639 has it
   * @throws org.sparkner.error.BadModelException if a file is missing or none of a classifier's
   */
  public static NerTaggerModel fromOnnx(String path, String language) {
    SparkVersion.require();
    Configuration hadoop = SparkSession.active().sparkContext().hadoopConfiguration();
    return new NerTaggerModel(
        ClassifierReader.read(
            new PretrainedEncoderDirectory(HadoopResource.of(path, hadoop)),
            new ClassifierReader.Options(language, null)));
  }

  /** Reads saved stages; {@code Pipeline.load} looks for it. */
  public static MLReader<NerTaggerModel> read() {
    return new NerTaggerModelReader(TrustedKeys.UNCHECKED);
  }

  @Override
  public MLWriter write() {
    return new NerTaggerModelWriter(this);
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public StageParams stageParams() {
    return params;
  }

  @Override
  public NerTaggerModel self() {
    return this;
  }

  /** The trained model. */
  public NerModel model() {
    return broadcast().model();
  }

  private ModelBroadcast broadcast() {
    if (model == null) {
      throw new UsageException(
          "This NerTaggerModel was made without a model; make one by NerTaggerModel.load or"
              + " NerTagger.fit.");
    }
    return model;
  }

  /** The model's labels, in the order of the marginals. */
  public String[] labels() {
    return model().labels().labels().toArray(String[]::new);
  }

  @Override
  public NerTaggerModel copy(ParamMap extra) {
    return copyValues(new NerTaggerModel(uid, model), extra).setParent(parent());
  }

  @Override
  public StructType transformSchema(StructType schema) {
    SparkVersion.require();
    attributes(schema, input(schema));
    return outputs().appendTo(schema, this, LabelMetadata.of(model().labels()));
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    return tag(dataset, null);
  }

  /**
   * The same as {@link #transform(Dataset)}, and the executors count what they tag.
   *
   * @param counts registered with the dataset's Spark context
   */
  public Dataset<Row> transform(Dataset<?> dataset, TaggingCounts counts) {
    return tag(dataset, counts);
  }

  private Dataset<Row> tag(Dataset<?> dataset, TaggingCounts counts) {
    StructType schema = transformSchema(dataset.schema());
    InputColumn input = input(dataset.schema());
    InputColumn attributes = attributes(dataset.schema(), input);
    Broadcast<SharedTagger> broadcast = model.in(dataset.sparkSession());
    TaggingFunction function =
        TaggingFunctionBuilder.builder()
            .model(broadcast)
            .precision(Precision.named(getPrecision()))
            .device(EncoderDevice.named(getDevice()))
            .text(input.isText())
            .input(input.path())
            .attributes(attributes == null ? null : attributes.path())
            .outputs(outputs())
            .batchRows(getBatchRows())
            .batchBytes(getBatchBytes())
            .counts(counts)
            .build();
    return AddedColumns.to(dataset, schema, function);
  }

  /**
   * This model as the teacher of students.
   *
   * @param text which has the {@link #inputCol}
   * @throws UsageException if it has not, or the model reads attributes of tokens
   */
  public SilverTeacher silver(Dataset<?> text) {
    SparkVersion.require();
    InputColumn input = input(text.schema());
    return new SilverTeacher(
        broadcast().in(text.sparkSession()),
        Precision.named(getPrecision()),
        EncoderDevice.named(getDevice()),
        getBatchRows(),
        getBatchBytes(),
        text.select(input.in(text).as("input")),
        input.isText());
  }

  /** What the SQL function of this model is made of. */
  NerFunction function(SparkSession session, Precision precision, EncoderDevice device) {
    if (model().readsAttributes()) {
      throw new UsageException(
          "The model reads an attribute of each token, such as its part of speech, which the SQL"
              + " function has no argument for; use NerTaggerModel with attributeCol.");
    }
    return new NerFunction(model.in(session), precision, device);
  }

  private InputColumn input(StructType schema) {
    InputColumn input = InputColumn.find(schema, "inputCol", getInputCol());
    if (!input.isText() && !input.isStrings()) {
      throw input.wrongType("string (text) or array<string> (the tokens of a sentence)");
    }
    return input;
  }

  /** The column of attributes; null where the model reads none. */
  private InputColumn attributes(StructType schema, InputColumn input) {
    if (!model().readsAttributes()) {
      return null;
    }
    if (!isSet(attributeCol())) {
      throw new UsageException(
          "The model reads an attribute of each token, such as its part of speech; set attributeCol"
              + " to the array<string> column that holds them.");
    }
    if (input.isText()) {
      throw input.wrongType("array<string> (tokens, for the model reads attributeCol beside them)");
    }
    InputColumn attributes = InputColumn.find(schema, "attributeCol", getAttributeCol());
    if (!attributes.isStrings()) {
      throw attributes.wrongType("array<string> (an attribute for each token)");
    }
    return attributes;
  }

  private OutputColumns outputs() {
    OutputColumns outputs = OutputColumns.of(this);
    boolean plain = model().labels().scheme() == TagScheme.PLAIN;
    return plain ? outputs.withScheme(TagScheme.PLAIN) : outputs;
  }

  @Override
  public String toString() {
    int labels = model == null ? 0 : model().labels().size();
    return "NerTaggerModel: uid=" + uid + ", labels=" + labels;
  }
}
