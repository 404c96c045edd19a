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

import org.sparkner.error.BadDataException;

/**
 * A record of a file that cannot be read: a sentence of lines, a JSON object, an annotated
 * document. What stands after it can.
 */
public final class MalformedRecordException extends BadDataException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final int document;

  /**
   * @param problem what is wrong, with file and line
   * @param text the record as it stands in the file
   * @param document number of its document in the file, from 1; 0 where it is not known
   */
  public MalformedRecordException(BadDataException problem, String text, int document) {
    super(problem.getMessage(), problem.getCause());
    this.text = text;
    this.document = document;
  }

  /** The record as it stands in the file. */
  public String text() {
    return text;
  }

  /** Number of its document in the file, from 1; 0 where it is not known. */
  public int document() {
    return document;
  }
}
