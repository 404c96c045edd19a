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
import java.io.OutputStream;

/** Where the parts of a model are written to, one after another. Names are plain file names. */
public interface ModelTarget {
  /**
   * Creates a part, or truncates it. Where it is to last, it must be durable once the stream is
   * closed.
   */
  OutputStream create(String name) throws IOException;

  /** Where a part is, for messages: a path or a URI. */
  String locate(String name);
}
