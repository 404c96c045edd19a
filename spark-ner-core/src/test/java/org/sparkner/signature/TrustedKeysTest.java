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
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.model.ModelReader;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;

/** Which models are loaded where only those of some keys are trusted. */
class TrustedKeysTest {
  private static final SigningKey KEY = SigningKey.generate();
  private static final SigningKey OTHER = SigningKey.generate();

  @TempDir Path folder;
  private Path model;
  private Path parts;
  private TrustedKeys trusted;

  @BeforeEach
  void saveAndSign() throws IOException {
    model = SignedModels.save(folder.resolve("model"), 1);
    parts = model.resolve("model");
    SignedModels.sign(model, KEY);
    trusted = TrustedKeys.read(SignedModels.publicKey(KEY, folder.resolve("keys")));
  }

  @Test
  void aModelThatATrustedKeySignedIsLoaded() {
    String text = "Ada met w1 and w2. They saw w3 in w4!";

    assertThat(Tagger.load(model, Precision.F32, trusted).tag(text))
        .isEqualTo(Tagger.load(model, Precision.F32).tag(text));
    assertThat(Tagger.pretrained(model.toString(), Precision.F32, trusted).tag(text))
        .isEqualTo(Tagger.load(model, Precision.F32).tag(text));
  }

  @Test
  void withoutKeysEveryModelIsLoadedAsBefore() throws IOException {
    Files.writeString(parts.resolve("manifest.sig"), "nonsense");

    assertThat(Tagger.load(model, Precision.F32, TrustedKeys.UNCHECKED).labels()).isNotNull();
  }

  @Test
  void anyOfSeveralKeysWillDo() throws IOException {
    Path keys = Files.createDirectory(folder.resolve("several"));
    Files.copy(SignedModels.publicKey(OTHER, folder.resolve("other")), keys.resolve("a.pem"));
    Files.copy(folder.resolve("keys/public.pem"), keys.resolve("b.pem"));
    Files.writeString(keys.resolve("README"), "Whose keys these are.");
    Path joined = folder.resolve("joined.pem");
    Files.writeString(
        joined, Files.readString(keys.resolve("a.pem")) + Files.readString(keys.resolve("b.pem")));

    ModelReader.read(TrustedKeys.read(keys).guard(ModelReader.source(model)));
    ModelReader.read(TrustedKeys.read(joined).guard(ModelReader.source(model)));
  }

  @Test
  void aModelThatIsNotSignedIsRefused() throws IOException {
    Files.delete(parts.resolve("manifest.sig"));

    assertThat(refusal()).contains(parts.toString()).contains("and it is not signed;");
  }

  @Test
  void aModelThatAnotherKeySignedIsRefused() throws IOException {
    SignedModels.sign(model, OTHER);

    assertThat(refusal()).contains("signed by another, " + OTHER.fingerprint());
  }

  @Test
  void anotherKeyDoesNotBecomeTrustedByTheNameOfOneThatIs() throws IOException {
    SignedModels.sign(model, OTHER);
    Path file = parts.resolve("manifest.sig");
    Files.writeString(file, Files.readString(file).replace(OTHER.fingerprint(), KEY.fingerprint()));

    assertThat(refusal()).contains("changed after it was signed by " + KEY.fingerprint());
  }

  @Test
  void aPartThatWasChangedIsFoundByItsDigest() throws IOException {
    for (String part : List.of("weights.safetensors", "lexicon.txt")) {
      byte[] bytes = Files.readAllBytes(parts.resolve(part));
      byte[] changed = bytes.clone();
      changed[bytes.length / 2] ^= 1;
      Files.write(parts.resolve(part), changed);

      assertThat(refusal()).contains(part).contains("found SHA-256 ");
      Files.write(parts.resolve(part), bytes);
    }
  }

  @Test
  void aPartThatWasExchangedWithItsDigestIsRefusedByTheSignature() throws Exception {
    Path other = SignedModels.save(folder.resolve("other"), 2);
    Path weights = parts.resolve("weights.safetensors");
    String before = sha256(weights);
    Files.copy(
        other.resolve("model/weights.safetensors"), weights, StandardCopyOption.REPLACE_EXISTING);
    Path manifest = parts.resolve("manifest.json");
    String changed = Files.readString(manifest).replace(before, sha256(weights));
    Files.writeString(manifest, changed);

    assertThat(ModelReader.read(model)).isNotNull();
    assertThat(refusal()).contains("changed after it was signed by " + KEY.fingerprint());
  }

  @Test
  void everyFlippedBitOfTheManifestIsRefused() throws IOException {
    Path manifest = parts.resolve("manifest.json");
    byte[] bytes = Files.readAllBytes(manifest);
    for (int i = 0; i < bytes.length; i += 37) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Files.write(manifest, changed);

      assertThat(refusal()).as("byte %d", i).contains("changed after it was signed");
    }
  }

  @Test
  void aSignatureOfAnotherModelIsRefused() throws IOException {
    Path other = SignedModels.save(folder.resolve("other"), 2);
    SignedModels.sign(other, KEY);
    Files.copy(
        other.resolve("model/manifest.sig"),
        parts.resolve("manifest.sig"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(refusal()).contains("changed after it was signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "spark-ner-signature 2\nkey 00\n",
        "spark-ner-signature 1\nkey KEY\ned25519 AAAA\n",
        "spark-ner-signature 1\nkey KEY\n"
      })
  void aSignatureThatIsNoneIsRefused(String text) throws IOException {
    Files.writeString(parts.resolve("manifest.sig"), text.replace("KEY", KEY.fingerprint()));

    assertThat(refusal()).contains("its manifest.sig is not what spark-ner-signature 1 stands for");
  }

  @Test
  void aSignatureOfAnyLengthIsRefusedByItsFirstBytes() throws IOException {
    Files.write(parts.resolve("manifest.sig"), new byte[1 << 24]);

    assertThat(refusal()).contains("manifest.sig");
  }

  @Test
  void zerosAreNobodysSignature() throws IOException {
    Files.writeString(
        parts.resolve("manifest.sig"),
        "spark-ner-signature 1\nkey " + KEY.fingerprint() + "\ned25519 " + "A".repeat(86) + "==\n");

    assertThat(refusal()).contains("changed after it was signed");
  }

  @Test
  void aModelThatIsSavedAgainIsNotSignedAnyMore() {
    Path again = folder.resolve("again");
    org.sparkner.model.ModelWriter.write(
        ModelReader.read(model), again, org.sparkner.model.IfExists.REFUSE);

    assertThat(again.resolve("model/manifest.sig")).doesNotExist();
  }

  @Test
  void aDamagedModelIsNotSigned() throws IOException {
    Path weights = parts.resolve("weights.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);

    assertThatThrownBy(() -> ModelSignature.sign(ModelReader.source(model), KEY))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("weights.safetensors");
  }

  @Test
  void aDirectoryWithoutKeysIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> TrustedKeys.read(empty))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("found no file that ends in .pem");
  }

  private String refusal() {
    BadModelException refusal =
        catchThrowableOfType(
            BadModelException.class,
            () -> ModelReader.read(trusted.guard(ModelReader.source(model))));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).doesNotContain("\n");
    return refusal.getMessage();
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
