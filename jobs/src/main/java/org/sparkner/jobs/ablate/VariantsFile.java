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

package org.sparkner.jobs.ablate;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.settings.HoconFile;

/**
 * Rows of {@code ablate} in a file of the user's, in HOCON: {@code name { key = value }}, where a
 * key is that of a setting, {@code vectors} (true: reads the pretrained vectors) or {@code
 * gazetteers} (false). A row may begin with another, {@code name = ${other} { key = value }}.
 */
final class VariantsFile {
  static final String VECTORS = "vectors";
  static final String GAZETTEERS = "gazetteers";

  private VariantsFile() {}

  /**
   * The rows in the order of the file.
   *
   * @throws UsageException if it cannot be read, or has something else than rows
   */
  static List<AblationRow> read(Path file) {
    ConfigObject root = new HoconFile("--variants", file).read("rows");
    return root.entrySet().stream()
        .sorted(Comparator.comparingInt(VariantsFile::line).thenComparing(Map.Entry::getKey))
        .map(entry -> row(file, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static int line(Map.Entry<String, ConfigValue> entry) {
    return entry.getValue().origin().lineNumber();
  }

  private static AblationRow row(Path file, String name, ConfigValue value) {
    if (AblationRow.ALL.stream().anyMatch(row -> row.name().equals(name))) {
      throw new UsageException(
          "--variants " + file + " has a row " + name + ", which is there; choose another name");
    }
    if (!(value instanceof ConfigObject settings) || !name.matches("[\\w.+-]+")) {
      throw new UsageException(
          "--variants "
              + file
              + " needs rows such as wide { network.hidden = 300 }, found "
              + name);
    }
    Map<String, String> own = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> entry : settings.toConfig().entrySet()) {
      own.put(
          String.join(".", ConfigUtil.splitPath(entry.getKey())),
          entry.getValue().unwrapped().toString());
    }
    boolean vectors = flag(name, VECTORS, own, true);
    boolean gazetteers = flag(name, GAZETTEERS, own, false);
    return new AblationRow(name, name, own, vectors, gazetteers);
  }

  private static boolean flag(String row, String key, Map<String, String> own, boolean otherwise) {
    String value = own.remove(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.equals("true") && !value.equals("false")) {
      throw new UsageException(
          "--variants: " + key + " of " + row + " needs true or false, found " + value);
    }
    return value.equals("true");
  }
}
