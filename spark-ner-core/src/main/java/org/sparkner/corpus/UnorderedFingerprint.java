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

import java.io.Serializable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Identifies labelled sentences by their content whatever their order is, so that parts may be read
 * apart and merged: the sum of the sentences' {@linkplain CorpusFingerprint fingerprints} modulo
 * 2²⁵⁶.
 */
public final class UnorderedFingerprint implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private BigInteger sum = BigInteger.ZERO;

  /** Reads a sentence. */
  public void add(LabeledSentence sentence) {
    add(new BigInteger(CorpusFingerprint.of(List.of(sentence)), 16));
  }

  /** Takes in what was read elsewhere. */
  public void merge(UnorderedFingerprint other) {
    add(other.sum);
  }

  private void add(BigInteger number) {
    sum = sum.add(number).mod(MODULUS);
  }

  /** 64 digits in lower-case hexadecimal: SHA-256 of the sum. */
  public String value() {
    byte[] digits = sum.toString(16).getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(CorpusFingerprint.sha256().digest(digits));
  }
}
