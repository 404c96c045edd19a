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

package org.sparkner.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sparkner.model.ModelStorage;

/** The parts of a model in memory, each of at most 2 GB. */
final class MemoryModelStorage implements ModelStorage {
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** The parts by name. */
  Map<String, byte[]> parts() {
    return Collections.unmodifiableMap(parts);
  }

  void put(String name, byte[] bytes) {
    parts.put(name, bytes);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return new ByteArrayInputStream(part(name));
  }

  @Override
  public OutputStream create(String name) {
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        put(name, toByteArray());
      }
    };
  }

  @Override
  public boolean exists(String name) {
    return parts.containsKey(name);
  }

  @Override
  public long length(String name) throws IOException {
    return part(name).length;
  }

  private byte[] part(String name) throws IOException {
    byte[] part = parts.get(name);
    if (part == null) {
      throw new FileNotFoundException(locate(name));
    }
    return part;
  }

  @Override
  public String locate(String name) {
    return "the broadcast model's " + name;
  }
}
