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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.sparkner.error.BadDataException;

/**
 * How a CSV file is written.
 *
 * @param separator of fields
 * @param escape what stands before a quote within quotes: a quote, as RFC 4180 says, or a
 *     backslash, as Spark writes it
 * @param header the fields of its first line
 */
record CsvDialect(char separator, char escape, List<String> header) implements Serializable {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final char QUOTE = '"';
  private static final char BACKSLASH = '\\';

  /**
   * Reads a file through to see how it is written.
   *
   * @param column one that its header should have, which tells the separator; or null
   * @throws BadDataException if it is not UTF-8, or a quote is never closed
   */
  static CsvDialect of(Path path, String column) {
    ReadableFile file = new ReadableFile(path);
    char separator = separator(file, column);
    CsvScan standard = new CsvScan(separator, QUOTE);
    CsvScan ofSpark = new CsvScan(separator, BACKSLASH);
    try (Reader in = reader(file)) {
      char[] buffer = new char[1 << 14];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        for (int i = 0; i < length; i++) {
          standard.next(buffer[i]);
          ofSpark.next(buffer[i]);
        }
      }
    } catch (CharacterCodingException e) {
      throw file.notText(Utf8Text.Problem.NOT_UTF8);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    standard.end();
    ofSpark.end();
    CsvScan better = ofSpark.faults() < standard.faults() ? ofSpark : standard;
    if (better.nuls() * 8 > better.characters()) {
      throw file.notText(Utf8Text.Problem.NULS);
    }
    if (better.openedAt() > 0) {
      throw new BadDataException(
          file
              + ":"
              + better.openedAt()
              + ": found a quote that is never closed, expected another one at the end of the field");
    }
    return new CsvDialect(separator, better == ofSpark ? BACKSLASH : QUOTE, better.header());
  }

  /** A comma, unless only another one gives a header with the column. */
  private static char separator(ReadableFile file, String column) {
    String line = firstLine(file);
    for (char each : SEPARATORS) {
      if (column != null && fields(line, each).stream().anyMatch(column::equalsIgnoreCase)) {
        return each;
      }
    }
    for (char each : SEPARATORS) {
      if (fields(line, each).size() > 1) {
        return each;
      }
    }
    return SEPARATORS[0];
  }

  private static List<String> fields(String line, char separator) {
    CsvScan scan = new CsvScan(separator, QUOTE);
    line.chars().forEach(each -> scan.next((char) each));
    scan.end();
    return scan.header();
  }

  private static String firstLine(ReadableFile file) {
    try (BufferedReader in = new BufferedReader(reader(file))) {
      String line = in.readLine();
      while (line != null && line.isBlank()) {
        line = in.readLine();
      }
      return line == null ? "" : line.startsWith("\ufeff") ? line.substring(1) : line;
    } catch (CharacterCodingException e) {
      throw file.notText(Utf8Text.Problem.NOT_UTF8);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static Reader reader(ReadableFile file) {
    return new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder());
  }
}
