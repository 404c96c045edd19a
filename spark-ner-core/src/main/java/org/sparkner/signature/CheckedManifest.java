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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelSource;

/**
 * The parts of a model, whose manifest is given out only after its bytes were looked at: what is
 * parsed is what was looked at, whatever becomes of the file.
 *
 * @param parts the parts as they are
 * @param check refuses bytes by an exception
 */
record CheckedManifest(ModelSource parts, Check check) implements ModelSource {
  interface Check {
    /**
     * @throws org.sparkner.error.BadModelException if the model is not to be read
     */
    void of(byte[] manifest);
  }

  @Override
  public InputStream open(String name) throws IOException {
    if (!name.equals(ModelReader.MANIFEST)) {
      return parts.open(name);
    }
    byte[] manifest = ModelReader.manifestBytes(parts);
    check.of(manifest);
    return new ByteArrayInputStream(manifest);
  }

  @Override
  public boolean exists(String name) throws IOException {
    return parts.exists(name);
  }

  @Override
  public long length(String name) throws IOException {
    return parts.length(name);
  }

  @Override
  public String locate(String name) {
    return parts.locate(name);
  }
}
