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

package org.sparkner.spark.param;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.Param;
import org.sparkner.option.InputOption;

/**
 * What the model reads beside the tokens. Written by {@code build-tools/generate-options}.
 *
 * @param <S> the stage, which the setters return
 */
public interface HasInputParams<S> extends HasParams<S> {
  /**
   * File of pretrained word vectors, of GloVe, word2vec or fastText. It may be on any Hadoop file
   * system; the driver reads it.
   */
  default Param<String> vectorsPath() {
    return stageParams().textParam(InputOption.VECTORS_PATH);
  }

  /**
   * The value of {@link #vectorsPath}; throws {@link java.util.NoSuchElementException} where it is
   * not set.
   */
  default String getVectorsPath() {
    return getOrDefault(vectorsPath());
  }

  /**
   * Sets {@link #vectorsPath}: File of pretrained word vectors, of GloVe, word2vec or fastText. It
   * may be on any Hadoop file system; the driver reads it.
   */
  default S setVectorsPath(String value) {
    set(vectorsPath(), value);
    return self();
  }

  /**
   * Directory of files with one phrase per line, each named for the type of its phrases. It may be
   * on any Hadoop file system; the driver reads it.
   */
  default Param<String> gazetteersPath() {
    return stageParams().textParam(InputOption.GAZETTEERS_PATH);
  }

  /**
   * The value of {@link #gazetteersPath}; throws {@link java.util.NoSuchElementException} where it
   * is not set.
   */
  default String getGazetteersPath() {
    return getOrDefault(gazetteersPath());
  }

  /**
   * Sets {@link #gazetteersPath}: Directory of files with one phrase per line, each named for the
   * type of its phrases. It may be on any Hadoop file system; the driver reads it.
   */
  default S setGazetteersPath(String value) {
    set(gazetteersPath(), value);
    return self();
  }

  /** Whether the phrases of gazetteers are found in upper and lower case alike. */
  default BooleanParam gazetteerIgnoreCase() {
    return stageParams().booleanParam(InputOption.GAZETTEER_IGNORE_CASE);
  }

  /** The value of {@link #gazetteerIgnoreCase}. */
  default boolean getGazetteerIgnoreCase() {
    return (Boolean) getOrDefault(gazetteerIgnoreCase());
  }

  /**
   * Sets {@link #gazetteerIgnoreCase}: Whether the phrases of gazetteers are found in upper and
   * lower case alike.
   */
  default S setGazetteerIgnoreCase(boolean value) {
    set(gazetteerIgnoreCase(), value);
    return self();
  }

  /**
   * Directory of a pretrained transformer encoder, whose vectors of tokens the network reads. It
   * holds model.onnx with tokenizer.json, on any Hadoop file system; the driver reads it, and it
   * does not learn.
   */
  default Param<String> pretrainedEncoder() {
    return stageParams().textParam(InputOption.PRETRAINED_ENCODER);
  }

  /**
   * The value of {@link #pretrainedEncoder}; throws {@link java.util.NoSuchElementException} where
   * it is not set.
   */
  default String getPretrainedEncoder() {
    return getOrDefault(pretrainedEncoder());
  }

  /**
   * Sets {@link #pretrainedEncoder}: Directory of a pretrained transformer encoder, whose vectors
   * of tokens the network reads. It holds model.onnx with tokenizer.json, on any Hadoop file
   * system; the driver reads it, and it does not learn.
   */
  default S setPretrainedEncoder(String value) {
    set(pretrainedEncoder(), value);
    return self();
  }

  /**
   * Name of the output of pretrainedEncoder that is read, such as that of an inner layer. Without
   * it, the output of the last layer is read.
   */
  default Param<String> pretrainedEncoderOutput() {
    return stageParams().textParam(InputOption.PRETRAINED_ENCODER_OUTPUT);
  }

  /**
   * The value of {@link #pretrainedEncoderOutput}; throws {@link java.util.NoSuchElementException}
   * where it is not set.
   */
  default String getPretrainedEncoderOutput() {
    return getOrDefault(pretrainedEncoderOutput());
  }

  /**
   * Sets {@link #pretrainedEncoderOutput}: Name of the output of pretrainedEncoder that is read,
   * such as that of an inner layer. Without it, the output of the last layer is read.
   */
  default S setPretrainedEncoderOutput(String value) {
    set(pretrainedEncoderOutput(), value);
    return self();
  }

  /**
   * Layers of pretrainedEncoder whose mean is read, such as 5-8, or one layer, such as 12; 1 is the
   * lowest. Without it, the last layer is read. Layers above those that are read are not computed.
   * For encoders whose weights are recognised; name an output of others by pretrainedEncoderOutput.
   */
  default Param<String> pretrainedEncoderLayers() {
    return stageParams().textParam(InputOption.PRETRAINED_ENCODER_LAYERS);
  }

  /**
   * The value of {@link #pretrainedEncoderLayers}; throws {@link java.util.NoSuchElementException}
   * where it is not set.
   */
  default String getPretrainedEncoderLayers() {
    return getOrDefault(pretrainedEncoderLayers());
  }

  /**
   * Sets {@link #pretrainedEncoderLayers}: Layers of pretrainedEncoder whose mean is read, such as
   * 5-8, or one layer, such as 12; 1 is the lowest. Without it, the last layer is read. Layers
   * above those that are read are not computed. For encoders whose weights are recognised; name an
   * output of others by pretrainedEncoderOutput.
   */
  default S setPretrainedEncoderLayers(String value) {
    set(pretrainedEncoderLayers(), value);
    return self();
  }

  /**
   * Whether the vocab.txt of pretrainedEncoder is in lower case without accents. Without it,
   * tokenizer_config.json decides, and without that, it is; a tokenizer.json says so itself.
   */
  default BooleanParam pretrainedEncoderLowerCase() {
    return stageParams().booleanParam(InputOption.PRETRAINED_ENCODER_LOWER_CASE);
  }

  /**
   * The value of {@link #pretrainedEncoderLowerCase}; throws {@link
   * java.util.NoSuchElementException} where it is not set.
   */
  default boolean getPretrainedEncoderLowerCase() {
    return (Boolean) getOrDefault(pretrainedEncoderLowerCase());
  }

  /**
   * Sets {@link #pretrainedEncoderLowerCase}: Whether the vocab.txt of pretrainedEncoder is in
   * lower case without accents. Without it, tokenizer_config.json decides, and without that, it is;
   * a tokenizer.json says so itself.
   */
  default S setPretrainedEncoderLowerCase(boolean value) {
    set(pretrainedEncoderLowerCase(), value);
    return self();
  }

  /** Whether pretrainedEncoder reads each sentence within its document rather than by itself. */
  default BooleanParam pretrainedEncoderDocument() {
    return stageParams().booleanParam(InputOption.PRETRAINED_ENCODER_DOCUMENT);
  }

  /** The value of {@link #pretrainedEncoderDocument}. */
  default boolean getPretrainedEncoderDocument() {
    return (Boolean) getOrDefault(pretrainedEncoderDocument());
  }

  /**
   * Sets {@link #pretrainedEncoderDocument}: Whether pretrainedEncoder reads each sentence within
   * its document rather than by itself.
   */
  default S setPretrainedEncoderDocument(boolean value) {
    set(pretrainedEncoderDocument(), value);
    return self();
  }
}
