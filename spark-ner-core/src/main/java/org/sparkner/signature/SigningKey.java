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
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.UsageException;

/** A private key that signs models, and the public key by which others know what it has signed. */
public final class SigningKey {
  /** The file of a new pair that only its owner may read. */
  public static final String PRIVATE = "private.pem";

  /** The file of a new pair that is for everybody who loads models. */
  public static final String PUBLIC = "public.pem";

  private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
  private static final String LABEL = "PRIVATE KEY";

  private final PrivateKey key;
  private final PublicKey publicKey;

  private SigningKey(PrivateKey key, PublicKey publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /** A new pair of keys. */
  public static SigningKey generate() {
    return of(pair(new SecureRandom()));
  }

  /**
   * Reads a private key.
   *
   * @param file in PEM, PKCS#8 without a password, as {@code openssl genpkey -algorithm ed25519}
   *     writes it
   * @throws UsageException if it cannot be read or is something else
   */
  public static SigningKey read(Path file) {
    List<Pem> blocks = Pem.read(file);
    Pem only = blocks.get(0);
    if (blocks.size() != 1 || !only.label().equals(LABEL)) {
      throw unsuitable(file, blocks.size() == 1 ? only.label() : blocks.size() + " blocks");
    }
    try {
      PrivateKey key =
          KeyFactory.getInstance(Ed25519.NAME)
              .generatePrivate(new PKCS8EncodedKeySpec(only.content()));
      return of(new KeyPair(publicOf(key), key));
    } catch (InvalidKeySpecException e) {
      throw unsuitable(file, "a private key of another kind, or damaged");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UsageException unsuitable(Path file, String found) {
    return new UsageException(
        file
            + ": found "
            + found
            + ", expected one private key for Ed25519 in PEM, PKCS#8 without a password; make one by"
            + " spark-ner sign --new-key DIR, or by openssl genpkey -algorithm ed25519.");
  }

  /**
   * Java has no way to ask for it, but makes pairs of random bytes, which are all that a private
   * key consists of.
   */
  private static PublicKey publicOf(PrivateKey key) {
    byte[] secret = ((EdECPrivateKey) key).getBytes().orElseThrow();
    return pair(new Given(secret)).getPublic();
  }

  private static KeyPair pair(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(Ed25519.NAME);
      generator.initialize(NamedParameterSpec.ED25519, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SigningKey of(KeyPair pair) {
    byte[] message = {1};
    if (!Ed25519.verify(pair.getPublic(), message, Ed25519.sign(pair.getPrivate(), message))) {
      throw new IllegalStateException("The public key is not that of the private key.");
    }
    return new SigningKey(pair.getPrivate(), pair.getPublic());
  }

  /** SHA-256 of the public key as {@code SubjectPublicKeyInfo}, in hexadecimal. */
  public String fingerprint() {
    return Ed25519.fingerprint(publicKey);
  }

  byte[] sign(byte[] message) {
    return Ed25519.sign(key, message);
  }

  /**
   * Writes the pair as {@value #PRIVATE}, which only its owner may read, and {@value #PUBLIC}.
   *
   * @param directory which must not exist; it appears whole or not at all
   * @throws UsageException if it exists or cannot be written
   */
  public void writeTo(Path directory) {
    Path target = directory.toAbsolutePath().normalize();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(
          directory + " exists; give the name of a new directory for the keys.");
    }
    Path draft = null;
    try {
      Files.createDirectories(target.getParent());
      draft = Files.createTempDirectory(target.getParent(), "." + target.getFileName() + ".");
      write(draft.resolve(PRIVATE), new Pem(LABEL, key.getEncoded()), "rw-------");
      write(draft.resolve(PUBLIC), new Pem(TrustedKeys.LABEL, publicKey.getEncoded()), "rw-r--r--");
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UsageException(
          directory + ": keys cannot be written there (" + e + "); give another directory.", e);
    } finally {
      deleteIfThere(draft);
    }
  }

  /** The permissions are the file's from its first moment. */
  private static void write(Path file, Pem pem, String permissions) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
            }
            : new FileAttribute<?>[0];
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (OutputStream out =
        Channels.newOutputStream(Files.newByteChannel(file, options, attributes))) {
      out.write(pem.text().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void deleteIfThere(Path draft) {
    try {
      if (draft != null && Files.exists(draft)) {
        Files.deleteIfExists(draft.resolve(PRIVATE));
        Files.deleteIfExists(draft.resolve(PUBLIC));
        Files.delete(draft);
      }
    } catch (IOException e) {
      LOG.warn("{} with an unfinished key is left behind: {}", draft, e.toString());
    }
  }

  /** Random bytes that are known before. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    Given(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(bytes, 0, into, 0, into.length);
    }
  }
}
