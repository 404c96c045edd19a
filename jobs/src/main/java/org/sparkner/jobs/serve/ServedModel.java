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

package org.sparkner.jobs.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.sparkner.model.Manifest;
import org.sparkner.tagger.Tagger;

/**
 * A model that is served.
 *
 * @param tagger that runs it
 * @param version that clients see, which changes with the model's weights
 */
record ServedModel(Tagger tagger, String version) {
  private static final int DIGITS = 8;

  /**
   * The last part of the model's path with the beginning of a digest of its files.
   *
   * @param path as the user gave it
   */
  static String version(String path, Manifest manifest) {
    String name = path.replaceAll("/+$", "").replaceAll(".*/", "");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Manifest.Part part : manifest.parts()) {
        digest.update(part.sha256().getBytes(StandardCharsets.US_ASCII));
      }
      return name + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The entity types that it finds, in alphabetical order. */
  List<String> types() {
    return tagger.labels().types();
  }
}
