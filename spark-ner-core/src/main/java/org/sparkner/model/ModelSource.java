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

package org.sparkner.model;

import java.io.IOException;
import java.io.InputStream;

/** Where the parts of a model are read from. Names are plain file names. */
public interface ModelSource {
  /**
   * Opens a part from its beginning.
   *
   * @throws IOException if there is none of that name
   */
  InputStream open(String name) throws IOException;

  /** Whether there is a part of that name. */
  boolean exists(String name) throws IOException;

  /**
   * Length of a part in bytes.
   *
   * @throws IOException if there is none of that name
   */
  long length(String name) throws IOException;

  /** Where a part is, for messages: a path or a URI. */
  String locate(String name);
}
