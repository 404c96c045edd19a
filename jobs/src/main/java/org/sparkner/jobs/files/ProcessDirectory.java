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

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.util.ShutdownHookManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.InterruptedRunException;

/**
 * The directory of the temporary files of this process, Spark's among them, which only its user may
 * read. It goes when the process ends. One that was killed leaves it, and the next process removes
 * it: each holds an operating system lock on a file in its own, so those of processes that live, in
 * containers that share a disk too, are never touched, nor are those of other users.
 */
public final class ProcessDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessDirectory.class);
  private static final String PROPERTY = "java.io.tmpdir";
  private static final String PREFIX = "spark-ner-run-";
  private static final String LOCK = "lock";

  private static final int MOST_ATTEMPTS = 20;
  private static final long BETWEEN_ATTEMPTS = 100_000_000L;

  /** Of Hadoop's hooks at the end of a process: Spark's and those of file systems come before. */
  private static final int AFTER_ALL = 0;

  /** What holds the lock, which a channel that is collected would let go of. */
  private static final List<FileChannel> HELD = new ArrayList<>();

  /** Whether a signal ends this process. */
  private static volatile boolean interrupted;

  private ProcessDirectory() {}

  /**
   * Has this process keep its temporary files in a directory of its own, and removes what others
   * have left. Where none can be made, they go where they always went.
   */
  public static void use() {
    Path parent = TemporaryDirectory.parent().toAbsolutePath();
    try {
      Path made = make(parent);
      System.setProperty(PROPERTY, made.toString());
      Leftovers.add(
          () -> {
            interrupted = true;
            removeAtTheEnd(made);
          });
      ShutdownHookManager.get().addShutdownHook(() -> removeFinally(made), AFTER_ALL);
      removeAbandoned(parent, made);
    } catch (IOException e) {
      LOG.info("{} gets no directory of this process: {}", parent, e.toString());
    }
  }

  /** Makes one; it gets its name only once it is locked, so that nobody takes it for abandoned. */
  private static Path make(Path parent) throws IOException {
    String name = UUID.randomUUID().toString();
    Path draft = parent.resolve("." + PREFIX + name);
    Files.createDirectory(draft, only("rwx------"));
    try {
      lock(draft.resolve(LOCK));
      return Files.move(draft, parent.resolve(PREFIX + name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(draft);
      throw e;
    }
  }

  /** The lock is held, by a file that stays open, until the process ends. */
  private static void lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            only("rw-------"));
    try {
      if (channel.tryLock() == null) {
        throw new IOException(file + " is locked by another process");
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    HELD.add(channel);
  }

  private static FileAttribute<?>[] only(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Removes directories of processes of this user that have ended.
   *
   * @param own the directory of this process, which is left alone: to open its lock's file and to
   *     close it would let go of the lock
   */
  static void removeAbandoned(Path parent, Path own) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path directory : found) {
        if (!directory.equals(own)) {
          removeIfAbandoned(directory, own);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.info("{} is not looked through for what was left there: {}", parent, e.toString());
    }
  }

  private static void removeIfAbandoned(Path directory, Path own) {
    try {
      if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
          || !Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
        return;
      }
      try (FileChannel channel =
              FileChannel.open(
                  directory.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
          FileLock lock = channel.tryLock()) {
        if (lock != null) {
          delete(directory);
        }
      } catch (NoSuchFileException e) {
        // It got its name when it had the lock, which goes last: its process has ended, or is just
        // about to.
        delete(directory);
      }
    } catch (OverlappingFileLockException e) {
      // A directory that is this process's too.
      return;
    } catch (IOException e) {
      LOG.info("{} of an earlier run is left: {}", directory, e.toString());
    }
  }

  /** After a signal the JVM ends at once: a thread that still starts Spark would make it again. */
  private static void removeFinally(Path directory) {
    removeAtTheEnd(directory);
    if (interrupted) {
      Runtime.getRuntime().halt(new InterruptedRunException("").exitCode());
    }
  }

  /** Threads of Spark may still write to it, so it takes more than one attempt at times. */
  private static void removeAtTheEnd(Path directory) {
    for (int attempt = 1; Files.exists(directory); attempt++) {
      try {
        delete(directory);
      } catch (IOException e) {
        if (attempt == MOST_ATTEMPTS) {
          LOG.info("{} is left for the next start: {}", directory, e.toString());
          return;
        }
        LockSupport.parkNanos(BETWEEN_ATTEMPTS);
      }
    }
  }

  /** Links are removed, not followed; the lock's file goes last. */
  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Path lock = directory.resolve(LOCK);
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.equals(lock)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException e)
              throws IOException {
            if (visited.equals(directory)) {
              Files.deleteIfExists(lock);
            }
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
