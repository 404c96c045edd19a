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

package org.sparkner.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sparkner.model.ModelTarget;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;

/** Jars with models as resources, for tests. */
public final class ModelJar {
  private final Map<String, byte[]> entries = new TreeMap<>();

  /** One that holds a model under a name, and an index of it. */
  public static ModelJar of(String name, NerModel model) throws IOException {
    ModelJar jar = new ModelJar();
    jar.entries.put(ClassPathModels.INDEX, (name + "\n").getBytes(StandardCharsets.UTF_8));
    Map<String, ByteArrayOutputStream> parts = new TreeMap<>();
    ModelWriter.write(
        model,
        new ModelTarget() {
          @Override
          public OutputStream create(String part) {
            return parts.computeIfAbsent(part, unused -> new ByteArrayOutputStream());
          }

          @Override
          public String locate(String part) {
            return part;
          }
        });
    parts.forEach(
        (part, bytes) ->
            jar.entries.put(ClassPathModels.ROOT + name + "/model/" + part, bytes.toByteArray()));
    return jar;
  }

  /** The same with other bytes in place of a part; null takes it out. */
  ModelJar with(String name, String part, UnaryOperator<byte[]> change) {
    entries.compute(
        ClassPathModels.ROOT + name + "/model/" + part, (unused, bytes) -> change.apply(bytes));
    return this;
  }

  /** As a jar of several that were made one is, where the first index won. */
  ModelJar and(ModelJar other) {
    other.entries.forEach(entries::putIfAbsent);
    return this;
  }

  /** Writes it. */
  public Path write(Path file) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return file;
  }
}
