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

package org.sparkner.error;

/**
 * Input data that cannot be used: a missing file, a malformed line, an unknown label. Exit code 3.
 */
public non-sealed class BadDataException extends NerException {
  private static final long serialVersionUID = 1L;

  public BadDataException(String message) {
    this(message, null);
  }

  public BadDataException(String message, Throwable cause) {
    super(3, message, cause);
  }
}
