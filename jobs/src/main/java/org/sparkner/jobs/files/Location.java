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
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.corpus.CorpusFile;
import org.sparkner.error.BadDataException;
import org.sparkner.error.BadModelException;
import org.sparkner.error.NerException;
import org.sparkner.error.UsageException;
import org.sparkner.spark.resource.Resource;

/**
 * A file or directory that a user named: a path of this machine, or a URI of any Hadoop file
 * system.
 */
public final class Location implements CorpusFile, Resource {
  private static final Logger LOG = LoggerFactory.getLogger(Location.class);

  /** Stands in the name under which something is kept while another takes its place. */
  private static final String REPLACED = ".replaced-";

  private final String name;
  private final boolean local;

  private Location(String name, boolean local) {
    this.name = name;
    this.local = local;
  }

  /**
   * Reads a name. What has no scheme is a path of this machine, whatever Hadoop's default file
   * system is.
   *
   * @throws UsageException if it is empty, or the hyphen that stands for a stream elsewhere
   */
  public static Location of(String name) {
    if (name.isBlank()) {
      throw new UsageException("a path is empty");
    }
    if (name.equals("-")) {
      throw new UsageException(
          "the path is -, found where a file or directory is to be named; commands read and write no"
              + " streams by it (try reads lines of text and prints their entities). For a file of"
              + " that name, write ./-");
    }
    if (name.startsWith("file:")) {
      return new Location(pathOfUri(name), true);
    }
    return new Location(name, !name.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*"));
  }

  /** Decoded where it is a URI; where it has what no URI may have, as it is. */
  private static String pathOfUri(String name) {
    String path;
    try {
      path = new java.net.URI(name).getPath();
    } catch (java.net.URISyntaxException e) {
      path = name.replaceFirst("^file:(//(?=/))?", "");
    }
    if (path == null || path.isEmpty()) {
      throw new UsageException(
          name + ": found no path, expected one such as file:///directory/name");
    }
    return path;
  }

  /** As the user wrote it. */
  @Override
  public String name() {
    return name;
  }

  public boolean isLocal() {
    return local;
  }

  /** As Spark needs it: with its scheme. */
  public String uri() {
    return hadoop().toString();
  }

  /** A neighbour: this name with an ending. */
  public Location plus(String ending) {
    return new Location(name.replaceAll("/+$", "") + ending, local);
  }

  /** A neighbour that readers of the directory pass over: this name after a dot, with an ending. */
  private Location hidden(String ending) {
    String plain = name.replaceAll("/+$", "");
    int slash = plain.lastIndexOf('/') + 1;
    return new Location(plain.substring(0, slash) + "." + plain.substring(slash) + ending, local);
  }

  /** A neighbour: this name with another ending in place of its own. */
  @Override
  public Location withEnding(String own, String other) {
    return new Location(name.substring(0, name.length() - own.length()) + other, local);
  }

  /** What has this name inside of this directory. */
  @Override
  public Location child(String file) {
    return new Location(name.replaceAll("/+$", "") + "/" + file, local);
  }

  /**
   * The path on this machine.
   *
   * @throws IllegalStateException if it is elsewhere
   */
  public Path path() {
    if (!local) {
      throw new IllegalStateException(name + " is not on this machine");
    }
    return Path.of(name);
  }

  /** Whether there is something of this name, or of this pattern. */
  @Override
  public boolean exists() {
    return isPattern() ? !matches().isEmpty() : ask(fs -> fs.exists(hadoop()));
  }

  /** What the pattern matches. */
  List<Location> matches() {
    return ask(
        fs -> {
          FileStatus[] found = fs.globStatus(hadoop());
          List<Location> matches = new ArrayList<>();
          for (FileStatus status : found == null ? new FileStatus[0] : found) {
            matches.add(of(status.getPath()));
          }
          return matches;
        });
  }

  private Location of(org.apache.hadoop.fs.Path path) {
    return new Location(local ? path.toUri().getPath() : path.toString(), local);
  }

  /**
   * The one name of what is elsewhere: with the address of its file system as it is after all
   * settings, and through the mounts of a view.
   */
  String canonical() {
    return ask(
        fs -> {
          org.apache.hadoop.fs.Path path = fs.makeQualified(hadoop());
          org.apache.hadoop.fs.Path there = path;
          while (there.getParent() != null && !fs.exists(there)) {
            there = there.getParent();
          }
          org.apache.hadoop.fs.Path resolved = fs.exists(there) ? fs.resolvePath(there) : there;
          FileSystem owner = resolved.getFileSystem(HadoopSettings.copy());
          String service = owner.getCanonicalServiceName();
          String rest = path.toUri().getPath().substring(there.toUri().getPath().length());
          return owner.getScheme()
              + "://"
              + (service == null ? String.valueOf(owner.getUri().getAuthority()) : service)
              + (resolved.toUri().getPath() + "/" + rest)
                  .replaceAll("/+", "/")
                  .replaceAll("/$", "");
        });
  }

  @Override
  public boolean isDirectory() {
    return ask(fs -> fs.exists(hadoop()) && fs.getFileStatus(hadoop()).isDirectory());
  }

  /** Bytes of the file, or of the files of the directory. */
  long bytes() {
    return ask(fs -> fs.getContentSummary(hadoop()).getLength());
  }

  /** Names of what is directly in the directory. */
  @Override
  public List<String> list() {
    return ask(
        fs -> {
          List<String> names = new ArrayList<>();
          for (FileStatus status : fs.listStatus(hadoop())) {
            names.add(status.getPath().getName());
          }
          return names;
        });
  }

  @Override
  public InputStream open() {
    requireExisting();
    return ask(fs -> fs.open(hadoop()));
  }

  /**
   * @throws BadDataException if there is nothing of this name
   */
  public void requireExisting() {
    if (!exists()) {
      throw new BadDataException(name + ": no such file or directory");
    }
    if (local && !isPattern() && isDirectory()) {
      UnnamableFiles.refuseIn(path());
    }
  }

  /**
   * @param overwrite whether what is there may go
   * @throws UsageException if something is there that may not go
   */
  public void requireFree(boolean overwrite) {
    // Asked for in each case: a file system that cannot be used shows before any work is done.
    boolean exists = ask(fs -> fs.exists(hadoop()));
    boolean link = local && Files.isSymbolicLink(path().toAbsolutePath().normalize());
    if ((exists || link) && !overwrite) {
      throw new UsageException(name + " exists; give another path, or --overwrite to replace it");
    }
  }

  /**
   * Takes the place of what is at the target, which goes last. A rename onto a directory moves into
   * it on most file systems, so where it went is looked at.
   *
   * @throws FileAlreadyExistsException if something is there that may not be replaced
   */
  public void moveTo(Location target, boolean replace) throws IOException {
    FileSystem fs = files();
    org.apache.hadoop.fs.Path to = target.hadoop();
    // Hidden, so that nobody reads it where the process is killed meanwhile.
    org.apache.hadoop.fs.Path old = target.hidden(REPLACED + UUID.randomUUID()).hadoop();
    boolean replaces = fs.exists(to);
    if (replaces && !replace) {
      throw new FileAlreadyExistsException(target.name);
    }
    if (replaces && !fs.rename(to, old)) {
      throw new IOException("cannot rename " + target.name + " to " + old);
    }
    String own = name.replaceAll("/+$", "").replaceAll(".*/", "");
    org.apache.hadoop.fs.Path within =
        new org.apache.hadoop.fs.Path(to, new org.apache.hadoop.fs.Path(null, null, own));
    boolean moved = false;
    try {
      moved = fs.rename(hadoop(), to);
      if (moved && fs.exists(within)) {
        moved = false;
        fs.delete(within, true);
        throw new FileAlreadyExistsException(target.name);
      }
    } finally {
      if (!moved && replaces && !fs.exists(to)) {
        fs.rename(old, to);
      }
    }
    if (!moved) {
      throw fs.exists(to)
          ? new FileAlreadyExistsException(target.name)
          : new IOException("cannot rename " + name + " to " + target.name);
    }
    if (replaces) {
      fs.delete(old, true);
    }
  }

  /** Whether it stands for several files, as in {@code *.txt}, and is not the name of one. */
  public boolean isPattern() {
    return hasWildcard(name) && !ask(fs -> fs.exists(hadoop()));
  }

  /** Whether a name has what patterns are made with. */
  static boolean hasWildcard(String name) {
    return name.matches("(?s).*[*?{\\[].*");
  }

  /**
   * @throws BadModelException if there is nothing of this name, which is never a pattern
   */
  public void requireModel() {
    if (!ask(fs -> fs.exists(hadoop()))) {
      throw new BadModelException(name + ": no such model; check the path or train one");
    }
  }

  /** Writes a file, in place of what is there. */
  public void write(byte[] content) {
    change(
        fs -> {
          try (OutputStream out = fs.create(hadoop(), true)) {
            out.write(content);
          }
          return true;
        });
  }

  /**
   * Writes a file, which appears whole or not at all in place of what is there.
   *
   * @throws UsageException if it cannot be written
   */
  public void replace(byte[] content) {
    Location draft = plus(".unfinished-" + UUID.randomUUID());
    Runnable removal = draft::deleteIfPossible;
    Leftovers.add(removal);
    try {
      draft.write(content);
      draft.moveTo(this, true);
    } catch (IOException e) {
      throw WriteFailure.of(this, e);
    } finally {
      removal.run();
      Leftovers.remove(removal);
    }
  }

  /** Writes a copy of a file of this machine. */
  public void copyFrom(Path file) {
    change(
        fs -> {
          fs.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), hadoop());
          return true;
        });
  }

  /** Deletes what a run that was killed had not yet deleted of what it replaced in here. */
  public void deleteReplaced() {
    if (exists()) {
      list().stream()
          .filter(file -> file.startsWith(".") && file.contains(REPLACED))
          .forEach(file -> child(file).delete());
    }
  }

  /** Deletes what is there, if anything. */
  public void delete() {
    change(fs -> fs.delete(hadoop(), true));
  }

  /** Deletes what is there; where that fails, it is left behind and the log says so. */
  public void deleteIfPossible() {
    try {
      files().delete(hadoop(), true);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} is left behind: {}", name, e.toString());
    }
  }

  /** Makes the directory and those above it. */
  public void makeDirectories() {
    change(
        fs -> {
          if (!fs.mkdirs(hadoop())) {
            throw new IOException("the directory cannot be made");
          }
          return true;
        });
  }

  /** A copy on this machine below the directory, or the path itself where it is on this machine. */
  public Path fetch(Path directory) {
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

  /** For Hadoop. */
  org.apache.hadoop.fs.Path hadoop() {
    return local
        ? new org.apache.hadoop.fs.Path(Path.of(name).toAbsolutePath().normalize().toUri())
        : new org.apache.hadoop.fs.Path(name);
  }

  /** Reads of what is there. */
  private <T> T ask(Question<T> question) {
    try {
      return question.of(files());
    } catch (FileNotFoundException e) {
      throw new BadDataException(name + ": cannot be read (" + e.getMessage() + ")", e);
    } catch (IOException e) {
      String reason = WriteFailure.reason(Causes.root(e));
      throw remote(
          e,
          WriteFailure.isFullDisk(e)
              ? new UsageException(name + ": cannot be copied to this machine (" + reason + ")", e)
              : new BadDataException(name + ": cannot be read (" + reason + ")", e));
    } catch (RuntimeException e) {
      throw explained(e);
    } catch (NoClassDefFoundError e) {
      throw RemoteFailure.of(name, e).orElseThrow(() -> e);
    }
  }

  /** Writes or deletes. */
  private void change(Question<Boolean> change) {
    try {
      change.of(files());
    } catch (UnknownHostException | UnsupportedFileSystemException | ConnectException e) {
      throw remote(e, WriteFailure.of(this, e));
    } catch (IOException e) {
      throw WriteFailure.of(this, e);
    } catch (RuntimeException e) {
      throw explained(e);
    }
  }

  /** Hadoop wraps some failures into others that are not checked. */
  private RuntimeException explained(RuntimeException e) {
    Throwable root = Causes.root(e);
    boolean isName = e instanceof IllegalArgumentException && !(root instanceof IOException);
    if (isName && !(root instanceof ClassNotFoundException)) {
      // It takes what stands before a colon for a scheme, and HDFS has no such names.
      return new UsageException(
          name + ": Hadoop cannot use a name like this (" + Causes.text(root) + "); rename it", e);
    }
    return e instanceof NerException ? e : remote(e, e);
  }

  /** Of a file system elsewhere, a failure is the user's where it can be mended. */
  private RuntimeException remote(Exception failure, RuntimeException otherwise) {
    return local
        ? otherwise
        : RemoteFailure.of(name, failure).<RuntimeException>map(e -> e).orElse(otherwise);
  }

  private FileSystem files() throws IOException {
    Configuration configuration = HadoopSettings.copy();
    return local ? MachineFiles.raw(configuration) : hadoop().getFileSystem(configuration);
  }

  @Override
  public String toString() {
    return name;
  }

  private interface Question<T> {
    T of(FileSystem files) throws IOException;
  }
}
