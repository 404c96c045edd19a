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
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.sparkner.error.BadModelException;
import org.sparkner.model.ModelReader;
import org.sparkner.model.NerModel;
import org.sparkner.spark.version.SparkVersion;

/**
 * Loads what {@link NerTaggerModelWriter} saved. A model that the core saved has no {@code
 * metadata}: it becomes a stage with the default params.
 */
final class NerTaggerModelReader extends MLReader<NerTaggerModel> {

  /**
   * Loads and verifies a stage.
   *
   * @throws BadModelException naming what is missing or damaged
   */
  @Override
  public NerTaggerModel load(String path) {
    SparkVersion.require();
    Path directory = new Path(path);
    NerModel model;
    boolean hasParams;
    try {
      FileSystem files = directory.getFileSystem(sc().hadoopConfiguration());
      if (!files.exists(directory)) {
        throw new BadModelException(
            "Model " + directory + " does not exist; check the path or train one.");
      }
      model = ModelReader.read(new HadoopModelStorage(files, new Path(directory, "model")));
      hasParams = files.exists(new Path(directory, "metadata"));
    } catch (IOException e) {
      throw new BadModelException(directory + " cannot be read: " + e.getMessage(), e);
    }
    if (!hasParams) {
      return new NerTaggerModel(model);
    }
    DefaultParamsReader.Metadata metadata = StageMetadata.read(path, sc(), NerTaggerModel.class);
    NerTaggerModel stage = new NerTaggerModel(metadata.uid(), model);
    StageMetadata.restore(stage, metadata);
    return stage;
  }
}
