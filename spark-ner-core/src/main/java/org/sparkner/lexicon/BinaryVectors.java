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

package org.sparkner.lexicon;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.sparkner.error.BadDataException;

/**
 * word2vec's binary form after its header: for each word its UTF-8 bytes, a space, and its values
 * as floats with the little end first; a line feed may stand before the word.
 */
final class BinaryVectors {
  private static final int MAX_WORD_BYTES = 1 << 16;

  private BinaryVectors() {}

  static LoadedVectors read(ByteSource source, String name, VectorsBuilder vectors, long declared) {
    int size = Float.BYTES * vectors.dimension();
    for (long row = 1; row <= declared && !vectors.isFull(); row++) {
      if (source.require(1) && source.bytes()[source.position()] == '\n') {
        source.position(source.position() + 1);
      }
      int length = source.find((byte) ' ', MAX_WORD_BYTES);
      if (length < 0 || length == MAX_WORD_BYTES || !source.require(length + 1 + size)) {
        throw new BadDataException(
            name
                + ": found the end, or no word, at word "
                + row
                + " of the "
                + declared
                + " that its header declares; expected a whole word2vec file.");
      }
      int begin = source.position();
      ByteBuffer.wrap(source.bytes(), begin + length + 1, size)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(vectors.table(), vectors.offset(), vectors.dimension());
      add(source.bytes(), begin, length, vectors, row);
      source.position(begin + length + 1 + size);
    }
    return vectors.build();
  }

  private static void add(byte[] bytes, int begin, int length, VectorsBuilder vectors, long row) {
    try {
      String word =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, begin, length))
              .toString();
      vectors.add(word.toCharArray(), word.length(), row);
    } catch (CharacterCodingException e) {
      vectors.reject("a word that is not UTF-8", "UTF-8", row);
    }
  }
}
