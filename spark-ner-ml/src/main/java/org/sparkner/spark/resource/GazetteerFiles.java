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

package org.sparkner.spark.resource;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.sparkner.error.BadDataException;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.GazetteersBuilder;

/** Reads gazetteers, each a file of one phrase per line. */
public final class GazetteerFiles {
  private final String option;
  private final GazetteersBuilder gazetteers;

  /**
   * Of no file yet.
   *
   * @param option by which the user names the files, for messages
   * @param language BCP 47 tag of the phrases, which chooses how they are split
   * @param ignoreCase whether upper and lower case are the same
   * @throws org.sparkner.error.UsageException if the language is no tag
   */
  public GazetteerFiles(String option, String language, boolean ignoreCase) {
    this.option = option;
    this.gazetteers = new GazetteersBuilder(language, ignoreCase);
  }

  /**
   * Adds the phrases of a file.
   *
   * @param type of the phrases; several files may be of one
   * @throws BadDataException if the file is missing, cannot be read or has no phrase
   */
  public void add(String type, Resource file) {
    ResourceFault.requireExisting(file, option);
    try (InputStream in = file.open()) {
      gazetteers.add(type, in, file.name());
    } catch (IOException e) {
      throw ResourceFault.unreadable(file, e);
    }
  }

  /**
   * Adds the phrases of a file, or of all files directly in a directory but hidden ones, each of
   * the type that it is named for, up to the first dot.
   *
   * @throws BadDataException if there is nothing of this name, there is no file in the directory,
   *     or one cannot be read or has no phrase
   */
  public void addAll(Resource place) {
    ResourceFault.requireExisting(place, option);
    if (!place.isDirectory()) {
      add(type(place.name().replaceAll(".*/", "")), place);
      return;
    }
    List<String> names =
        place.list().stream().filter(name -> !name.matches("[._].*")).sorted().toList();
    if (names.isEmpty()) {
      throw new BadDataException(
          place.name()
              + ": found no file in this directory; "
              + option
              + " needs files of one phrase per line, named for their type, such as LOC.txt");
    }
    names.forEach(name -> add(type(name), place.child(name)));
  }

  private static String type(String name) {
    return name.replaceAll("[.].*", "");
  }

  /** All phrases added. */
  public Gazetteers build() {
    return gazetteers.build();
  }
}
