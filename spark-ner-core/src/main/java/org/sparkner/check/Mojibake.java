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

package org.sparkner.check;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text that was written in UTF-8 and read as Windows-1252, such as {@code ZÃ¼rich}: its characters
 * in that encoding are UTF-8 again, which hardly ever happens by chance.
 */
final class Mojibake {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Mojibake() {}

  /** What the text was meant to be, if it is such a text. */
  static Optional<String> meant(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(text));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Whether it has U+FFFD, which stands for lost bytes, or a control character. */
  static boolean isBroken(String text) {
    return text.chars().anyMatch(c -> c == 0xFFFD || Character.isISOControl(c));
  }
}
