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
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.MLWriter;
import org.sparkner.error.UsageException;
import org.sparkner.model.ModelWriter;

/**
 * Saves a stage: Spark ML's {@code metadata} and the parts of the model in {@code model}. Both are
 * written beside the path under a temporary name, on the path's own file system, and renamed when
 * complete; one that is there already goes only then.
 */
final class NerTaggerModelWriter extends MLWriter {
  private final NerTaggerModel stage;

  NerTaggerModelWriter(NerTaggerModel stage) {
    this.stage = stage;
  }

  @Override
  public void save(String path) throws IOException {
    Path target = new Path(path);
    FileSystem files = target.getFileSystem(sc().hadoopConfiguration());
    target = files.makeQualified(target);
    if (files.exists(target) && !shouldOverwrite()) {
      throw new UsageException(
          "Path " + target + " exists; give another or use write().overwrite().save(path).");
    }
    Path temporary = sibling(target, "tmp");
    try {
      saveImpl(temporary.toString());
      replace(files, temporary, target);
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      if (!(root instanceof IOException)) {
        throw e;
      }
      throw new UsageException(
          "Path "
              + target
              + " cannot be written: "
              + root.getMessage()
              + "; choose a path that can be written and has space.",
          e);
    } finally {
      files.delete(temporary, true);
    }
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

  @Override
  public void saveImpl(String path) {
    try {
      Path directory = new Path(path);
      StageMetadata.write(stage, path, sc());
      ModelWriter.write(
          stage.model(),
          new HadoopModelStorage(
              directory.getFileSystem(sc().hadoopConfiguration()), new Path(directory, "model")));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path + ": " + e.getMessage(), e);
    }
  }
}
