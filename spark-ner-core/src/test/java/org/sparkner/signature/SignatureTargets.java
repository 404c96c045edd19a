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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;
import org.sparkner.fuzz.FuzzedFile;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelSource;

/** Any bytes in place of a signature and of trusted keys. */
public final class SignatureTargets {
  /** Made for this class; what it has signed is among the inputs. */
  private static final String KEY =
      "-----BEGIN PUBLIC KEY-----\n"
          + "MCowBQYDK2VwAyEAlgVA1CklFfjxyJbBCurMQ+JfbRD/gjXUp3xqsw7r5w0=\n"
          + "-----END PUBLIC KEY-----\n";

  private static final FuzzedFile FILE = new FuzzedFile("key.pem");
  private static final TrustedKeys TRUSTED =
      FILE.readOrRefused(KEY.getBytes(StandardCharsets.US_ASCII), TrustedKeys::read);

  private SignatureTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "signature",
        SignatureTargets::signature,
        "trusted-keys",
        file -> FILE.readOrRefused(file, TrustedKeys::read));
  }

  private static void signature(byte[] file) {
    ModelSource model = TRUSTED.guard(new Signed(file));
    Outcome.readOrRefused(
        () -> {
          try (InputStream manifest = model.open(ModelReader.MANIFEST)) {
            return manifest.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A model of an empty manifest and a signature. */
  private record Signed(byte[] signature) implements ModelSource {
    private byte[] part(String name) {
      return name.equals(ModelSignature.NAME) ? signature : new byte[] {'{', '}'};
    }

    @Override
    public InputStream open(String name) {
      return new ByteArrayInputStream(part(name));
    }

    @Override
    public boolean exists(String name) {
      return true;
    }

    @Override
    public long length(String name) {
      return part(name).length;
    }

    @Override
    public String locate(String name) {
      return "model/" + name;
    }
  }
}
