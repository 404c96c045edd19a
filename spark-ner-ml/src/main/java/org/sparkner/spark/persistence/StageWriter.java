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
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWriter;
import org.sparkner.error.UsageException;
import org.sparkner.spark.file.StagePath;

/**
 * Saves a stage: Spark ML's {@code metadata}, and what else it has. All is written beside the path
 * under a temporary name, on the path's own file system, and renamed when complete; what is there
 * already goes only then.
 */
public class StageWriter extends MLWriter {
  private final Params stage;

  public StageWriter(Params stage) {
    this.stage = stage;
  }

  /**
   * Saves the stage.
   *
   * @throws UsageException if the path is taken, cannot be written or could not be loaded
   */
  @Override
  public final void save(String path) throws IOException {
    Path target = StagePath.of(path);
    Path temporary = null;
    FileSystem files = null;
    try {
      files = target.getFileSystem(sc().hadoopConfiguration());
      target = files.makeQualified(target);
      StagePath.requireReadable(target);
      if (files.exists(target) && !shouldOverwrite()) {
        throw new UsageException(
            "Path " + target + " exists; give another or use write().overwrite().save(path).");
      }
      temporary = sibling(target, "tmp");
      write(files, temporary);
      replace(files, temporary, target);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new UsageException(
          "Path "
              + target
              + " cannot be written: "
              + e.getMessage()
              + "; choose a path that can be written and has space.",
          e);
    } finally {
      if (temporary != null) {
        files.delete(temporary, true);
      }
    }
  }

  /**
   * Saves the stage to a path of this machine, whatever the default file system is; Spark Connect
   * keeps the models of a session so. Overrides a method that Spark has since 4.1.
   */
  @SuppressWarnings("MissingOverride") // Spark 3.5 has no such method
  public final void saveToLocal(String path) throws IOException {
    save(StagePath.local(path));
  }

  @Override
  public final void saveImpl(String path) {
    try {
      Path directory = StagePath.of(path);
      write(directory.getFileSystem(sc().hadoopConfiguration()), directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  /** Writes everything into a directory that is not there yet. */
  protected void write(FileSystem files, Path directory) throws IOException {
    StageMetadata.write(stage, files, directory, sc());
  }

  /** A hidden name beside the path; one with a colon is not taken for a scheme. */
  private static Path sibling(Path target, String ending) {
    String name = "." + target.getName() + "." + ending + "-" + UUID.randomUUID();
    return new Path(target.getParent(), new Path(null, null, name));
  }

  /** What is there goes last; if the new one cannot take its place, it comes back. */
  private static void replace(FileSystem files, Path temporary, Path target) throws IOException {
    Path old = sibling(target, "old");
    boolean replaces = files.exists(target);
    if (replaces && !files.rename(target, old)) {
      throw new IOException("cannot rename " + target + " to " + old);
    }
    boolean renamed = false;
    try {
      renamed = files.rename(temporary, target);
    } finally {
      if (replaces && !renamed) {
        files.rename(old, target);
      }
    }
    if (!renamed) {
      throw new IOException("cannot rename " + temporary + " to " + target);
    }
    if (replaces) {
      files.delete(old, true);
    }
  }
}
