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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Options with their values, in the order in which they were put. Not safe for several threads. */
public final class OptionMap implements OptionValues {
  private final Map<DeclaredOption<?>, Object> values = new LinkedHashMap<>();

  /** Adds a value; null is one that is not set. */
  public <T> OptionMap put(DeclaredOption<T> option, T value) {
    if (value != null) {
      values.put(option, value);
    }
    return this;
  }

  /** Adds all values of others. */
  public OptionMap putAll(OptionMap others) {
    values.putAll(others.values);
    return this;
  }

  @Override
  @SuppressWarnings("unchecked") // put takes values of the option's type
  public <T> Optional<T> find(DeclaredOption<T> option) {
    return Optional.ofNullable((T) values.get(option));
  }

  /** The values as text. */
  public Map<DeclaredOption<?>, String> texts() {
    Map<DeclaredOption<?>, String> texts = new LinkedHashMap<>();
    forEach((option, text) -> texts.put(option, text));
    return Collections.unmodifiableMap(texts);
  }

  /** Gives each option with the text of its value. */
  public void forEach(BiConsumer<DeclaredOption<?>, String> action) {
    values.keySet().forEach(option -> action.accept(option, text(option)));
  }

  private <T> String text(DeclaredOption<T> option) {
    return option.kind().text(find(option).orElseThrow());
  }
}
