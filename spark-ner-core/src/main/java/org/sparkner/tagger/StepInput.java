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

/** What its input adds to a layer: to the gates of a recurrent one, around each token else. */
interface StepInput {
  /**
   * The rows of a step of a direction; that of the first place is {@link #first}. Valid until the
   * next call.
   *
   * @param place of the first row in the batch
   * @param direction 0 forward, 1 backward
   */
  float[][] rows(int place, int rows, int direction);

  /** Index of the row of the place that {@link #rows} was given. */
  int first(int place);

  /** Where a direction's columns begin in a row. */
  int column(int direction);

  /**
   * Of the first layer: what is kept of words.
   *
   * @param projections of the word at each place, those of the forward direction first
   * @param width columns of a direction
   */
  record Words(float[][] projections, int width) implements StepInput {
    @Override
    public float[][] rows(int place, int rows, int direction) {
      return projections;
    }

    @Override
    public int first(int place) {
      return place;
    }

    @Override
    public int column(int direction) {
      return direction * width;
    }
  }
}
