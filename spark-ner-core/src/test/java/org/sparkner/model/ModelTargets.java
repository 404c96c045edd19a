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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;

/** Any bytes in place of a part of a saved model. */
public final class ModelTargets {
  private ModelTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "manifest", ModelTargets::manifest,
        "weights", ModelTargets::weights);
  }

  private static final PartFault FAULT = new PartFault("model/part");

  /** One for all inputs: it is a thread and two megabytes. */
  private static final DigestThread DIGESTS = new DigestThread();

  private static void manifest(byte[] file) {
    Outcome.readOrRefused(() -> ManifestJson.read(file, FAULT));
  }

  private static void weights(byte[] file) {
    Manifest.Part part = new Manifest.Part(Safetensors.NAME, file.length, "");
    Map<String, int[]> expected = Map.of("a", new int[] {2, 3}, "b", new int[] {4});
    Outcome.readOrRefused(
        () -> {
          PartInput in = new PartInput(new ByteArrayInputStream(file), part, FAULT, DIGESTS);
          try {
            return Safetensors.read(in, expected, name -> EnumSet.allOf(ElementType.class), FAULT);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
