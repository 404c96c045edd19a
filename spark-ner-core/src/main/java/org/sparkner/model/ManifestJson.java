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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** The manifest as JSON, byte for byte the same for the same manifest. */
final class ManifestJson {
  static final String NAME = "manifest.json";

  /** More than a manifest of ten thousand labels. */
  static final int MOST_BYTES = 4 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ManifestJson() {}

  static byte[] write(Manifest manifest) {
    try {
      return (JSON.writeValueAsString(manifest) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The manifest is no JSON: " + manifest, e);
    }
  }

  static Manifest read(byte[] json, PartFault fault) {
    try {
      JsonNode tree = JSON.readTree(new String(json, StandardCharsets.UTF_8));
      String format = tree.path("format").asText("none");
      if (!format.equals(Manifest.FORMAT)) {
        throw fault.of("format " + format, Manifest.FORMAT);
      }
      JsonNode version = tree.path("formatVersion");
      if (version.asInt(-1) != Manifest.FORMAT_VERSION) {
        throw fault.of(
            "format version " + version.asText("none"),
            "version " + Manifest.FORMAT_VERSION,
            "read it with the release that wrote it, or train the model again with "
                + Software.NAME
                + " "
                + Software.version());
      }
      return JSON.treeToValue(tree, Manifest.class);
    } catch (JsonProcessingException e) {
      throw fault.of(e.getOriginalMessage().replaceAll("\\s+", " "), "a manifest", e);
    }
  }
}
