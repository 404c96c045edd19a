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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.UsageException;

class SigningKeyTest {
  /** The pair of RFC 8410, section 10, as OpenSSL writes such. */
  private static final String PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;

  @TempDir Path folder;

  @Test
  void aPrivateKeyHasThePublicKeyThatTheStandardSays() throws IOException {
    SigningKey key = SigningKey.read(file(PRIVATE));
    key.writeTo(folder.resolve("pair"));

    assertThat(folder.resolve("pair/private.pem")).hasContent(PRIVATE);
    assertThat(folder.resolve("pair/public.pem")).hasContent(PUBLIC);
  }

  @Test
  void whatANewKeySignsIsKnownByItsPublicKey() throws IOException {
    SigningKey made = SigningKey.generate();
    made.writeTo(folder.resolve("pair"));
    Path model = SignedModels.save(folder.resolve("model"), 1);

    SignedModels.sign(model, SigningKey.read(folder.resolve("pair/private.pem")));

    org.sparkner.model.ModelReader.read(
        TrustedKeys.read(folder.resolve("pair/public.pem"))
            .guard(org.sparkner.model.ModelReader.source(model)));
  }

  @Test
  void onlyTheOwnerMayReadANewPrivateKey() throws IOException {
    SigningKey.generate().writeTo(folder.resolve("a/b/pair"));

    assertThat(permissions("a/b/pair/private.pem")).isEqualTo("rw-------");
    assertThat(permissions("a/b/pair")).isEqualTo("rwx------");
    assertThat(names(folder.resolve("a/b"))).containsExactly("pair");
  }

  @Test
  void aKeyIsNeverReplaced() throws IOException {
    SigningKey.generate().writeTo(folder.resolve("pair"));
    String before = Files.readString(folder.resolve("pair/private.pem"));

    assertThatThrownBy(() -> SigningKey.generate().writeTo(folder.resolve("pair")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("exists");
    assertThat(folder.resolve("pair/private.pem")).hasContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "X25519", "Ed448"})
  void keysOfOtherKindsAreRefused(String kind) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance(kind).generateKeyPair();
    Path secret = file(new Pem("PRIVATE KEY", pair.getPrivate().getEncoded()).text());
    Path open = file(new Pem("PUBLIC KEY", pair.getPublic().getEncoded()).text());

    assertRefused(() -> SigningKey.read(secret), secret, "a private key of another kind");
    assertRefused(() -> TrustedKeys.read(open), open, "a public key of another kind");
  }

  @Test
  void privateAndPublicKeysAreNotMistakenForEachOther() throws IOException {
    Path secret = file(PRIVATE);
    Path open = file(PUBLIC);

    assertRefused(() -> SigningKey.read(open), open, "found PUBLIC KEY");
    assertRefused(() -> TrustedKeys.read(secret), secret, "found PRIVATE KEY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ENCRYPTED PRIVATE KEY", "OPENSSH PRIVATE KEY", "CERTIFICATE", "RSA PRIVATE KEY"})
  void otherBlocksAreNamed(String label) throws IOException {
    Path file = file(PRIVATE.replace("PRIVATE KEY", label));

    assertRefused(() -> SigningKey.read(file), file, "found " + label);
    assertRefused(() -> TrustedKeys.read(file), file, "found " + label);
  }

  @Test
  void filesThatAreNoPemAreRefused() throws IOException, GeneralSecurityException {
    List<String> texts =
        List.of(
            "",
            "no key",
            PUBLIC.substring(0, PUBLIC.length() - 10),
            PUBLIC.replace("END PUBLIC", "END PRIVATE"),
            PUBLIC + "-----BEGIN PUBLIC KEY-----\n",
            PUBLIC.replace("MCow", "M=ow"),
            PUBLIC.replace("MCow", "M\u0000ow"),
            "x".repeat(2 << 20));
    for (String text : texts) {
      Path file = file(text);
      assertRefused(() -> TrustedKeys.read(file), file, "expected keys in PEM");
      assertRefused(() -> SigningKey.read(file), file, "expected keys in PEM");
    }
    Path damaged = file(PUBLIC.replace("MCow", "MCox"));
    assertRefused(() -> TrustedKeys.read(damaged), damaged, "or damaged");
    Path absent = folder.resolve("absent");
    assertRefused(() -> TrustedKeys.read(absent), absent, "there is no such file");
  }

  @Test
  void twoPrivateKeysAreNoneToSignWith() throws IOException {
    Path file = file(PRIVATE + PRIVATE);

    assertRefused(() -> SigningKey.read(file), file, "found 2 blocks");
  }

  private static void assertRefused(Runnable reading, Path file, String found) {
    assertThatThrownBy(reading::run)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(found)
        .hasMessageMatching(".*");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "key", ".pem"), text);
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  private static List<String> names(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
