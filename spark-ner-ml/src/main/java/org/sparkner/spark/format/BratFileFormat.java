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

package org.sparkner.spark.format;

import java.util.Set;
import org.sparkner.corpus.RegisteredFormat;

/**
 * {@code spark.read().format("brat")}: the {@code .ann} files of brat, each with its {@code .txt}
 * beside it. A file is a document.
 *
 * <p>Options: {@code language} (BCP 47 tag of the texts, en), {@code scheme}, {@code mode} and
 * {@code columnNameOfCorruptRecord}.
 */
public final class BratFileFormat extends CorpusFileFormat {
  private static final long serialVersionUID = 1L;

  /** Made by Spark. */
  public BratFileFormat() {
    super("brat", RegisteredFormat.BRAT, Set.of("language"));
  }
}
