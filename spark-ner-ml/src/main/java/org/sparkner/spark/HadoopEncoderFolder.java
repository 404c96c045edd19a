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

package org.sparkner.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.pretrained.PretrainedEncoderFolder;
import org.sparkner.pretrained.PretrainedEncoderReader;

/** The directory of a pretrained encoder that a stage names, read on the driver. */
record HadoopEncoderFolder(Path directory, Configuration hadoop)
    implements PretrainedEncoderFolder {
  /**
   * Reads the encoder of a stage, or gives null where it names none.
   *
   * @throws org.sparkner.error.UsageException if ONNX Runtime is not on the class path
   * @throws org.sparkner.error.BadModelException if the directory is none of an encoder
   */
  static PretrainedEncoder read(NerTagger stage, Configuration hadoop) {
    if (!stage.isSet(stage.contextualEncoder())) {
      return null;
    }
    String output = stage.isSet(stage.contextualOutput()) ? stage.getContextualOutput() : null;
    return PretrainedEncoderReader.read(
        new HadoopEncoderFolder(StagePath.of(stage.getContextualEncoder()), hadoop),
        new PretrainedEncoderReader.Options(output, null, false));
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    Path file = new Path(directory, name);
    FileSystem files = file.getFileSystem(hadoop);
    if (!files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = files.open(file)) {
      return Optional.of(in.readAllBytes());
    }
  }

  @Override
  public String locate(String name) {
    return new Path(directory, name).toString();
  }
}
