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

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkner.error.BadDataException;

/**
 * The characters of XML, in the encoding that its byte-order mark or its declaration names, UTF-8
 * where there is neither (XML 1.0, appendix F). Java's own detection prints bytes that are no text
 * to the standard error, beside throwing them.
 */
final class XmlCharacters {
  /** A declaration is the first thing of a file. */
  private static final int MOST_BYTES = 512;

  private static final Pattern DECLARED =
      Pattern.compile("\\A<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([^\"'<>]{1,40})[\"']");

  private XmlCharacters() {}

  /**
   * Reads the bytes of XML as characters, without a byte-order mark; bytes that the encoding does
   * not have are an error in reading.
   *
   * @param name of the file, for messages
   * @throws BadDataException if the encoding that it declares is unknown
   */
  static Reader of(InputStream xml, String name) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(xml);
    bytes.mark(MOST_BYTES);
    byte[] first = bytes.readNBytes(MOST_BYTES);
    bytes.reset();
    Charset encoding = encoding(first, name);
    if (encoding == StandardCharsets.UTF_8 && begins(first, 0xef, 0xbb, 0xbf)) {
      bytes.skipNBytes(3);
    }
    return new InputStreamReader(
        bytes,
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset encoding(byte[] first, String name) {
    if (begins(first, 0xfe, 0xff) || begins(first, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16;
    }
    Matcher declaration = DECLARED.matcher(new String(first, StandardCharsets.ISO_8859_1));
    if (begins(first, 0xef, 0xbb, 0xbf) || !declaration.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(declaration.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new BadDataException(
          name
              + ":1: found XML in the encoding "
              + declaration.group(1)
              + ", expected one that Java knows, such as UTF-8; convert the file.",
          e);
    }
  }

  private static boolean begins(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
