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

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.PretrainedEncoderFolder;
import org.sparkner.pretrained.PretrainedEncoderReader;

/** The directory of a pretrained encoder that the settings name, on any Hadoop file system. */
public record EncoderDirectory(Location directory) implements PretrainedEncoderFolder {
  private static final String KEY = "input.contextual";

  /**
   * Reads the encoder of a training on this machine, or gives null where the settings name none.
   *
   * @param workers of the training, which do not run encoders
   * @throws UsageException if there are workers, or no ONNX Runtime
   * @throws org.sparkner.error.BadModelException if the directory is none of an encoder
   */
  public static PretrainedEncoder read(Settings settings, int workers) {
    Optional<String> name = settings.optionalText(KEY);
    if (name.isEmpty()) {
      return null;
    }
    if (workers > 0) {
      throw new UsageException(
          KEY + " is for training on this machine; leave out --workers, or the encoder");
    }
    return PretrainedEncoderReader.read(
        new EncoderDirectory(Location.of(name.get())), options(settings));
  }

  private static PretrainedEncoderReader.Options options(Settings settings) {
    String lowerCase = "input.contextual-lower-case";
    return new PretrainedEncoderReader.Options(
        settings.optionalText("input.contextual-output").orElse(null),
        settings.optionalText(lowerCase).isEmpty() ? null : settings.flag(lowerCase),
        settings.flag("input.contextual-document"));
  }

  /** Tells which directory is read. */
  public static void addTo(RunFiles files, Settings settings) {
    files.reads(KEY, settings.optionalText(KEY).orElse(null));
  }

  /** Which encoder the settings name, and how it is read; empty for none. */
  public static Optional<List<Object>> key(Settings settings) {
    return settings.optionalText(KEY).map(name -> List.of(name, options(settings)));
  }

  /**
   * @throws UsageException if the settings name an encoder
   */
  public static void refuse(Settings settings, String command) {
    if (settings.optionalText(KEY).isPresent()) {
      throw new UsageException(KEY + " is for the training of one network, not for " + command);
    }
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    Location file = directory.child(name);
    if (!file.exists()) {
      return Optional.empty();
    }
    try (InputStream in = file.open()) {
      return Optional.of(in.readAllBytes());
    }
  }

  @Override
  public String locate(String name) {
    return directory.child(name).name();
  }
}
