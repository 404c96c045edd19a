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

package org.sparkner.corpus;

import java.io.InputStream;

/** A stream that somebody opened, which has no neighbours and can be read once. */
record OpenedFile(InputStream stream, String name) implements CorpusFile {
  @Override
  public InputStream open() {
    return stream;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public CorpusFile withEnding(String own, String other) {
    throw new IllegalStateException("A stream has no file beside it.");
  }
}
