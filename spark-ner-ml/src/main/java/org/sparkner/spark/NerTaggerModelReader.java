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
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelSource;
import org.sparkner.model.NerModel;
import org.sparkner.signature.TrustedKeys;
import org.sparkner.spark.file.HadoopModelStorage;
import org.sparkner.spark.persistence.StageMetadata;
import org.sparkner.spark.persistence.StageReader;

/**
 * Loads and verifies what {@link NerTaggerModelWriter} saved. A model that the core saved has no
 * {@code metadata}: it becomes a stage with the default params.
 */
final class NerTaggerModelReader extends StageReader<NerTaggerModel> {
  private final TrustedKeys keys;

  /**
   * @param keys of which one has to have signed the model, as has one of Spark's setting
   */
  NerTaggerModelReader(TrustedKeys keys) {
    super(NerTaggerModel.class);
    this.keys = keys;
  }

  @Override
  protected String missing(Path directory) {
    return "Model " + directory + " does not exist; check the path or train one.";
  }

  @Override
  protected NerTaggerModel load(FileSystem files, Path directory) throws IOException {
    if (!files.exists(new Path(directory, StageMetadata.FOLDER))) {
      return new NerTaggerModel(model(files, directory));
    }
    return restored(files, directory, uid -> new NerTaggerModel(uid, model(files, directory)));
  }

  private NerModel model(FileSystem files, Path directory) {
    ModelSource source = new HadoopModelStorage(files, new Path(directory, "model"));
    return ModelReader.read(TrustedKeysSetting.in(sparkSession()).guard(keys.guard(source)));
  }
}
