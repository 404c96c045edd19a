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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sparkner.error.BadDataException;

/** Vectors as text: a word and its values a line, apart by spaces or tabs. */
final class TextVectors {
  /** The byte-order mark in UTF-8. */
  static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private static final int MAX_LINE_BYTES = 1 << 24;

  private final VectorsBuilder vectors;
  private final DecimalParser parser = new DecimalParser();
  private char[] word = new char[64];

  private TextVectors(VectorsBuilder vectors) {
    this.vectors = vectors;
  }

  /** Reads a file without header: its first line has as many values as each must have. */
  static LoadedVectors read(ByteSource source, String name, int maxWords) {
    int length = lineLength(source, name, 1);
    int dimension = trailingNumbers(source.bytes(), source.position(), source.position() + length);
    if (dimension == 0) {
      throw new BadDataException(
          name
              + ":1: found no word with values, expected word vectors as GloVe, word2vec or fastText"
              + " write them.");
    }
    return read(source, name, new VectorsBuilder(name, dimension, maxWords, -1), 0);
  }

  /**
   * Reads rows to the end.
   *
   * @param line number of the line last read
   */
  static LoadedVectors read(ByteSource source, String name, VectorsBuilder vectors, long line) {
    TextVectors reader = new TextVectors(vectors);
    while (source.require(1) && !vectors.isFull()) {
      line++;
      int length = lineLength(source, name, line);
      int begin = source.position();
      int end = withoutSpace(source.bytes(), begin, begin + length);
      source.position(Math.min(begin + length + 1, source.limit()));
      if (end > begin) {
        reader.row(source.bytes(), begin, end, line);
      }
    }
    return vectors.build();
  }

  private static int lineLength(ByteSource source, String name, long line) {
    int length = source.find((byte) '\n', MAX_LINE_BYTES);
    if (length == MAX_LINE_BYTES) {
      throw new BadDataException(
          name
              + ":"
              + line
              + ": found a line of more than "
              + MAX_LINE_BYTES
              + " bytes, expected word vectors.");
    }
    return length < 0 ? source.limit() - source.position() : length;
  }

  private void row(byte[] bytes, int lineBegin, int end, long line) {
    // Files joined into one have a mark where each began.
    int begin = lineBegin + (isMark(bytes, lineBegin, end) ? MARK.length : 0);
    int dimension = vectors.dimension();
    int wordEnd = begin;
    while (wordEnd < end && !isSpace(bytes[wordEnd])) {
      wordEnd++;
    }
    int values = values(bytes, wordEnd, end);
    if (values > dimension && !isNumber(bytes, nextField(bytes, wordEnd, end), end)) {
      wordEnd = fieldsFromEnd(bytes, begin, end, dimension);
      values = values(bytes, wordEnd, end);
    }
    if (values != dimension) {
      vectors.reject(
          values < 0
              ? "a value that is no number"
              : values > dimension ? "more than " + dimension + " values" : values + " values",
          dimension + " numbers",
          line);
    } else if (wordEnd == begin) {
      vectors.reject("no word", "a word before the values", line);
    } else {
      addWord(bytes, begin, wordEnd, line);
    }
  }

  /**
   * Writes the values from {@code from} to the next row of the table, and counts them: one more
   * than the dimension for any longer row, -1 if one of them is no number.
   */
  private int values(byte[] bytes, int from, int end) {
    float[] table = vectors.table();
    int offset = vectors.offset();
    int dimension = vectors.dimension();
    int count = 0;
    boolean numbers = true;
    int i = nextField(bytes, from, end);
    while (i < end) {
      if (count == dimension) {
        return dimension + 1;
      }
      table[offset + count++] = parser.parse(bytes, i, end);
      numbers &= parser.isNumber();
      i = nextField(bytes, parser.end(), end);
    }
    return numbers || count < dimension ? count : -1;
  }

  private void addWord(byte[] bytes, int begin, int end, long line) {
    int length = end - begin;
    word = length <= word.length ? word : new char[2 * length];
    for (int i = 0; i < length; i++) {
      if (bytes[begin + i] < 0) {
        addUnicodeWord(bytes, begin, end, line);
        return;
      }
      word[i] = (char) bytes[begin + i];
    }
    vectors.add(word, length, line);
  }

  private void addUnicodeWord(byte[] bytes, int begin, int end, long line) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, begin, end - begin))
              .toString();
      vectors.add(text.toCharArray(), text.length(), line);
    } catch (CharacterCodingException e) {
      vectors.reject("a word that is not UTF-8", "UTF-8", line);
    }
  }

  private boolean isNumber(byte[] bytes, int from, int end) {
    parser.parse(bytes, from, end);
    return parser.isNumber();
  }

  private static int nextField(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end && isSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  /** Where the space before the last {@code fields} fields begins. */
  private static int fieldsFromEnd(byte[] bytes, int begin, int end, int fields) {
    int i = end;
    for (int field = 0; field < fields; field++) {
      while (i > begin && !isSpace(bytes[i - 1])) {
        i--;
      }
      while (i > begin && isSpace(bytes[i - 1])) {
        i--;
      }
    }
    return i;
  }

  /** The end of a line without the spaces, and the carriage return, before it. */
  private static int withoutSpace(byte[] bytes, int begin, int lineEnd) {
    int end = lineEnd;
    while (end > begin && isSpace(bytes[end - 1])) {
      end--;
    }
    return end;
  }

  private static int trailingNumbers(byte[] bytes, int begin, int lineEnd) {
    int end = withoutSpace(bytes, begin, lineEnd);
    DecimalParser parser = new DecimalParser();
    int numbers = 0;
    int fields = 0;
    for (int i = nextField(bytes, begin, end); i < end; i = nextField(bytes, parser.end(), end)) {
      parser.parse(bytes, i, end);
      numbers = parser.isNumber() && fields > 0 ? numbers + 1 : 0;
      fields++;
    }
    return numbers;
  }

  private static boolean isMark(byte[] bytes, int begin, int end) {
    return end - begin >= MARK.length
        && Arrays.equals(bytes, begin, begin + MARK.length, MARK, 0, MARK.length);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
