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
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** All options, by group and by name. */
public final class Options {
  /** The groups, in the order in which documents list them. */
  public static final List<OptionGroup> GROUPS =
      List.of(
          ModelOption.GROUP,
          NetworkOption.GROUP,
          InputOption.GROUP,
          TrainingOption.GROUP,
          FineTuningOption.GROUP,
          SilverOption.GROUP,
          LinearOption.GROUP,
          DistributionOption.GROUP,
          DataOption.GROUP,
          TaggingOption.GROUP,
          TrustOption.GROUP,
          EvaluationOption.GROUP,
          IncrementalOption.GROUP,
          TrackingOption.GROUP,
          SparkOption.GROUP);

  private Options() {}

  /** All options. */
  public static Stream<DeclaredOption<?>> all() {
    return GROUPS.stream().flatMap(group -> group.options().stream());
  }

  /** The settings of the command line. */
  public static Stream<DeclaredOption<?>> settings() {
    return all().filter(DeclaredOption::isSetting);
  }

  /** The option of a name in camel case. */
  static DeclaredOption<?> named(String name) {
    return all()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no option " + name));
  }

  /** The option that was once called so, as a param. */
  public static Optional<DeclaredOption<?>> formerlyNamed(String name) {
    return all().filter(option -> option.formerNames().contains(name)).findFirst();
  }

  /** The setting that once had a key. */
  public static Optional<DeclaredOption<?>> formerlyOfKey(String key) {
    return settings().filter(option -> option.formerKeys().contains(key)).findFirst();
  }

  /** The option that commands once had under another name. */
  public static Optional<DeclaredOption<?>> formerlyOfFlag(String flag) {
    return all().filter(option -> option.formerFlags().contains(flag)).findFirst();
  }
}
