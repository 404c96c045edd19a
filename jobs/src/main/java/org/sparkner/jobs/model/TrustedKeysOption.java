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

package org.sparkner.jobs.model;

import java.util.Map;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.option.TrustOption;
import org.sparkner.signature.TrustedKeys;
import picocli.CommandLine.Option;

/** The option of every command that loads a saved model, and the setting that it stands for. */
@HelpGroup("Settings and help")
public final class TrustedKeysOption {
  @Option(
      names = "--trusted-keys",
      paramLabel = "PATH",
      description = "Public keys, one of which has signed the model.")
  private String path;

  /** The option as a setting, to go before all others; empty where it was not given. */
  public Map<String, String> setting() {
    if (path == null) {
      return Map.of();
    }
    requireSome("--trusted-keys", path);
    return Map.of(TrustOption.TRUSTED_KEYS.key(), path);
  }

  /** Says that a run reads the keys. */
  public RunFiles addTo(RunFiles files) {
    return files.reads("--trusted-keys", path);
  }

  /**
   * The keys of the settings, from wherever they lie.
   *
   * @throws UsageException if they are not such keys
   */
  public static TrustedKeys in(Settings settings) {
    String path = settings.find(TrustOption.TRUSTED_KEYS).orElse(null);
    if (path == null) {
      return TrustedKeys.UNCHECKED;
    }
    requireSome(TrustOption.TRUSTED_KEYS.key(), path);
    Location place = Location.of(path);
    if (place.isLocal()) {
      return TrustedKeys.read(place.path());
    }
    try (TemporaryDirectory copy = TemporaryDirectory.named("spark-ner-keys")) {
      return TrustedKeys.read(place.fetch(copy.path()));
    }
  }

  /** A variable that is not set must not stand for trust in everybody. */
  private static void requireSome(String name, String path) {
    if (path.isBlank()) {
      throw new UsageException(
          name
              + " is empty; give a file or a directory of public keys, or leave it out to load any"
              + " model.");
    }
  }
}
