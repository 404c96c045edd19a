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

package org.sparkner.tagger;

import java.util.ArrayList;
import java.util.List;
import org.sparkner.kernel.Kernels;
import org.sparkner.kernel.ProductLibrary;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.NeuralModel;

/**
 * The layers of an encoder and the emissions over a packed batch. Without layers, the projections
 * of the tokens are their emissions.
 */
final class EncoderNetwork {
  private final int scores;
  private final int width;
  private final List<LayerSteps> layers = new ArrayList<>();
  private final List<LayerInput> between = new ArrayList<>();

  /** Null where there are no layers. */
  private final Emissions emissions;

  /**
   * @param recurrent makes the recurrent matrices
   * @param products makes the others
   */
  EncoderNetwork(
      NeuralModel model, Kernels kernels, RecurrentMatrices recurrent, ProductLibrary products) {
    List<EncoderLayer> shapes = model.architecture().encoderLayers();
    scores = model.architecture().decoder().scores(model.labels().size());
    width = shapes.isEmpty() ? scores : shapes.get(0).inputColumns();
    for (EncoderLayer shape : shapes) {
      if (!layers.isEmpty()) {
        between.add(new LayerInput(model, shape, products));
      }
      layers.add(
          shape.encoder().recurrent()
              ? new RecurrentSteps(model, shape, kernels, recurrent)
              : new WindowSteps(shape, kernels));
    }
    emissions =
        shapes.isEmpty() ? null : new Emissions(model, model.architecture().hidden(), products);
  }

  /** Memory for one thread. */
  Workspace newWorkspace() {
    return new Workspace();
  }

  /** Memory of one thread, which grows to the largest batch. */
  final class Workspace {
    private final List<LayerSteps.Workspace> steps =
        layers.stream().map(LayerSteps::newWorkspace).toList();
    private final List<LayerInput.Between> inputs =
        between.stream().map(LayerInput::newBetween).toList();
    private final Emissions.Sums sums = emissions == null ? null : emissions.newSums();
    private float[] projected = new float[0];

    /**
     * Computes the emissions of a batch, [tokens × labels] in the order of its places. Valid until
     * the next batch.
     *
     * @param projections of the word at each place
     */
    float[] run(PackedBatch batch, float[][] projections) {
      int tokens = batch.tokens();
      if (sums == null) {
        return projected(projections, tokens);
      }
      sums.begin(tokens);
      StepInput input = new StepInput.Words(projections, width);
      for (int i = 0; i < inputs.size(); i++) {
        LayerInput.Between next = inputs.get(i);
        next.reserve(tokens);
        steps.get(i).run(batch, input, next);
        input = next;
      }
      steps.get(inputs.size()).run(batch, input, sums);
      return sums.values();
    }

    private float[] projected(float[][] projections, int tokens) {
      if (projected.length < tokens * scores) {
        projected = new float[tokens * scores];
      }
      for (int i = 0; i < tokens; i++) {
        System.arraycopy(projections[i], 0, projected, i * scores, scores);
      }
      return projected;
    }
  }
}
