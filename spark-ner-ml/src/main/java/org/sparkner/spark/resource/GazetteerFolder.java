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

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparkner.error.BadDataException;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.GazetteersBuilder;
import org.sparkner.spark.NerTagger;
import org.sparkner.spark.file.StagePath;

/** Reads the gazetteers that a stage names, on the driver and from the path's file system. */
public final class GazetteerFolder {
  private GazetteerFolder() {}

  /**
   * The phrases of all files of the directory, or none where the stage names no directory.
   *
   * @throws BadDataException if the directory is missing or unreadable, or a file has no phrase
   */
  public static Gazetteers read(NerTagger stage, Configuration hadoop) {
    if (!stage.isSet(stage.gazetteersPath())) {
      return Gazetteers.NONE;
    }
    Path directory = StagePath.of(stage.getGazetteersPath());
    GazetteersBuilder gazetteers =
        new GazetteersBuilder(stage.getLanguage(), stage.getGazetteerIgnoreCase());
    try {
      FileSystem files = directory.getFileSystem(hadoop);
      FileStatus[] found = files.listStatus(directory, path -> !path.getName().matches("[._].*"));
      Arrays.sort(found);
      for (FileStatus file : found) {
        String type = file.getPath().getName().replaceAll("[.].*", "");
        try (InputStream in = files.open(file.getPath())) {
          gazetteers.add(type, in, file.getPath().toString());
        }
      }
    } catch (FileNotFoundException e) {
      throw new BadDataException(directory + " (gazetteersPath) does not exist.", e);
    } catch (IOException e) {
      throw new BadDataException(
          directory + " (gazetteersPath) cannot be read: " + e.getMessage() + ".", e);
    }
    return gazetteers.build();
  }
}
