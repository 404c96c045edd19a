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

package org.sparkner.network;

import java.util.List;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * A sequence layer that ends the graph: it holds the labels, and turns down what DeepLearning4J's
 * output layers also offer, training and classifying by a layer alone.
 *
 * @param <C> its configuration
 */
abstract class SequenceOutputLayer<C extends SequenceConfiguration> extends SequenceLayer<C>
    implements IOutputLayer {
  private static final long serialVersionUID = 1L;

  private INDArray labels;

  SequenceOutputLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public boolean needsLabels() {
    return true;
  }

  @Override
  public void setLabels(INDArray labels) {
    this.labels = labels;
  }

  @Override
  public INDArray getLabels() {
    return labels;
  }

  @Override
  public void clear() {
    super.clear();
    labels = null;
  }

  @Override
  public double f1Score(DataSet data) {
    throw new UnsupportedOperationException("Entities are scored by org.sparkner.eval.");
  }

  @Override
  public double f1Score(INDArray examples, INDArray gold) {
    throw new UnsupportedOperationException("Entities are scored by org.sparkner.eval.");
  }

  @Override
  public int numLabels() {
    return (int) layerConf().getNOut();
  }

  @Override
  public void fit(DataSetIterator iterator) {
    throw new UnsupportedOperationException("The whole graph is trained, not a layer.");
  }

  @Override
  public int[] predict(INDArray examples) {
    throw new UnsupportedOperationException("Viterbi decoding is in org.sparkner.crf.");
  }

  @Override
  public List<String> predict(DataSet data) {
    throw new UnsupportedOperationException("Viterbi decoding is in org.sparkner.crf.");
  }

  @Override
  public void fit(INDArray examples, INDArray gold) {
    throw new UnsupportedOperationException("The whole graph is trained, not a layer.");
  }

  @Override
  public void fit(DataSet data) {
    throw new UnsupportedOperationException("The whole graph is trained, not a layer.");
  }

  @Override
  public void fit(INDArray examples, int[] gold) {
    throw new UnsupportedOperationException("The whole graph is trained, not a layer.");
  }
}
