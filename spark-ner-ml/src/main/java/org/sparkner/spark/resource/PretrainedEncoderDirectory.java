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
import java.util.Optional;
import org.sparkner.pretrained.PretrainedEncoderFolder;

/**
 * The directory of a pretrained encoder, for {@link
 * org.sparkner.pretrained.PretrainedEncoderReader}.
 *
 * @param directory which may be missing; the reader then says what it did not find
 */
public record PretrainedEncoderDirectory(Resource directory) implements PretrainedEncoderFolder {
  @Override
  public Optional<byte[]> read(String name) throws IOException {
    Resource file = directory.child(name);
    if (!file.exists()) {
      return Optional.empty();
    }
    try (InputStream in = file.open()) {
      return Optional.of(in.readAllBytes());
    }
  }

  @Override
  public String locate(String name) {
    return directory.child(name).name();
  }
}
