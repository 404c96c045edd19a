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

package org.sparkner.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.sparkner.error.BadDataException;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;

/**
 * A file or directory that a user named: a path of this machine, or a URI of any Hadoop file
 * system.
 */
final class Location {
  private final String name;
  private final boolean local;

  private Location(String name, boolean local) {
    this.name = name;
    this.local = local;
  }

  /**
   * Reads a name. What has no scheme is a path of this machine, whatever Hadoop's default file
   * system is.
   */
  static Location of(String name) {
    if (name.isBlank()) {
      throw new UsageException("a path is empty");
    }
    if (name.startsWith("file:")) {
      return new Location(java.net.URI.create(name).getPath(), true);
    }
    return new Location(name, !name.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*"));
  }

  /** As the user wrote it. */
  String name() {
    return name;
  }

  boolean isLocal() {
    return local;
  }

  /** As Spark wants it: with its scheme. */
  String uri() {
    return hadoop().toString();
  }

  /** A neighbour: this name with an ending. */
  Location plus(String ending) {
    return new Location(name.replaceAll("/+$", "") + ending, local);
  }

  /** A neighbour: this name with another ending in place of its own. */
  Location withEnding(String own, String other) {
    return new Location(name.substring(0, name.length() - own.length()) + other, local);
  }

  /** What has this name inside of this directory. */
  Location child(String file) {
    return new Location(name.replaceAll("/+$", "") + "/" + file, local);
  }

  /**
   * The path on this machine.
   *
   * @throws IllegalStateException if it is elsewhere
   */
  Path path() {
    if (!local) {
      throw new IllegalStateException(name + " is not on this machine");
    }
    return Path.of(name);
  }

  /** Whether there is something of this name, or of this pattern. */
  boolean exists() {
    return isPattern()
        ? ask(fs -> fs.globStatus(hadoop()).length > 0)
        : ask(fs -> fs.exists(hadoop()));
  }

  boolean isDirectory() {
    return ask(fs -> fs.exists(hadoop()) && fs.getFileStatus(hadoop()).isDirectory());
  }

  /** Bytes of the file, or of the files of the directory. */
  long bytes() {
    return ask(fs -> fs.getContentSummary(hadoop()).getLength());
  }

  /** Names of what is directly in the directory. */
  List<String> list() {
    return ask(
        fs -> {
          List<String> names = new ArrayList<>();
          for (FileStatus status : fs.listStatus(hadoop())) {
            names.add(status.getPath().getName());
          }
          return names;
        });
  }

  InputStream open() {
    requireExisting();
    return ask(fs -> fs.open(hadoop()));
  }

  /**
   * @throws BadDataException if there is nothing of this name
   */
  void requireExisting() {
    if (!exists()) {
      throw new BadDataException(name + ": no such file or directory");
    }
  }

  /**
   * @param overwrite whether what is there may go
   * @throws UsageException if something is there that may not go
   */
  void requireFree(boolean overwrite) {
    if (!overwrite && exists()) {
      throw new UsageException(name + " exists; give another path, or --overwrite to replace it");
    }
  }

  /** Takes the place of what is at the target, if anything. */
  void moveTo(Location target) {
    ask(
        fs -> {
          Location old = target.plus(".replaced");
          boolean replaces = fs.exists(target.hadoop());
          if (replaces) {
            fs.rename(target.hadoop(), old.hadoop());
          }
          if (!fs.rename(hadoop(), target.hadoop())) {
            throw new IOException("cannot rename " + name + " to " + target.name);
          }
          return !replaces || fs.delete(old.hadoop(), true);
        });
  }

  /** Whether it stands for several files, as in {@code *.txt}. */
  boolean isPattern() {
    return name.matches(".*[*?{\\[].*");
  }

  /**
   * @throws BadModelException if there is nothing of this name, which is never a pattern
   */
  void requireModel() {
    if (!ask(fs -> fs.exists(hadoop()))) {
      throw new BadModelException(name + ": no such model; check the path or train one");
    }
  }

  /** Writes a file, in place of what is there. */
  void write(byte[] content) {
    ask(
        fs -> {
          try (OutputStream out = fs.create(hadoop(), true)) {
            out.write(content);
          }
          return true;
        });
  }

  /** Writes a copy of a file of this machine. */
  void copyFrom(Path file) {
    ask(
        fs -> {
          fs.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), hadoop());
          return true;
        });
  }

  /** Deletes what is there, if anything. */
  void delete() {
    ask(fs -> fs.delete(hadoop(), true));
  }

  /** Makes the directory and those above it. */
  void makeDirectories() {
    ask(fs -> fs.mkdirs(hadoop()));
  }

  /** A copy on this machine below the directory, or the path itself where it is on this machine. */
  Path fetch(Path directory) {
    if (local) {
      return path();
    }
    requireExisting();
    Path copy = directory.resolve(hadoop().getName());
    Configuration configuration = HadoopSettings.copy();
    ask(
        fs ->
            FileUtil.copy(
                fs,
                hadoop(),
                FileSystem.getLocal(configuration),
                new org.apache.hadoop.fs.Path(copy.toUri()),
                false,
                configuration));
    return copy;
  }

  private org.apache.hadoop.fs.Path hadoop() {
    return local
        ? new org.apache.hadoop.fs.Path(Path.of(name).toAbsolutePath().normalize().toUri())
        : new org.apache.hadoop.fs.Path(name);
  }

  private <T> T ask(Question<T> question) {
    try {
      Configuration configuration = HadoopSettings.copy();
      // No checksum files beside what is written here.
      FileSystem files = local ? rawLocal(configuration) : hadoop().getFileSystem(configuration);
      return question.of(files);
    } catch (FileNotFoundException e) {
      throw new BadDataException(name + ": cannot be read (" + e.getMessage() + ")", e);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": " + e.getMessage(), e);
    }
  }

  private static FileSystem rawLocal(Configuration configuration) throws IOException {
    FileSystem files = new RawLocalFileSystem();
    files.initialize(java.net.URI.create("file:///"), configuration);
    return files;
  }

  @Override
  public String toString() {
    return name;
  }

  private interface Question<T> {
    T of(FileSystem files) throws IOException;
  }
}
