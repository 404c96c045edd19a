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

import java.util.List;

/**
 * An option while it is declared: what there is to say of it, in any order, and at the end {@link
 * #add}.
 *
 * @param <T> of the values
 */
final class Declaration<T> {
  final OptionGroup group;
  final String name;
  final Kind<T> kind;
  T byDefault;
  String summary;
  String more = "";
  String flag;
  List<String> formerly = List.of();
  List<String> heededBy = ModelOption.ALL;
  boolean param = true;
  boolean setting = true;
  boolean mayChangeOnResume;

  Declaration(OptionGroup group, String name, Kind<T> kind) {
    this.group = group;
    this.name = name;
    this.kind = kind;
  }

  /** Without it, an option is not set by default. */
  Declaration<T> byDefault(T value) {
    byDefault = value;
    return this;
  }

  /**
   * The documentation. {@code {batchSize}} stands for the name of that option in the door where the
   * text is read.
   *
   * @param summary one sentence, which the range follows
   * @param sentences that say more
   */
  Declaration<T> doc(String summary, String... sentences) {
    this.summary = summary;
    this.more = String.join(" ", sentences);
    return this;
  }

  /** The option of commands that sets it too. */
  Declaration<T> flag(String name) {
    flag = name;
    return this;
  }

  /**
   * Names that it had: params, keys with a point in them, options with dashes. They are refused by
   * the new name.
   */
  Declaration<T> formerly(String... names) {
    formerly = List.of(names);
    return this;
  }

  /** The algorithms that heed it; without, all. */
  Declaration<T> heededBy(List<String> algorithms) {
    heededBy = algorithms;
    return this;
  }

  /** No setting of the command line. */
  Declaration<T> paramOnly() {
    setting = false;
    return this;
  }

  /** No param of Spark's stages. */
  Declaration<T> settingOnly() {
    param = false;
    return this;
  }

  /**
   * Says how long a run is or where it computes, not what: a resumed run may have another value.
   */
  Declaration<T> mayChangeOnResume() {
    mayChangeOnResume = true;
    return this;
  }

  /** Ends the declaration. */
  DeclaredOption<T> add() {
    DeclaredOption<T> option = new DeclaredOption<>(this);
    group.add(option);
    return option;
  }
}
