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
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.model.NerModel;
import org.sparkner.spark.NerTaggerModel;

/**
 * A directory that a run writes. No other run may write it at the same time; it is written under
 * another name and renamed when it is whole; what was there before goes last.
 */
public final class OutputDirectory implements AutoCloseable {
  private final Location target;
  private final boolean overwrite;
  private final OutputLock lock;
  private final Location unfinished;
  private final Runnable removal;

  private OutputDirectory(Location target, boolean overwrite, OutputLock lock) {
    this.target = target;
    this.overwrite = overwrite;
    this.lock = lock;
    // Alone, a run finds and replaces what a killed one has left.
    this.unfinished =
        lock.isHeld() ? draft(target) : target.plus(".unfinished-" + UUID.randomUUID());
    this.removal = unfinished::deleteIfPossible;
    Leftovers.add(removal);
  }

  /** The name under which a directory is written first. */
  static Location draft(Location target) {
    return target.plus(".unfinished");
  }

  /**
   * Claims a directory.
   *
   * @param overwrite whether what is there may go, in the end
   * @throws UsageException if something is there that may not go, another run is writing it, or
   *     nothing can be written there
   */
  public static OutputDirectory claim(Location target, boolean overwrite) {
    target.requireFree(overwrite);
    OutputLock lock = OutputLock.on(target);
    try {
      OutputDirectory claimed = new OutputDirectory(target, overwrite, lock);
      if (lock.isHeld()) {
        claimed.restore();
        claimed.unfinished.delete();
      }
      target.requireFree(overwrite);
      return claimed;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Puts back what a run had moved away when it was killed. */
  private void restore() {
    Path old = old();
    Path path = target.path();
    try {
      if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          Location.of(old.toString()).delete();
        } else {
          Files.move(old, path, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw WriteFailure.of(target, e);
    }
  }

  private Path old() {
    Path plain = target.path().toAbsolutePath().normalize();
    return plain.resolveSibling("." + plain.getFileName() + ".replaced");
  }

  /** What writes; Scala does not declare what it throws. */
  public interface Writing {
    void to(Location place) throws Exception;
  }

  /**
   * Writes under the other name.
   *
   * @throws UsageException if it cannot be written
   */
  public void write(Writing writing) {
    try {
      writing.to(unfinished);
    } catch (Exception e) {
      throw WriteFailure.orItself(target, e);
    }
  }

  /** Puts what was written in its place. A signal waits for its end. */
  public void publish() {
    publish(unfinished);
  }

  /** Saves a model, with more files beside its own, and puts it in its place. */
  public void publish(NerModel model, SparkSession spark, Writing more) {
    write(
        place -> {
          // Saving takes a temporary name too, which is to go with the other.
          Location saved = place.child("saved");
          new NerTaggerModel(model).write().overwrite().session(spark).save(saved.uri());
          more.to(saved);
          publish(saved);
        });
  }

  /**
   * Puts it in its place.
   *
   * @throws UsageException if another run has put something there meanwhile
   */
  private void publish(Location whole) {
    Leftovers.undisturbed(
        () -> {
          try {
            if (target.isLocal()) {
              publishHere(whole.path());
            } else {
              whole.moveTo(target, overwrite);
            }
          } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            throw new UsageException(
                target + " was written by another run meanwhile; give another path", e);
          } catch (IOException e) {
            throw WriteFailure.of(target, e);
          }
        });
  }

  private void publishHere(Path from) throws IOException {
    Path to = target.path().toAbsolutePath().normalize();
    if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    if (!overwrite) {
      throw new FileAlreadyExistsException(to.toString());
    }
    Path old = old();
    Files.move(to, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, to, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    Location.of(old.toString()).deleteIfPossible();
  }

  /** Removes what is not published, and lets others write. */
  @Override
  public void close() {
    removal.run();
    Leftovers.remove(removal);
    lock.close();
  }
}
