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
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparkner.catalog.ModelCatalog;
import org.sparkner.error.BadModelException;
import org.sparkner.model.ModelReader;
import org.sparkner.spark.file.StagePath;

/** Stages of models that were trained before, by their names. */
final class PretrainedModels {
  /** Spark's setting that names directories of models of the driver's machine. */
  static final String DIRECTORIES = "spark.sparkner.models";

  private PretrainedModels() {}

  /**
   * The stage that was saved at a path, or that of a model with this name.
   *
   * @param directories of models, separated as in a PATH; they go before those of the session
   * @throws BadModelException if there is neither
   */
  static NerTaggerModel load(SparkSession session, String name, String directories) {
    if (!ModelCatalog.isName(name) || exists(session, StagePath.of(name))) {
      return NerTaggerModel.load(name);
    }
    ModelCatalog catalog =
        ModelCatalog.here()
            .withDirectories(session.conf().get(DIRECTORIES, ""))
            .withDirectories(directories);
    return new NerTaggerModel(
        ModelReader.read(TrustedKeysSetting.in(session).guard(catalog.named(name))));
  }

  private static boolean exists(SparkSession session, Path path) {
    try {
      return path.getFileSystem(session.sparkContext().hadoopConfiguration()).exists(path);
    } catch (IOException e) {
      throw new BadModelException(path + " cannot be read: " + e.getMessage(), e);
    }
  }
}
