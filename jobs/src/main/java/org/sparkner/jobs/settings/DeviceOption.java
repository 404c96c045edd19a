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

import java.util.Map;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.option.TaggingOption;
import org.sparkner.pretrained.EncoderDevice;
import picocli.CommandLine.Option;

/** The option of every command that runs a pretrained encoder, and the setting it stands for. */
@HelpGroup("Settings and help")
public final class DeviceOption {
  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "Where an encoder computes: auto, cpu or cuda (auto).")
  private String name;

  /** The option as a setting, to go before all others; empty where it was not given. */
  public Map<String, String> setting() {
    return name == null ? Map.of() : Map.of(TaggingOption.DEVICE.key(), name);
  }

  /**
   * The device of the settings.
   *
   * @throws org.sparkner.error.UsageException if there is none of that name
   */
  public static EncoderDevice in(Settings settings) {
    return EncoderDevice.named(settings.get(TaggingOption.DEVICE));
  }
}
