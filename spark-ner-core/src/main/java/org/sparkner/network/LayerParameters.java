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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of a layer as DeepLearning4J needs them.
 *
 * @param layout names, sizes and places
 * @param seed of the initial values
 */
record LayerParameters(ParameterLayout layout, long seed) implements ParamInitializer {
  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return layout.size();
  }

  @Override
  public long numParams(Layer layer) {
    return layout.size();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return new ArrayList<>(keys());
  }

  private List<String> keys() {
    return StreamSupport.stream(layout.parameters().spliterator(), false)
        .map(ParameterLayout.Parameter::key)
        .toList();
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return paramKeys(layer);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return List.of();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return layout.get(key) != null;
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return false;
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray view, boolean initialise) {
    Map<String, INDArray> views = views(view);
    if (initialise) {
      initialise(Arithmetic.of(view.dataType()), view);
    }
    keys().forEach(conf::addVariable);
    return views;
  }

  private <A> void initialise(Arithmetic<A, ?> arithmetic, INDArray view) {
    double[] initial = layout.initial(seed);
    A values = arithmetic.array(initial.length);
    for (int i = 0; i < initial.length; i++) {
      arithmetic.set(values, i, initial[i]);
    }
    arithmetic.write(values, view);
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray view) {
    return views(view);
  }

  private Map<String, INDArray> views(INDArray flat) {
    INDArray vector = flat.reshape(flat.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    for (ParameterLayout.Parameter parameter : layout.parameters()) {
      INDArray interval =
          vector.get(
              NDArrayIndex.interval(parameter.offset(), parameter.offset() + parameter.size()));
      views.put(parameter.key(), interval.reshape('c', parameter.rows(), parameter.columns()));
    }
    return views;
  }
}
