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

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.settings.DeviceOption;
import org.sparkner.jobs.settings.PrecisionOption;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.model.Manifest;
import org.sparkner.tagger.Tagger;
import picocli.CommandLine.Mixin;

/** The model of a command that tags texts as they come, and how it computes. */
public final class TextTaggerOptions {
  @Mixin private SavedModelOption model;
  @Mixin private PrecisionOption precision;
  @Mixin private DeviceOption device;
  @Mixin private SettingsOptions settings;

  /**
   * A model that is ready to tag.
   *
   * @param manifest of the saved model
   */
  public record Loaded(Tagger tagger, Manifest manifest) {}

  /** The model as the user named it. */
  public String name() {
    return model.name();
  }

  /**
   * Loads the model.
   *
   * @param err where progress is shown
   * @throws UsageException if the model reads more of a token than its text
   */
  public Loaded load(PrintWriter err) {
    Map<String, String> own = new HashMap<>(precision.setting());
    own.putAll(device.setting());
    own.putAll(model.setting());
    Settings all = settings.load(own);
    try (StatusLine progress = new StatusLine(err);
        SavedModel saved = model.open(all)) {
      progress.begin("loading " + name());
      Tagger tagger = Tagger.of(saved.read(), PrecisionOption.in(all), DeviceOption.in(all));
      if (tagger.readsAttributes()) {
        throw new UsageException(
            name()
                + ": the model reads an attribute of each token, such as its part of speech, which"
                + " a text does not have; use tag with tokens");
      }
      return new Loaded(tagger, saved.manifest());
    }
  }
}
