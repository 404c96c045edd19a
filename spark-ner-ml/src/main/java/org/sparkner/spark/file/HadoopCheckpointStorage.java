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

package org.sparkner.spark.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparkner.error.UsageException;
import org.sparkner.train.CheckpointStorage;

/**
 * A checkpoint in a directory of any Hadoop file system. Not all of them can put one file in the
 * place of another, so each checkpoint has a new number, and the highest is the one that counts.
 */
public final class HadoopCheckpointStorage implements CheckpointStorage {
  private static final String PREFIX = "checkpoint-";

  private final FileSystem files;
  private final Path directory;

  private HadoopCheckpointStorage(FileSystem files, Path directory) {
    this.files = files;
    this.directory = directory;
  }

  /**
   * Of a directory, which is made with the first checkpoint, in the file system of its URI.
   *
   * @throws UsageException if there is no such file system
   */
  public static HadoopCheckpointStorage in(String directory, Configuration hadoop) {
    try {
      Path path = StagePath.of(directory);
      return new HadoopCheckpointStorage(path.getFileSystem(hadoop), path);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          "The checkpoint's directory '" + directory + "' cannot be used: " + e.getMessage(), e);
    }
  }

  private Path partial() {
    return new Path(directory, "partial");
  }

  /** The checkpoints that there are, the newest first. */
  private List<Path> all() throws IOException {
    if (!files.exists(directory)) {
      return List.of();
    }
    return Arrays.stream(files.listStatus(directory))
        .map(FileStatus::getPath)
        .filter(path -> path.getName().matches(PREFIX + "[0-9]+"))
        .sorted(Comparator.comparingLong(HadoopCheckpointStorage::number).reversed())
        .toList();
  }

  private static long number(Path path) {
    return Long.parseLong(path.getName().substring(PREFIX.length()));
  }

  @Override
  public boolean exists() throws IOException {
    return !all().isEmpty();
  }

  @Override
  public InputStream open() throws IOException {
    List<Path> found = all();
    if (found.isEmpty()) {
      throw new FileNotFoundException(directory.toString());
    }
    return files.open(found.get(0));
  }

  @Override
  public OutputStream create() throws IOException {
    return files.create(partial(), true);
  }

  @Override
  public void commit() throws IOException {
    List<Path> old = all();
    long next = old.isEmpty() ? 1 : number(old.get(0)) + 1;
    Path path = new Path(directory, PREFIX + next);
    if (!files.rename(partial(), path)) {
      throw new IOException("cannot rename " + partial() + " to " + path);
    }
    for (Path replaced : old) {
      files.delete(replaced, false);
    }
  }

  @Override
  public void delete() throws IOException {
    for (Path path : all()) {
      files.delete(path, false);
    }
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
