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

/** What is trained. */
public final class ModelOption {
  static final List<String> NETWORK = List.of("neural");
  static final List<String> WITH_FEATURES = List.of("memm", "crf");
  static final List<String> ALL_BUT_HMM = List.of("neural", "memm", "crf");
  static final List<String> ALL = List.of("neural", "hmm", "memm", "crf");

  public static final OptionGroup GROUP = new OptionGroup("Model", "", "What is trained.");

  public static final DeclaredOption<String> ALGORITHM =
      GROUP
          .option("algorithm", new Choice(ALL))
          .byDefault("neural")
          .doc("What is trained: a network, or a linear model over features.")
          .add();

  public static final DeclaredOption<String> PRESET =
      GROUP
          .option("preset", new Choice(List.of("default", "fast", "best", "fine-tuned")))
          .byDefault("default")
          .doc("Named set of network and training options; options that are set override it.")
          .flag("--preset")
          .heededBy(NETWORK)
          .add();

  private ModelOption() {}
}
