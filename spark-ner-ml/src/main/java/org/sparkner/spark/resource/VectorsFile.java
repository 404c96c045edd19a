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
import org.sparkner.error.BadDataException;
import org.sparkner.lexicon.LoadedVectors;
import org.sparkner.lexicon.WordVectorsReader;

/** Reads pretrained word vectors of any format that {@link WordVectorsReader} knows. */
public final class VectorsFile {
  private VectorsFile() {}

  /**
   * The vectors, and what there is to tell of the file.
   *
   * @param option by which the user named the file, for messages
   * @param most words to keep, the file's first; {@code Integer.MAX_VALUE} keeps all
   * @throws BadDataException if the file is missing, cannot be read or holds no vectors
   */
  public static LoadedVectors read(Resource file, String option, int most) {
    ResourceFault.requireExisting(file, option);
    try (InputStream in = file.open()) {
      return WordVectorsReader.read(in, file.name(), most);
    } catch (IOException e) {
      throw ResourceFault.unreadable(file, e);
    }
  }
}
