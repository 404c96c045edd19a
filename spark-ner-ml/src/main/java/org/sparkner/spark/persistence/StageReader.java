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

package org.sparkner.spark.persistence;

import java.io.IOException;
import java.util.function.Function;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.sparkner.error.BadModelException;
import org.sparkner.spark.file.StagePath;
import org.sparkner.spark.version.SparkVersion;

/**
 * Loads what {@link StageWriter} saved, or Spark ML's own writer.
 *
 * @param <S> the stage
 */
public abstract class StageReader<S extends Params> extends MLReader<S> {
  private final Class<S> type;

  protected StageReader(Class<S> type) {
    this.type = type;
  }

  /**
   * A reader of stages that have params only.
   *
   * @param stage makes one of a uid
   */
  public static <S extends Params> StageReader<S> of(Class<S> type, Function<String, S> stage) {
    return new StageReader<>(type) {
      @Override
      protected S load(FileSystem files, Path directory) throws IOException {
        return restored(files, directory, stage);
      }
    };
  }

  /**
   * Loads a stage.
   *
   * @throws BadModelException naming what is missing or damaged
   */
  @Override
  public final S load(String path) {
    SparkVersion.require();
    Path directory = StagePath.of(path);
    try {
      FileSystem files = directory.getFileSystem(sc().hadoopConfiguration());
      if (!files.exists(directory)) {
        throw new BadModelException(missing(directory));
      }
      return load(files, directory);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadModelException(directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Loads what {@link StageWriter#saveToLocal} saved. Overrides a method that Spark has since 4.1.
   */
  @SuppressWarnings("MissingOverride") // Spark 3.5 has no such method
  public final S loadFromLocal(String path) {
    return load(StagePath.local(path));
  }

  protected String missing(Path directory) {
    return type.getSimpleName() + " " + directory + " does not exist; check the path.";
  }

  protected abstract S load(FileSystem files, Path directory) throws IOException;

  /** The stage with the uid and the params of the metadata. */
  protected final S restored(FileSystem files, Path directory, Function<String, S> stage)
      throws IOException {
    DefaultParamsReader.Metadata metadata = StageMetadata.read(files, directory, type);
    S loaded = stage.apply(metadata.uid());
    StageMetadata.restore(loaded, metadata);
    return loaded;
  }
}
