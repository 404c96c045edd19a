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

package org.sparkner.pretrained;

import java.nio.file.Path;

/** The encoder of the tests: random weights, vectors of six floats, ten word pieces at once. */
public final class TinyEncoder {
  /** Its directory, which a script in it has made; the tests of other modules read it too. */
  public static final Path DIRECTORY = Path.of("../spark-ner-core/src/test/resources/tiny-encoder");

  private TinyEncoder() {}

  /** Its last layer. */
  public static PretrainedEncoder read() {
    return read(PretrainedEncoderReader.Options.DEFAULT);
  }

  /** Its last layer, of sentences within their documents. */
  public static PretrainedEncoder readWholeDocuments() {
    return read(new PretrainedEncoderReader.Options(null, null, null, true));
  }

  static PretrainedEncoder read(PretrainedEncoderReader.Options options) {
    return PretrainedEncoderReader.read(PretrainedEncoderFolder.of(DIRECTORY), options);
  }
}
