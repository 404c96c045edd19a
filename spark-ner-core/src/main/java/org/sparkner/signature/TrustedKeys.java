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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.model.ModelSource;

/**
 * The public keys of those whose models are loaded. A model that is not signed, is signed by
 * another key, or was changed after it was signed is refused before anything but its manifest is
 * read; a part that was changed has another digest than the manifest says.
 */
public final class TrustedKeys {
  /** No keys are asked for: every model is loaded, signed or not. */
  public static final TrustedKeys UNCHECKED = new TrustedKeys(Map.of());

  static final String LABEL = "PUBLIC KEY";
  private static final String ENDING = ".pem";

  /** By their fingerprints; empty where none are asked for. */
  private final Map<String, PublicKey> keys;

  private TrustedKeys(Map<String, PublicKey> keys) {
    this.keys = keys;
  }

  /**
   * Reads keys.
   *
   * @param path a file of one or more public keys in PEM ({@code SubjectPublicKeyInfo}, as {@code
   *     openssl pkey -pubout} writes them), or a directory with such files, whose names end in
   *     {@code .pem}
   * @throws UsageException if it cannot be read, has no key or has something else than public keys
   *     for Ed25519
   */
  public static TrustedKeys read(Path path) {
    Map<String, PublicKey> keys = new TreeMap<>();
    for (Path file : files(path)) {
      for (Pem block : Pem.read(file)) {
        PublicKey key = key(block, file);
        keys.put(Ed25519.fingerprint(key), key);
      }
    }
    return new TrustedKeys(keys);
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files;
    try (Stream<Path> entries = Files.list(path)) {
      files =
          entries
              .filter(entry -> entry.getFileName().toString().endsWith(ENDING))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new UsageException(path + ": trusted keys cannot be read (" + e + ").", e);
    }
    if (files.isEmpty()) {
      throw new UsageException(
          path + ": found no file that ends in " + ENDING + ", expected one with a trusted key.");
    }
    return files;
  }

  private static PublicKey key(Pem block, Path file) {
    if (!block.label().equals(LABEL)) {
      throw unsuitable(file, block.label());
    }
    try {
      return KeyFactory.getInstance(Ed25519.NAME)
          .generatePublic(new X509EncodedKeySpec(block.content()));
    } catch (InvalidKeySpecException e) {
      throw unsuitable(file, "a public key of another kind, or damaged");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UsageException unsuitable(Path file, String found) {
    return new UsageException(
        file
            + ": found "
            + found
            + ", expected public keys for Ed25519 in PEM; take public.pem of spark-ner sign"
            + " --new-key, or make one by openssl pkey -in private.pem -pubout.");
  }

  /** A model's parts, whose manifest is given out only where a trusted key has signed it. */
  public ModelSource guard(ModelSource source) {
    return keys.isEmpty()
        ? source
        : new CheckedManifest(source, manifest -> require(source, manifest));
  }

  /**
   * @throws BadModelException if none of the keys has signed it
   */
  private void require(ModelSource source, byte[] manifest) {
    ModelSignature signature = ModelSignature.read(source);
    PublicKey key = keys.get(signature.key());
    if (key == null) {
      throw ModelSignature.refusal(
          source, "it is signed by another, " + signature.key() + ", which is not trusted");
    }
    if (!Ed25519.verify(key, manifest, signature.signature())) {
      throw ModelSignature.refusal(
          source, "it was changed after it was signed by " + signature.key());
    }
  }
}
