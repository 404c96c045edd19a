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

package org.sparkner.spark.resource;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparkner.error.BadDataException;
import org.sparkner.spark.file.StagePath;

/**
 * A file or directory of the file system that its path names; without a scheme, of Hadoop's
 * default.
 */
public final class HadoopResource implements Resource {
  private final Path path;
  private final Configuration hadoop;

  private HadoopResource(Path path, Configuration hadoop) {
    this.path = path;
    this.hadoop = hadoop;
  }

  /**
   * What a path names.
   *
   * @param hadoop settings of the file systems
   * @throws org.sparkner.error.UsageException if it is no path
   */
  public static HadoopResource of(String path, Configuration hadoop) {
    return new HadoopResource(StagePath.of(path), hadoop);
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public boolean exists() {
    return ask(files -> files.exists(path));
  }

  @Override
  public boolean isDirectory() {
    return ask(files -> files.exists(path) && files.getFileStatus(path).isDirectory());
  }

  @Override
  public List<String> list() {
    return ask(
        files ->
            Arrays.stream(files.listStatus(path))
                .map(status -> status.getPath().getName())
                .toList());
  }

  @Override
  public HadoopResource child(String name) {
    return new HadoopResource(new Path(path, new Path(null, null, name)), hadoop);
  }

  @Override
  public InputStream open() {
    return ask(files -> files.open(path));
  }

  private <T> T ask(Question<T> question) {
    try {
      return question.of(path.getFileSystem(hadoop));
    } catch (IOException e) {
      throw new BadDataException(path + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private interface Question<T> {
    T of(FileSystem files) throws IOException;
  }
}
