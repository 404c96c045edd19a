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

package org.sparkner.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.error.BadModelException;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelSource;

/**
 * The signature of a model, as the file beside its manifest has it: three lines of text, which are
 * the format with its version, the key's fingerprint and the signature of the manifest's bytes in
 * Base64.
 *
 * @param key fingerprint of the key that made it, for messages: only {@code signature} proves it
 * @param signature 64 bytes
 */
public record ModelSignature(String key, byte[] signature) {
  /** The file that holds it, among the parts of a model. */
  public static final String NAME = "manifest.sig";

  private static final String FORMAT = "spark-ner-signature 1";
  private static final int MOST_BYTES = 1 << 10;
  private static final Pattern TEXT =
      Pattern.compile(
          Pattern.quote(FORMAT) + "\nkey ([0-9a-f]{64})\ned25519 ([A-Za-z0-9+/]{86}==)\n");

  /**
   * Signs a model, which is read and verified before.
   *
   * @return the bytes of the file {@value #NAME}, which goes beside the manifest
   * @throws BadModelException if a part is missing, damaged or of an unknown version
   */
  public static byte[] sign(ModelSource source, SigningKey key) {
    byte[] manifest = ModelReader.manifestBytes(source);
    ModelReader.read(
        new CheckedManifest(
            source,
            found -> {
              if (!Arrays.equals(found, manifest)) {
                throw new BadModelException(
                    "Model "
                        + source.locate(ModelReader.MANIFEST)
                        + " was replaced while it was being signed; sign it again.");
              }
            }));
    return new ModelSignature(key.fingerprint(), key.sign(manifest)).text();
  }

  private byte[] text() {
    String base64 = Base64.getEncoder().encodeToString(signature);
    return (FORMAT + "\nkey " + key + "\ned25519 " + base64 + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads the signature of a model.
   *
   * @throws BadModelException if there is none, or none of this version
   */
  static ModelSignature read(ModelSource source) {
    try {
      if (!source.exists(NAME)) {
        throw refusal(source, "it is not signed");
      }
      try (InputStream in = source.open(NAME)) {
        String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
        Matcher lines = TEXT.matcher(text);
        if (!lines.matches()) {
          throw refusal(
              source,
              "its " + NAME + " is not what " + FORMAT + " stands for, but damaged or later");
        }
        return new ModelSignature(lines.group(1), Base64.getDecoder().decode(lines.group(2)));
      }
    } catch (IOException e) {
      throw new BadModelException(
          source.locate(NAME) + " cannot be read (" + e + "); copy the model again.", e);
    }
  }

  /** Where trusted keys are given: what is wrong, and what to do. */
  static BadModelException refusal(ModelSource source, String reason) {
    return new BadModelException(
        "Model "
            + source.locate(ModelReader.MANIFEST)
            + " is not loaded: only models signed by a trusted key are, and "
            + reason
            + "; get it again from whom you trust, add the key to the trusted ones, or, if the model"
            + " is your own, sign it with spark-ner sign.");
  }
}
