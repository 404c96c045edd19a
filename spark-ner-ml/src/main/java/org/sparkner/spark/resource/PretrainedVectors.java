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
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.BadDataException;
import org.sparkner.lexicon.LoadedVectors;
import org.sparkner.lexicon.VectorsReport;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.lexicon.WordVectorsReader;
import org.sparkner.spark.NerTagger;
import org.sparkner.spark.file.StagePath;

/** Reads the word vectors that a stage names, on the driver and from the path's file system. */
public final class PretrainedVectors {
  private static final Logger LOG = LoggerFactory.getLogger(NerTagger.class);

  private PretrainedVectors() {}

  /**
   * The vectors, or none of the dimension set where the stage names no file.
   *
   * @throws BadDataException if the file is missing, unreadable or holds no vectors
   */
  public static WordVectors read(NerTagger stage, Configuration hadoop) {
    if (!stage.isSet(stage.vectorsPath())) {
      return WordVectors.none(stage.getWordDimension());
    }
    Path path = StagePath.of(stage.getVectorsPath());
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      LoadedVectors loaded = WordVectorsReader.read(in, path.toString(), stage.getMaxVectors());
      log(path, loaded.report());
      return loaded.vectors();
    } catch (FileNotFoundException e) {
      throw new BadDataException(path + " (vectorsPath) does not exist.", e);
    } catch (IOException e) {
      throw new BadDataException(
          path + " (vectorsPath) cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static void log(Path path, VectorsReport report) {
    LOG.info("{}: {} words of {} values", path, report.words(), report.dimension());
    if (report.leftOut() > 0) {
      LOG.warn(
          "{}: {} rows left out, such as: {}",
          path,
          report.leftOut(),
          String.join("; ", report.examples()));
    }
  }
}
