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
import java.util.List;

/**
 * A block of a funnel of convolutions: a bottleneck over the columns of the features before its
 * own, and convolutions of all widths over the bottleneck that fill its own; all rectified.
 */
final class FunnelBlock<A, M> {
  private final Arithmetic<A, M> arithmetic;
  private final Convolution<A, M> bottleneck;
  private final List<Convolution<A, M>> wide;
  private final int stride;
  private final int begin;
  private final int end;
  private DistinctWords words;
  private A narrow;
  private A narrowDelta;

  private FunnelBlock(
      Arithmetic<A, M> arithmetic,
      Convolution<A, M> bottleneck,
      List<Convolution<A, M>> wide,
      int stride,
      int begin) {
    this.arithmetic = arithmetic;
    this.bottleneck = bottleneck;
    this.wide = wide;
    this.stride = stride;
    this.begin = begin;
    this.end = begin + wide.size() * wide.get(0).filters();
  }

  /**
   * The blocks after the first stage.
   *
   * @param stages of all widths, and between two of them one bottleneck
   * @param stride columns of the features
   */
  static <A, M> List<FunnelBlock<A, M>> all(
      Arithmetic<A, M> arithmetic, List<List<Convolution<A, M>>> stages, int stride) {
    List<FunnelBlock<A, M>> blocks = new ArrayList<>();
    int begin = stages.get(0).size() * stages.get(0).get(0).filters();
    for (int i = 1; i < stages.size(); i += 2) {
      FunnelBlock<A, M> block =
          new FunnelBlock<>(arithmetic, stages.get(i).get(0), stages.get(i + 1), stride, begin);
      blocks.add(block);
      begin = block.end;
    }
    return blocks;
  }

  /** Fills its columns of the features from those before. */
  void forward(A parameters, DistinctWords words, A features) {
    this.words = words;
    int size = bottleneck.filters();
    narrow = arithmetic.room(narrow, words.positions() * size);
    bottleneck.forward(parameters, features, stride, words, narrow, 0, size);
    Rectifier.forward(arithmetic, narrow, words.positions(), 0, size, size);
    int column = begin;
    for (Convolution<A, M> each : wide) {
      each.forward(parameters, narrow, size, words, features, column, stride);
      column += each.filters();
    }
    Rectifier.forward(arithmetic, features, words.positions(), begin, end, stride);
  }

  /**
   * @param features after {@link #forward}
   * @param delta gradient of the features; that of the columns before is added to
   * @param gradient of the layer's parameters, added to
   */
  void backward(A features, A delta, A gradient) {
    int size = bottleneck.filters();
    Rectifier.backward(arithmetic, features, delta, words.positions(), begin, end, stride);
    narrowDelta = arithmetic.zeros(narrowDelta, words.positions() * size);
    int column = begin;
    for (Convolution<A, M> each : wide) {
      each.backward(delta, column, stride, gradient, narrowDelta, size);
      column += each.filters();
    }
    Rectifier.backward(arithmetic, narrow, narrowDelta, words.positions(), 0, size, size);
    bottleneck.backward(narrowDelta, 0, size, gradient, delta, stride);
  }
}
