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

package org.sparkner.jobs.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes as text, or what is wrong with them. */
final class Utf8Text {
  /** Text of UTF-16 has a NUL in nearly every other byte; one that strayed in is left alone. */
  private static final int NULS = 8;

  private static final String MARK = "\ufeff";

  private Utf8Text() {}

  /** Why bytes are no text. */
  enum Problem {
    NOT_UTF8("found bytes that are not UTF-8, expected UTF-8; convert the file"),
    NULS("found many NUL bytes, as UTF-16 and binary files have, expected UTF-8; convert the file");

    private final String message;

    Problem(String message) {
      this.message = message;
    }

    String message() {
      return message;
    }
  }

  /** The text, without a byte-order mark at its begin; null if the bytes are none. */
  static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** What is wrong with bytes, or null. */
  static Problem problem(byte[] bytes) {
    if (hasManyNuls(bytes)) {
      return Problem.NULS;
    }
    return decode(bytes) == null ? Problem.NOT_UTF8 : null;
  }

  static boolean hasManyNuls(byte[] bytes) {
    int nuls = 0;
    for (byte each : bytes) {
      nuls += each == 0 ? 1 : 0;
    }
    return (long) nuls * NULS > bytes.length;
  }
}
