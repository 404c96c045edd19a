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

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.sparkner.error.UsageException;

/** A path that a user named, of any Hadoop file system. */
public final class StagePath {
  /** Where Spark ML puts the parts of its own stages, whose metadata it reads by a pattern. */
  private static final Pattern PART =
      Pattern.compile(
          ".*/(stages/[0-9]+_[^/]+|estimator|evaluator|bestModel|subModels/fold[0-9]+/[^/]+)");

  /** What such a pattern does not find under its own name. */
  private static final Pattern UNREADABLE = Pattern.compile("[,\\[{\\\\:]");

  private StagePath() {}

  /**
   * The path of exactly this name. What has no scheme may have a colon; Hadoop would take what
   * stands before it for one.
   *
   * @throws UsageException if it is none
   */
  public static Path of(String name) {
    if (name == null || name.isBlank()) {
      throw new UsageException("The path is empty; give that of a directory.");
    }
    try {
      return name.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:/.*")
          ? new Path(name)
          : new Path(null, null, name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "'" + name + "' is no path: " + e.getMessage() + "; give another one.", e);
    }
  }

  /** A path of this machine as one that names its file system, whatever the default one is. */
  public static String local(String name) {
    String absolute = java.nio.file.Path.of(name).toAbsolutePath().toString();
    return new Path("file", null, absolute).toString();
  }

  /**
   * Refuses the path of a part of a {@code Pipeline} or {@code CrossValidator} that Spark could
   * write but not read.
   *
   * @throws UsageException naming what it could not read
   */
  public static void requireReadable(Path path) {
    String name = path.toUri().getPath();
    if (PART.matcher(name).matches() && UNREADABLE.matcher(name).find()) {
      throw new UsageException(
          "Path "
              + name
              + " cannot be loaded by Spark, which takes , [ { \\ and : in the path of a Pipeline"
              + " or CrossValidator for a pattern; save it under a name without them.");
    }
  }
}
