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
 * {@code spark.read().format("enamex")}: XML with entities marked where they stand, {@code <ENAMEX
 * type="PERSON">}.
 *
 * <p>Options: {@code language} (BCP 47 tag of the texts, en), {@code scheme}, {@code mode} and
 * {@code columnNameOfCorruptRecord}.
 */
public final class EnamexFileFormat extends CorpusFileFormat {
  private static final long serialVersionUID = 1L;

  /** Made by Spark. */
  public EnamexFileFormat() {
    super("enamex", RegisteredFormat.ENAMEX, Set.of("language"));
  }
}
