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

package org.sparkner.spark.silver;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sparkner.model.ModelTarget;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;

/** Takes the parts of a model as they would be saved, and keeps nothing but their digest. */
final class ModelDigest implements ModelTarget {
  private final MessageDigest digest;

  private ModelDigest(MessageDigest digest) {
    this.digest = digest;
  }

  /** SHA-256 over the names and bytes of the parts, in lower-case hexadecimal. */
  static String of(NerModel model) {
    try {
      ModelDigest target = new ModelDigest(MessageDigest.getInstance("SHA-256"));
      ModelWriter.write(model, target);
      return HexFormat.of().formatHex(target.digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OutputStream create(String name) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
  }

  @Override
  public String locate(String name) {
    return name;
  }
}
