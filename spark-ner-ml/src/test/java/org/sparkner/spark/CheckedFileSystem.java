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
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * The local disk under the scheme {@code checked}. While {@link #only} holds, the default file
 * system is another one, which takes no such path: whoever does not ask the path for its own file
 * system fails with Hadoop's "Wrong FS".
 */
public class CheckedFileSystem extends RawLocalFileSystem {
  private static final String DEFAULT = "fs.defaultFS";

  private final String scheme;

  /** Made by Hadoop. */
  public CheckedFileSystem() {
    this("checked");
  }

  private CheckedFileSystem(String scheme) {
    this.scheme = scheme;
  }

  public static String uri(Path path) {
    return "checked://" + path.toAbsolutePath();
  }

  public static OnlyOne only(SparkSession session) {
    Configuration conf = session.sparkContext().hadoopConfiguration();
    String before = conf.get(DEFAULT);
    conf.set("fs.checked.impl", CheckedFileSystem.class.getName());
    conf.set("fs.other.impl", OtherFileSystem.class.getName());
    conf.set(DEFAULT, "other:///");
    return () -> conf.set(DEFAULT, before);
  }

  @Override
  public String getScheme() {
    return scheme;
  }

  @Override
  public URI getUri() {
    return URI.create(scheme + ":///");
  }

  @Override
  public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
    return plain(super.getFileStatus(path));
  }

  @Override
  public FileStatus[] listStatus(org.apache.hadoop.fs.Path path) throws IOException {
    return Arrays.stream(super.listStatus(path))
        .map(CheckedFileSystem::plain)
        .toArray(FileStatus[]::new);
  }

  /** The status without permissions, which Hadoop looks up under the scheme {@code file} only. */
  private static FileStatus plain(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        1,
        status.getBlockSize(),
        status.getModificationTime(),
        status.getPath());
  }

  /** Until it is closed, the default file system is another one. */
  public interface OnlyOne extends AutoCloseable {
    @Override
    void close();
  }

  /** The default file system meanwhile. */
  public static final class OtherFileSystem extends CheckedFileSystem {
    /** Made by Hadoop. */
    public OtherFileSystem() {
      super("other");
    }
  }
}
