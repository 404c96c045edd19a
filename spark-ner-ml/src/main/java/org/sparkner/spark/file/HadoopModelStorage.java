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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparkner.model.ModelSource;
import org.sparkner.model.ModelTarget;

/**
 * The parts of a model as files of a directory of any Hadoop file system.
 *
 * @param files the directory's own file system
 * @param directory the one that holds the parts
 */
public record HadoopModelStorage(FileSystem files, Path directory)
    implements ModelSource, ModelTarget {

  @Override
  public InputStream open(String name) throws IOException {
    return files.open(new Path(directory, name));
  }

  @Override
  public OutputStream create(String name) throws IOException {
    return files.create(new Path(directory, name), true);
  }

  @Override
  public boolean exists(String name) throws IOException {
    Path part = new Path(directory, name);
    // Hadoop takes pipes and devices of this machine for files.
    return files.getUri().getScheme().equals("file")
        ? Files.isRegularFile(java.nio.file.Path.of(part.toUri().getPath()))
        : files.exists(part);
  }

  @Override
  public long length(String name) throws IOException {
    return files.getFileStatus(new Path(directory, name)).getLen();
  }

  @Override
  public String locate(String name) {
    return new Path(directory, name).toString();
  }
}
