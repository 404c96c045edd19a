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

import java.util.Optional;

/** What is set of the options: by the params of a stage, by settings, by a preset. */
@FunctionalInterface
public interface OptionValues {
  /** The value that an option is set to, in its range; empty where it is not set. */
  <T> Optional<T> find(DeclaredOption<T> option);

  /** The value that an option is set to, or another one where it is not set. */
  default <T> T get(DeclaredOption<T> option, T otherwise) {
    return find(option).orElse(otherwise);
  }

  /** The value that an option is set to, or its default; null where there is none. */
  default <T> T get(DeclaredOption<T> option) {
    return get(option, option.byDefault());
  }
}
