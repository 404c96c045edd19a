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

package org.sparkner.spark.tagging;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sparkner.model.ModelSource;

/** The parts of a model in memory, as they came. */
final class MemoryModelStorage implements ModelSource {
  private final Map<String, List<byte[]>> parts = new HashMap<>();

  /** Takes a part, not copied. */
  void put(String name, List<byte[]> chunks) {
    parts.put(name, chunks);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return new SequenceInputStream(
        Collections.enumeration(chunks(name).stream().map(ByteArrayInputStream::new).toList()));
  }

  @Override
  public boolean exists(String name) {
    return parts.containsKey(name);
  }

  @Override
  public long length(String name) throws IOException {
    return chunks(name).stream().mapToLong(chunk -> chunk.length).sum();
  }

  private List<byte[]> chunks(String name) throws IOException {
    List<byte[]> chunks = parts.get(name);
    if (chunks == null) {
      throw new FileNotFoundException(locate(name));
    }
    return chunks;
  }

  @Override
  public String locate(String name) {
    return "the broadcast model's " + name;
  }
}
