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

package org.sparkner.option.generate;

import org.sparkner.option.DeclaredOption;
import org.sparkner.option.OptionGroup;
import org.sparkner.option.Options;

/** The settings of the command line with their defaults. */
final class ReferenceConf {
  static final String PATH = "conf/spark-ner.conf";

  private static final String HEADER =
      """
      # Every setting of Spark NER with its default, in HOCON. Written by build-tools/generate-options.
      #
      # Copy what you want to change into a file of your own and give it by --config FILE. Environment
      # variables override the file: training.learning-rate is SPARK_NER_TRAINING_LEARNING_RATE there.
      # --set training.learning-rate=0.02 overrides both. null stands for a setting that is not set. An
      # unknown key is refused. `spark-ner help settings NAME` explains one setting.
      """;

  private static final String FREE =
      """
        # Any setting of Spark itself, such as spark.conf."spark.sql.shuffle.partitions" = 8.
        conf {}
      """;

  private ReferenceConf() {}

  static String text() {
    StringBuilder text = new StringBuilder(HEADER);
    for (OptionGroup group : Options.GROUPS) {
      if (!group.settings().isEmpty()) {
        section(text, group);
      }
    }
    return text.toString();
  }

  private static void section(StringBuilder text, OptionGroup group) {
    boolean named = !group.section().isEmpty();
    String indent = named ? "  " : "";
    text.append('\n');
    if (named) {
      text.append("# ").append(group.title()).append('\n');
      text.append(group.section()).append(" {\n");
    }
    for (DeclaredOption<?> option : group.settings()) {
      text.append(Filled.after(indent + "# ", option.settingDoc()));
      text.append(indent).append(option.keyInSection()).append(" = ");
      text.append(option.defaultText().map(ReferenceConf::value).orElse("null")).append('\n');
    }
    if (group.section().equals("spark")) {
      text.append(FREE);
    }
    text.append(named ? "}\n" : "");
  }

  private static String value(String text) {
    return text.matches("[\\w.-]+") ? text : "\"" + text + "\"";
  }
}
