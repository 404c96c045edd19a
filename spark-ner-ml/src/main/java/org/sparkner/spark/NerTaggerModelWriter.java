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
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparkner.model.ModelWriter;
import org.sparkner.spark.file.HadoopModelStorage;
import org.sparkner.spark.persistence.StageWriter;

/** Saves a stage with the parts of the model in {@code model}. */
final class NerTaggerModelWriter extends StageWriter {
  private final NerTaggerModel stage;

  NerTaggerModelWriter(NerTaggerModel stage) {
    super(stage);
    this.stage = stage;
  }

  @Override
  protected void write(FileSystem files, Path directory) throws IOException {
    super.write(files, directory);
    ModelWriter.write(stage.model(), new HadoopModelStorage(files, new Path(directory, "model")));
  }
}
