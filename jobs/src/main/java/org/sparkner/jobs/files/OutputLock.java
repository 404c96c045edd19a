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
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.UsageException;

/**
 * Held by a run on what it writes on this machine: a locked file beside it. The operating system
 * lets go of it when the process ends, in whatever way, so what a killed run leaves stands in
 * nobody's way.
 */
public final class OutputLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutputLock.class);

  private final Path file;
  private final FileChannel channel;
  private final List<Path> made;
  private final Runnable removal = this::letGo;

  private OutputLock(Path file, FileChannel channel, List<Path> made) {
    this.file = file;
    this.channel = channel;
    this.made = made;
    Leftovers.add(removal);
  }

  /**
   * Takes it. Of what is elsewhere, and where the file system has no locks, none is held.
   *
   * @throws UsageException if another run holds it, or nothing can be written there
   */
  public static OutputLock on(Location target) {
    if (!target.isLocal()) {
      return new OutputLock(null, null, List.of());
    }
    Path plain = target.path().toAbsolutePath().normalize();
    if (plain.getParent() == null) {
      throw new UsageException(target + " is no directory to write; give one below it");
    }
    List<Path> made = new ArrayList<>();
    try {
      make(plain.getParent(), made);
      Path file = plain.getParent().toRealPath().resolve("." + plain.getFileName() + ".lock");
      return take(target, file, made);
    } catch (IOException e) {
      remove(made);
      throw WriteFailure.of(target, e);
    } catch (UsageException e) {
      remove(made);
      throw e;
    }
  }

  private static OutputLock take(Location target, Path file, List<Path> made) throws IOException {
    while (true) {
      Object before = identity(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      } catch (IOException e) {
        LOG.info("{} cannot be locked: {}", file, e.toString());
        channel.close();
        Files.deleteIfExists(file);
        return new OutputLock(null, null, made);
      }
      if (lock == null) {
        channel.close();
        throw new UsageException(
            target + " is being written by another run; wait for its end, or give another path");
      }
      // One that ended just now may have removed the file that was opened. Nothing is read of the
      // file: to close it a second time would let go of the lock.
      if (before != null && before.equals(identity(file))) {
        return new OutputLock(file, channel, made);
      }
      channel.close();
    }
  }

  /** The number of the file, or its path where the system has none; null if there is no file. */
  private static Object identity(Path file) throws IOException {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? file : key;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static void make(Path directory, List<Path> made) throws IOException {
    if (directory == null || Files.isDirectory(directory)) {
      return;
    }
    make(directory.getParent(), made);
    try {
      Files.createDirectory(directory);
      made.add(0, directory);
    } catch (FileAlreadyExistsException e) {
      // By another run, just now.
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
  }

  /** Those that are empty. */
  private static void remove(List<Path> made) {
    for (Path directory : made) {
      try {
        Files.delete(directory);
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Whether no other run writes the same. */
  boolean isHeld() {
    return channel != null;
  }

  @Override
  public void close() {
    letGo();
    Leftovers.remove(removal);
  }

  private void letGo() {
    try {
      if (channel != null && channel.isOpen()) {
        Files.deleteIfExists(file);
        channel.close();
      }
    } catch (IOException e) {
      LOG.warn("{} is left behind: {}", file, e.toString());
    }
    remove(made);
  }
}
