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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.error.UsageException;

/**
 * A block of a PEM file (RFC 7468).
 *
 * @param label such as {@code PUBLIC KEY}
 * @param content what the block holds, decoded
 */
record Pem(String label, byte[] content) {
  /** More than a thousand keys. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ");
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  /**
   * The blocks of a file.
   *
   * @throws UsageException if it cannot be read, has none or has one that is damaged
   */
  static List<Pem> read(Path file) {
    String text = text(file);
    List<Pem> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      blocks.add(new Pem(block.group(1), decoded(block.group(2), file)));
    }
    if (blocks.isEmpty() || blocks.size() != BEGIN.matcher(text).results().count()) {
      throw damaged(file, blocks.isEmpty() ? "no key" : "a block without its end or of other text");
    }
    return blocks;
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw damaged(file, "more than " + MOST_BYTES + " bytes");
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new UsageException(file + ": there is no such file; give one with a key in PEM.", e);
    } catch (IOException e) {
      throw new UsageException(
          file + ": the key cannot be read (" + e + "); give a file in PEM that can be read.", e);
    }
  }

  private static byte[] decoded(String base64, Path file) {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("\\s+", ""));
    } catch (IllegalArgumentException e) {
      throw damaged(file, "a block that is no Base64");
    }
  }

  private static UsageException damaged(Path file, String found) {
    return new UsageException(
        file
            + ": found "
            + found
            + ", expected keys in PEM, as spark-ner sign --new-key or openssl write them.");
  }

  /** The block as lines of a file. */
  String text() {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN "
        + label
        + "-----\n"
        + lines.encodeToString(content)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
