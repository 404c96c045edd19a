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

import java.util.Arrays;
import org.sparkner.kernel.Kernels;
import org.sparkner.model.EncoderLayer;
import org.sparkner.model.WordEncoder;

/**
 * A layer without recurrence over a packed batch. Its input has a block of columns for each place
 * of the window: what a token adds to the outputs around it. So a layer over words is additions of
 * kept projections, in the order of the tokens, whatever the batch.
 */
final class WindowSteps implements LayerSteps {
  private final Kernels kernels;
  private final boolean rectified;
  private final int hidden;
  private final int window;

  WindowSteps(EncoderLayer layer, Kernels kernels) {
    this.kernels = kernels;
    this.rectified = layer.encoder() == WordEncoder.CNN;
    this.hidden = layer.hidden();
    this.window = layer.window();
  }

  @Override
  public LayerSteps.Workspace newWorkspace() {
    return new Sums();
  }

  /** The outputs of a batch in the order of its places. */
  private final class Sums implements LayerSteps.Workspace {
    private float[] sums = new float[0];

    @Override
    public void run(PackedBatch batch, StepInput input, StepOutput output) {
      int size = batch.tokens() * hidden;
      if (sums.length < size) {
        sums = new float[size];
      }
      Arrays.fill(sums, 0, size, 0);
      int reach = window / 2;
      for (int t = 0; t < batch.steps() + reach; t++) {
        if (t < batch.steps()) {
          spread(batch, t, input);
        }
        // By now the token has met its last neighbour.
        if (t >= reach) {
          finish(batch, t - reach, output);
        }
      }
    }

    /** Adds a step's tokens to the outputs around them, those of the same sentences. */
    private void spread(PackedBatch batch, int step, StepInput input) {
      int place = batch.first(step);
      int rows = batch.rows(step);
      float[][] inputs = input.rows(place, rows, 0);
      int first = input.first(place);
      int from = Math.max(0, step - window / 2);
      int to = Math.min(batch.steps() - 1, step + window / 2);
      for (int around = from; around <= to; around++) {
        int column = input.column(0) + (step - around + window / 2) * hidden;
        int sentences = Math.min(rows, batch.rows(around));
        for (int row = 0; row < sentences; row++) {
          add(inputs[first + row], column, (batch.first(around) + row) * hidden);
        }
      }
    }

    private void add(float[] values, int column, int at) {
      for (int j = 0; j < hidden; j++) {
        sums[at + j] += values[column + j];
      }
    }

    private void finish(PackedBatch batch, int step, StepOutput output) {
      int place = batch.first(step);
      int rows = batch.rows(step);
      int begin = place * hidden;
      if (rectified) {
        for (int i = begin; i < begin + rows * hidden; i++) {
          sums[i] = Math.max(0, sums[i]);
        }
      } else {
        // Row by row: the last values of an array may be rounded otherwise than those before.
        for (int row = 0; row < rows; row++) {
          kernels.tanh(sums, begin + row * hidden, hidden);
        }
      }
      output.accept(place, rows, 0, sums, begin, hidden);
    }
  }
}
