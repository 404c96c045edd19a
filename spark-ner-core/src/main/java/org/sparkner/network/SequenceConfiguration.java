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

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a layer over padded sequences [batch × nIn × T], with a layout of parameters and
 * dropout at its input.
 */
abstract class SequenceConfiguration extends FeedForwardLayer {
  private static final long serialVersionUID = 1L;

  private final Dropout dropout;
  private final long seed;

  /**
   * @param seed of the initial parameters
   */
  SequenceConfiguration(Builder<?> builder, Dropout dropout, long seed) {
    super(builder);
    this.dropout = dropout;
    this.seed = seed;
    initializeConstraints(builder);
  }

  /** What all subclasses are built from; DeepLearning4J fills in updater and name. */
  static final class Sizes extends FeedForwardLayer.Builder<Sizes> {
    Sizes(int in, int out) {
      nIn(in);
      nOut(out);
    }

    @Override
    public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
      throw new UnsupportedOperationException("A configuration is made by its constructor.");
    }
  }

  final Dropout dropout() {
    return dropout;
  }

  /** The parameters, the same at every call. */
  abstract ParameterLayout parameters();

  abstract SequenceLayer<?> layer(NeuralNetConfiguration configuration, DataType type);

  @Override
  public final Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameterView,
      boolean initialise,
      DataType type) {
    SequenceLayer<?> layer = layer(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameterView);
    Map<String, INDArray> table = initializer().init(configuration, parameterView, initialise);
    layer.setParamTable(table);
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public final ParamInitializer initializer() {
    return new LayerParameters(parameters(), seed);
  }

  @Override
  public final InputType getOutputType(int index, InputType inputType) {
    return InputType.recurrent(getNOut());
  }

  @Override
  public final void setNIn(InputType inputType, boolean override) {
    // Sizes are given by the constructor.
  }

  @Override
  public final InputPreProcessor getPreProcessorForInputType(InputType inputType) {
    return null;
  }

  @Override
  public final LayerMemoryReport getMemoryReport(InputType inputType) {
    return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, inputType)
        .standardMemory(parameters().size(), 0)
        .build();
  }
}
