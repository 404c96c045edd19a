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
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a location really is: links are followed, and a directory that is mounted twice is one.
 * What exists on this machine is known by the number of its file, the rest by its path.
 *
 * @param itself what the name stands for, and the link of that name if it is one
 * @param way itself, every directory that it lies in, and every link on the way
 */
record Place(Set<Object> itself, Set<Object> way) {
  /** Links to follow before it is taken for a circle. */
  private static final int MOST_LINKS = 40;

  static Place of(Location location) {
    if (location.isLocal()) {
      return of(location.path());
    }
    String path = location.canonical();
    Set<Object> way = new HashSet<>();
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      way.add(path.substring(0, end));
    }
    return new Place(Set.of(path), way);
  }

  /** Java takes away {@code ..} before it follows a link, Unix after: both are looked at. */
  static Place of(Path path) {
    Set<Object> itself = new HashSet<>();
    Set<Object> way = new HashSet<>();
    Path plain = path.toAbsolutePath().normalize();
    for (Path real : new Path[] {real(plain, 0), real(path.toAbsolutePath(), 0), entry(plain)}) {
      itself.add(identity(real));
      addAll(real, way);
    }
    for (Path above = plain; above != null; above = above.getParent()) {
      if (Files.isSymbolicLink(above)) {
        addAll(entry(above), way);
      }
    }
    return new Place(itself, way);
  }

  boolean is(Place other) {
    return !Collections.disjoint(itself, other.itself);
  }

  boolean holds(Place other) {
    return !Collections.disjoint(itself, other.way);
  }

  /** Whether a directory below the path is one on the way to the other place, by another mount. */
  static boolean holdsByMount(Path path, Place other) {
    boolean[] found = new boolean[1];
    walk(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            found[0] |= attributes.fileKey() != null && other.way.contains(attributes.fileKey());
            return found[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }
        });
    return found[0];
  }

  /** The links below a path and below what they lead to. */
  static Set<Path> links(Path path) {
    Set<Path> found = new HashSet<>();
    addLinks(path, found);
    return found;
  }

  private static void addLinks(Path path, Set<Path> found) {
    walk(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink() && found.add(file) && found.size() < 10_000) {
              Path target = real(file, 0);
              if (found.add(target)) {
                addLinks(target, found);
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void walk(Path path, SimpleFileVisitor<Path> visitor) {
    try {
      Files.walkFileTree(path, new Tolerant(visitor));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(path + ": " + e.getMessage(), e);
    }
  }

  /** The path itself, its link not followed. */
  private static Path entry(Path plain) {
    return plain.getParent() == null
        ? plain
        : real(plain.getParent(), 0).resolve(plain.getFileName());
  }

  /** As far as it exists, without links; the rest as it is. */
  static Path real(Path path, int links) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.getParent();
      if (parent == null) {
        return path;
      }
      try {
        if (links < MOST_LINKS && Files.isSymbolicLink(path)) {
          return real(parent.resolve(Files.readSymbolicLink(path)), links + 1);
        }
      } catch (IOException unreadable) {
        return path.normalize();
      }
      return real(parent, links).resolve(path.getFileName()).normalize();
    }
  }

  private static void addAll(Path real, Set<Object> way) {
    for (Path above = real; above != null; above = above.getParent()) {
      way.add(identity(above));
    }
  }

  private static Object identity(Path real) {
    try {
      Object key =
          Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .fileKey();
      return key == null ? real : key;
    } catch (IOException e) {
      return real;
    }
  }

  /** Passes over what cannot be read. */
  private static final class Tolerant extends SimpleFileVisitor<Path> {
    private final SimpleFileVisitor<Path> visitor;

    Tolerant(SimpleFileVisitor<Path> visitor) {
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      return visitor.preVisitDirectory(directory, attributes);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      return visitor.visitFile(file, attributes);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
