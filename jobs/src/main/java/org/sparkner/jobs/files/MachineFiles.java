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

package org.sparkner.jobs.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The files of this machine, for Hadoop. Unlike its own class for them it can read names with a
 * colon, such as times, and expands patterns in directories that hold such names. New files and
 * directories have the permissions that the umask of the process says, as those of any program;
 * that class would take Hadoop's setting, and start a program for each file to set it.
 */
public final class MachineFiles extends LocalFileSystem {
  /** Stands for a colon while a pattern is expanded; for private use in Unicode. */
  private static final char STAND_IN = '\uF03A';

  private static final PathFilter ALL = path -> true;

  /** For Hadoop, which makes it by its name. */
  public MachineFiles() {
    super(new RawLocalFileSystem());
  }

  /** One that writes no checksums beside the files. */
  static FileSystem raw(Configuration configuration) throws IOException {
    FileSystem files =
        new RawLocalFileSystem() {
          @Override
          public FileStatus[] globStatus(Path pattern) throws IOException {
            return glob(this, pattern, ALL);
          }
        };
    files.initialize(URI.create("file:///"), masked(configuration));
    return files;
  }

  @Override
  public void initialize(URI name, Configuration configuration) throws IOException {
    super.initialize(name, masked(configuration));
  }

  /** The settings with the umask of this process, which Hadoop does not ask the system for. */
  private static Configuration masked(Configuration configuration) {
    Configuration masked = new Configuration(configuration);
    String umask = Umask.OF_THIS_PROCESS;
    if (umask != null) {
      masked.set(FsPermission.UMASK_LABEL, umask);
    }
    return masked;
  }

  @Override
  public Path getChecksumFile(Path file) {
    return new Path(file.getParent(), new Path(null, null, "." + file.getName() + ".crc"));
  }

  @Override
  public FileStatus[] globStatus(Path pattern) throws IOException {
    return glob(this, pattern, ALL);
  }

  @Override
  public FileStatus[] globStatus(Path pattern, PathFilter filter) throws IOException {
    return glob(this, pattern, filter);
  }

  private static FileStatus[] glob(FileSystem files, Path pattern, PathFilter filter)
      throws IOException {
    FileStatus[] found = new Colonless(files).globStatus(exchanged(pattern, ':', STAND_IN));
    if (found == null) {
      return null;
    }
    List<FileStatus> accepted = new ArrayList<>();
    for (FileStatus status : found) {
      Path path = exchanged(status.getPath(), STAND_IN, ':');
      try {
        if (filter.accept(path)) {
          accepted.add(files.getFileStatus(path));
        }
      } catch (FileNotFoundException e) {
        // It is gone meanwhile.
        continue;
      }
    }
    return accepted.toArray(FileStatus[]::new);
  }

  private static Path exchanged(Path path, char from, char to) {
    URI uri = path.toUri();
    return new Path(uri.getScheme(), uri.getAuthority(), uri.getPath().replace(from, to));
  }

  /** The same files, with the stand-in in their names. */
  private static final class Colonless extends FilterFileSystem {
    Colonless(FileSystem files) {
      super(files);
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      return stoodIn(fs.getFileStatus(MachineFiles.exchanged(path, STAND_IN, ':')));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
      FileStatus[] found = fs.listStatus(MachineFiles.exchanged(path, STAND_IN, ':'));
      for (int i = 0; i < found.length; i++) {
        found[i] = stoodIn(found[i]);
      }
      return found;
    }

    private static FileStatus stoodIn(FileStatus status) {
      return new FileStatus(
          status.getLen(),
          status.isDirectory(),
          status.getReplication(),
          status.getBlockSize(),
          status.getModificationTime(),
          MachineFiles.exchanged(status.getPath(), ':', STAND_IN));
    }
  }
}
