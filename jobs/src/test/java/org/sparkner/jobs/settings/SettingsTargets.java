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

package org.sparkner.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;
import org.sparkner.fuzz.FuzzedFile;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.Options;

/** Any bytes in place of a file of settings. */
public final class SettingsTargets {
  private static final FuzzedFile FILE = new FuzzedFile("settings.conf");

  private SettingsTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of("settings", SettingsTargets::settings);
  }

  private static void settings(byte[] file) {
    Settings settings = FILE.readOrRefused(file, path -> Settings.load(path, Map.of(), Map.of()));
    if (settings != null) {
      for (DeclaredOption<?> option : Options.settings().toList()) {
        Outcome.readOrRefused(() -> settings.find(option));
      }
      assertThat(settings.spark()).doesNotContainKey(null).doesNotContainValue(null);
    }
  }
}
