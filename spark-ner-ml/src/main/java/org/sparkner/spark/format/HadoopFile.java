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

package org.sparkner.spark.format;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.sparkner.corpus.CorpusFile;
import org.sparkner.error.BadDataException;

/** A file on any Hadoop file system, decompressed as the ending of its name says. */
record HadoopFile(Path path, Configuration hadoop) implements CorpusFile {
  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public InputStream open() {
    try {
      InputStream in = path.getFileSystem(hadoop).open(path);
      CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
      return codec == null ? in : codec.createInputStream(in);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public boolean exists() {
    try {
      return path.getFileSystem(hadoop).exists(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public CorpusFile withEnding(String own, String other) {
    String file = path.getName();
    String neighbour = file.substring(0, file.length() - own.length()) + other;
    // A name with a colon alone would be taken for a scheme.
    return new HadoopFile(new Path(path.getParent(), new Path(null, null, neighbour)), hadoop);
  }

  private BadDataException unreadable(IOException e) {
    return new BadDataException(path + ": cannot be read (" + e.getMessage() + ")", e);
  }
}
