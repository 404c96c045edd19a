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

package org.sparkner.jobs.resource;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.settings.DeviceOption;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.option.InputOption;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.PretrainedEncoderReader;
import org.sparkner.spark.resource.PretrainedEncoderDirectory;

/** The pretrained encoder that settings name, and how it is read. */
public final class EncoderSettings {
  private static final String DIRECTORY = InputOption.PRETRAINED_ENCODER.key();

  private final Settings settings;

  public EncoderSettings(Settings settings) {
    this.settings = settings;
  }

  private Optional<String> directory() {
    return settings.find(InputOption.PRETRAINED_ENCODER);
  }

  private PretrainedEncoderReader.Options options() {
    return new PretrainedEncoderReader.Options(
        settings.get(InputOption.PRETRAINED_ENCODER_OUTPUT),
        settings.get(InputOption.PRETRAINED_ENCODER_LAYERS),
        settings.get(InputOption.PRETRAINED_ENCODER_LOWER_CASE),
        settings.get(InputOption.PRETRAINED_ENCODER_DOCUMENT));
  }

  /** Reads the encoder; empty where none is named. */
  public Optional<Supplier<PretrainedEncoder>> encoder() {
    return directory().map(name -> () -> read(name).on(DeviceOption.in(settings)));
  }

  /** Reads the encoder of a directory as the settings say, whichever they name. */
  public PretrainedEncoder read(String name) {
    return PretrainedEncoderReader.read(
        new PretrainedEncoderDirectory(Location.of(name)), options());
  }

  /** What is equal for equal encoders that are read alike; empty where none is named. */
  public Optional<List<Object>> key() {
    return directory().map(name -> List.of(name, options()));
  }

  /** Tells which directory is read. */
  public void addTo(RunFiles files) {
    files.reads(DIRECTORY, directory().orElse(null));
  }

  /**
   * @throws UsageException if an encoder is named
   */
  public void refuse(String command) {
    if (directory().isPresent()) {
      throw new UsageException(
          DIRECTORY + " is for the training of one network, not for " + command);
    }
  }
}
