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

package org.sparkner.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Identifies labelled sentences by their content: equal tokens, tags, attributes and order give an
 * equal fingerprint whatever file format they came from.
 */
public final class CorpusFingerprint {
  /** Stands before the attributes of a sentence; no length is negative. */
  private static final int ATTRIBUTE = -1;

  /** Stands before what a sentence is annotated for, where that is not everything. */
  private static final int SUPERVISION = -2;

  /** Stands before what a teacher thinks of a sentence. */
  private static final int SILVER = -3;

  private CorpusFingerprint() {}

  /**
   * SHA-256 in lower-case hexadecimal over, for each sentence, its number of tokens and each token
   * and tag as its length in bytes and its UTF-8 bytes; where it has attributes, -1 and each of
   * them in the same way; where not all is annotated or it counts otherwise than once, -2, its
   * weight as eight bytes, and each latent type in the same way; where a teacher labelled it, -3,
   * each of the teacher's labels in the same way, and the bytes of the {@linkplain
   * org.sparkner.tags.PathDistribution distribution}. Numbers are four bytes, big end first.
   */
  public static String of(Iterable<LabeledSentence> sentences) {
    MessageDigest digest = sha256();
    for (LabeledSentence sentence : sentences) {
      update(digest, sentence.size());
      update(digest, sentence.tokens());
      update(digest, sentence.tags());
      if (!sentence.attributes().isEmpty()) {
        update(digest, ATTRIBUTE);
        update(digest, sentence.attributes());
      }
      Supervision supervision = sentence.supervision();
      if (!supervision.isFull()) {
        update(digest, SUPERVISION);
        digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(0, supervision.weight()));
        update(digest, supervision.latentTypes().stream().sorted().toList());
        if (supervision.silver() != null) {
          update(digest, SILVER);
          update(digest, supervision.silver().labels().labels());
          digest.update(supervision.silver().paths().toBytes());
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static void update(MessageDigest digest, List<String> strings) {
    for (String string : strings) {
      byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
      update(digest, bytes.length);
      digest.update(bytes);
    }
  }

  private static void update(MessageDigest digest, int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
  }
}
