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

package org.sparkner.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of choices in settings and manifests: lower case, words joined by hyphens. */
final class SettingNames {
  private SettingNames() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException if none of the values has the name
   */
  static <E extends Enum<E>> E find(String setting, String name, E[] values) {
    return Arrays.stream(values)
        .filter(value -> of(value).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    setting
                        + " "
                        + name
                        + ", of "
                        + Arrays.stream(values)
                            .map(SettingNames::of)
                            .collect(Collectors.joining(", "))));
  }
}
