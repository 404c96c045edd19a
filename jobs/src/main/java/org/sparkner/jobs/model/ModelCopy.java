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

package org.sparkner.jobs.model;

import java.nio.file.Path;
import org.sparkner.error.BadModelException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.TemporaryDirectory;

/** A model on this machine: where it is, or a copy for as long as it is open. */
public final class ModelCopy implements AutoCloseable {
  private final Path path;
  private final TemporaryDirectory temporary;

  private ModelCopy(Path path, TemporaryDirectory temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /**
   * @throws BadModelException if there is nothing of this name
   */
  public static ModelCopy of(Location model) {
    model.requireModel();
    if (model.isLocal()) {
      return new ModelCopy(model.path(), null);
    }
    TemporaryDirectory temporary = TemporaryDirectory.named("spark-ner-model");
    try {
      return new ModelCopy(model.fetch(temporary.path()), temporary);
    } catch (RuntimeException e) {
      temporary.close();
      throw e;
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    if (temporary != null) {
      temporary.close();
    }
  }
}
