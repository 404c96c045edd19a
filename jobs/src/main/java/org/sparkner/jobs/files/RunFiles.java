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

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.sparkner.error.UsageException;

/**
 * What a run reads and what it writes. Nothing that is written may be, hold or lie within what is
 * read, by whatever name or link: it would be deleted, or read the next time.
 */
public final class RunFiles {
  private final List<Use> reads = new ArrayList<>();
  private final List<Use> writes = new ArrayList<>();

  /**
   * A file or directory and what the run does with it.
   *
   * @param role the option that names it, or other words for it
   * @param host role of what is written and may hold it, or null
   * @param replaced whether all that is there goes
   */
  private record Use(String role, Location location, String host, boolean replaced) {
    @Override
    public String toString() {
      return role + " " + location;
    }
  }

  /** What is read; null for nothing. */
  public RunFiles reads(String role, String name) {
    if (name != null) {
      reads.add(new Use(role, Location.of(name), null, false));
    }
    return this;
  }

  /** A file of this machine that is read; null for nothing. */
  public RunFiles reads(String role, Path file) {
    return reads(role, file == null ? null : file.toString());
  }

  /** A file that is written, or a directory that is written as it is. */
  public RunFiles writes(String role, Location location) {
    writes.add(new Use(role, location, null, false));
    return this;
  }

  /** A directory that is written under another name and then renamed. */
  public RunFiles replaces(String role, Location location) {
    writes.add(new Use(role, location, null, true));
    return writes(role + " " + location + ", written first as", OutputDirectory.draft(location));
  }

  /** What is written and may lie within something else that is. */
  public RunFiles writesWithin(String role, Location location, String host) {
    writes.add(new Use(role, location, host, false));
    return this;
  }

  /**
   * @throws UsageException if what is written would harm what is read, or what else is written
   */
  public void requireApart() {
    for (int i = 0; i < writes.size(); i++) {
      Use written = writes.get(i);
      Place place = Place.of(written.location());
      for (Use other : writes.subList(0, i)) {
        if (!other.role().startsWith(written.role()) && !written.role().startsWith(other.role())) {
          requireApart(written, place, other, Place.of(other.location()));
        }
      }
      for (Use read : reads) {
        requireApart(written, place, read);
      }
      requireHarmless(written, place);
    }
  }

  private static void requireApart(Use written, Place place, Use read) {
    Location location = read.location();
    if (!location.isPattern()) {
      requireApart(written, place, read, Place.of(location));
      requireNoLinkInto(written, place, read, location);
      return;
    }
    for (Location match : location.matches()) {
      Use matching = new Use(read + ", which matches", match, null, false);
      requireApart(written, place, matching, Place.of(match));
      requireNoLinkInto(written, place, matching, match);
    }
    if (location.isLocal() && written.location().isLocal() && matches(location, written)) {
      throw refusal(written, "would be read by", read, "the next time");
    }
  }

  private static void requireApart(Use written, Place place, Use other, Place otherPlace) {
    if (place.is(otherPlace)) {
      throw refusal(written, "is", other, "");
    }
    boolean holds =
        place.holds(otherPlace)
            || (takesADirectory(written)
                && Place.holdsByMount(written.location().path(), otherPlace));
    if (holds && !written.role().equals(other.host())) {
      throw refusal(written, "holds", other, "");
    }
    if (otherPlace.holds(place) && !other.role().equals(written.host())) {
      throw refusal(written, "lies within", other, "");
    }
  }

  /** Only what exists can be linked to. */
  private static void requireNoLinkInto(Use written, Place place, Use read, Location location) {
    boolean harmful =
        takesADirectory(written)
            || (written.location().isLocal() && Files.isRegularFile(written.location().path()));
    if (!harmful || !location.isLocal()) {
      return;
    }
    for (Path link : Place.links(location.path())) {
      if (place.holds(Place.of(link))) {
        throw refusal(written, "holds what a link in", read, "leads to (" + link + ")");
      }
    }
  }

  /** Whether the pattern would match what is written, or a directory above it. */
  private static boolean matches(Location pattern, Use written) {
    Path plain = pattern.path().toAbsolutePath().normalize();
    Path fixed = plain;
    for (Path above = plain; above != null; above = above.getParent()) {
      if (Location.hasWildcard(above.toString())) {
        fixed = above.getParent();
      }
    }
    String base = Place.real(fixed, 0).toString().replaceAll("([\\\\*?{}\\[\\]])", "\\\\$1");
    try {
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + base + "/" + fixed.relativize(plain));
      Path path = Place.real(written.location().path().toAbsolutePath().normalize(), 0);
      while (path != null && !matcher.matches(path)) {
        path = path.getParent();
      }
      return path != null;
    } catch (PatternSyntaxException e) {
      // It is refused where it is read.
      return false;
    }
  }

  /** A directory that is replaced takes with it what it holds. */
  private static void requireHarmless(Use written, Place place) {
    if (!takesADirectory(written)) {
      return;
    }
    for (String property : List.of("user.dir", "user.home", "java.home", "java.io.tmpdir")) {
      Path kept = Path.of(System.getProperty(property));
      if (place.holds(Place.of(kept))) {
        throw new UsageException(
            written + " holds " + kept + ", which is in use; give another " + written.role());
      }
    }
  }

  private static boolean takesADirectory(Use written) {
    return written.replaced()
        && written.location().isLocal()
        && Files.isDirectory(written.location().path());
  }

  private static UsageException refusal(Use written, String relation, Use other, String more) {
    String option = written.role().replaceAll(" .*", "");
    return new UsageException(
        written
            + " "
            + relation
            + " "
            + other
            + (more.isEmpty() ? "" : " " + more)
            + "; nothing was changed; give another "
            + option);
  }
}
