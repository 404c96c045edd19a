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

package org.sparkner.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The moving average of the parameters over the last steps (Polyak &amp; Juditsky 1992, with
 * weights that fall off exponentially). Training does not see it; it is what is validated and kept.
 * Word vectors stay as they are: a row changes in few steps, and averaging them was no gain.
 */
final class ParameterAverage {
  /** Of the steps so far: a longer average would remember the beginning. */
  private static final double LARGEST_SHARE = 1 / 3.0;

  private final float[] parameters;
  private final float[] mean;
  private final double window;
  private long steps;

  /**
   * @param parameters the live ones
   * @param window steps over which the weight of a step falls to 1/e; 0 for no average
   */
  ParameterAverage(float[] parameters, double window) {
    this.parameters = parameters;
    this.window = window;
    this.mean = window > 0 ? parameters.clone() : new float[0];
  }

  /** Takes in the parameters after so many more steps. */
  void add(int more) {
    steps += more;
    double span = Math.min(window, steps * LARGEST_SHARE);
    float kept = (float) Math.exp(-more / span);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = parameters[i] + kept * (mean[i] - parameters[i]);
    }
  }

  /** Puts the average in the place of the live parameters, and these in its; or back again. */
  void exchange() {
    for (int i = 0; i < mean.length; i++) {
      float live = parameters[i];
      parameters[i] = mean[i];
      mean[i] = live;
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(steps);
    StateIo.write(mean, mean.length, out);
  }

  void read(DataInputStream in) throws IOException {
    steps = in.readLong();
    StateIo.read(mean, mean.length, in);
  }
}
