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
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.model.NerModel;
import org.sparkner.spark.NerTaggerModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option of every command that reads a saved model. */
@HelpGroup("Model")
public final class SavedModelOption {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "Directory of the model, or a name such as en. Required.")
  private String name;

  @Mixin private TrustedKeysOption trusted;

  /** As the user gave it. */
  public String name() {
    return name;
  }

  /** Says that a run reads it, and the keys that it is trusted by. */
  public RunFiles addTo(RunFiles files) {
    return addKeysTo(files.reads("--model", SavedModel.place(name)));
  }

  /** Says that a run reads the keys that models are trusted by. */
  public RunFiles addKeysTo(RunFiles files) {
    return trusted.addTo(files);
  }

  /** Fails early where there is no such model. */
  public void require() {
    SavedModel.require(name);
  }

  /** Its options as settings, to go before all others; empty where none was given. */
  public Map<String, String> setting() {
    return trusted.setting();
  }

  /**
   * The model, for more than one look at it.
   *
   * @param all the settings, with {@linkplain #setting its own}
   */
  public SavedModel open(Settings all) {
    return SavedModel.open(name, TrustedKeysOption.in(all));
  }

  /**
   * The model, loaded and verified.
   *
   * @param all as for {@link #open}
   */
  public NerModel read(Settings all) {
    try (SavedModel saved = open(all)) {
      return saved.read();
    }
  }

  /**
   * Its stage, in the running Spark.
   *
   * @param all as for {@link #open}
   */
  public NerTaggerModel stage(Settings all) {
    return SavedModel.stage(name, TrustedKeysOption.in(all));
  }
}
