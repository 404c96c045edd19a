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

package org.sparkner.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sparkner.model.Architecture;
import org.sparkner.model.IfExists;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.RandomModel;
import org.sparkner.tags.LabelSet;

/** Saved models and keys of tests. */
final class SignedModels {
  private SignedModels() {}

  /**
   * Saves a model, not signed.
   *
   * @param seed of its weights
   */
  static Path save(Path directory, long seed) {
    ModelWriter.write(
        RandomModel.of(
            Architecture.DEFAULT
                .with()
                .wordDimension(5)
                .characterDimension(4)
                .characterFilters(3)
                .hidden(2)
                .maxWordLength(10)
                .build(),
            LabelSet.bioes(java.util.List.of("LOC", "PER")),
            RandomModel.syntheticLexicon(20),
            seed),
        directory,
        IfExists.REFUSE);
    return directory;
  }

  static void sign(Path model, SigningKey key) throws IOException {
    Files.write(
        model.resolve("model/" + ModelSignature.NAME),
        ModelSignature.sign(ModelReader.source(model), key));
  }

  /** The public key of a pair that is written to a new directory. */
  static Path publicKey(SigningKey key, Path directory) {
    key.writeTo(directory);
    return directory.resolve(SigningKey.PUBLIC);
  }
}
