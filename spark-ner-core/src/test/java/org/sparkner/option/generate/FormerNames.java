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
import org.sparkner.option.Options;

/** The Python module of the names that params had before. */
final class FormerNames {
  static final String PATH = "python/src/spark_ner/params/former.py";

  private FormerNames() {}

  static String text() {
    StringBuilder text = new StringBuilder();
    text.append("\"\"\"Names that params had before, with the present ones.\n\n");
    text.append("Written by build-tools/generate-options.\n\"\"\"\n\n");
    text.append("FORMER_NAMES: dict[str, str] = {\n");
    Options.all().filter(DeclaredOption::isParam).forEach(option -> names(text, option));
    return text.append("}\n").toString();
  }

  private static void names(StringBuilder text, DeclaredOption<?> option) {
    for (String former : option.formerNames()) {
      text.append("    \"").append(former).append("\": \"").append(option.name()).append("\",\n");
    }
  }
}
