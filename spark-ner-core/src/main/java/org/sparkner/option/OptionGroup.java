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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Options that belong together: a section of the settings and an interface of Spark's stages. */
public final class OptionGroup {
  private final String name;
  private final String section;
  private final String title;
  private final List<DeclaredOption<?>> options = new ArrayList<>();

  /**
   * @param name after which classes are named: {@code Training} of {@link TrainingOption}
   * @param section of the settings; empty where keys stand by themselves
   * @param title what the options have in common, one sentence
   */
  OptionGroup(String name, String section, String title) {
    this.name = name;
    this.section = section;
    this.title = title;
  }

  /** Begins a declaration, whose end adds the option to this group. */
  <T> Declaration<T> option(String name, Kind<T> kind) {
    return new Declaration<>(this, name, kind);
  }

  void add(DeclaredOption<?> option) {
    options.add(option);
  }

  /** After which classes are named, such as {@code Training}. */
  public String name() {
    return name;
  }

  /**
   * The section of the settings, such as {@code training}; empty where keys stand by themselves.
   */
  public String section() {
    return section;
  }

  /** What the options have in common, one sentence. */
  public String title() {
    return title;
  }

  /** The options in the order of their declarations. */
  public List<DeclaredOption<?>> options() {
    return Collections.unmodifiableList(options);
  }

  /** Those that Spark's stages have as params. */
  public List<DeclaredOption<?>> params() {
    return options.stream().filter(DeclaredOption::isParam).toList();
  }

  /** Those that the settings of the command line have. */
  public List<DeclaredOption<?>> settings() {
    return options.stream().filter(DeclaredOption::isSetting).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
