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

package org.sparkner.option;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Widths of filters, written with commas between them: odd numbers, none of them twice. */
public record Widths() implements Kind<List<Integer>> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<?> type() {
    return List.class;
  }

  @Override
  public String needs() {
    return "odd, different numbers separated by commas";
  }

  @Override
  public String range() {
    return "odd, different";
  }

  @Override
  public boolean accepts(List<Integer> value) {
    return !value.isEmpty()
        && value.stream().allMatch(width -> width > 0 && width % 2 == 1)
        && value.stream().distinct().count() == value.size();
  }

  @Override
  public List<Integer> parse(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(Integer::valueOf).toList();
  }

  @Override
  public String text(List<Integer> value) {
    return value.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
