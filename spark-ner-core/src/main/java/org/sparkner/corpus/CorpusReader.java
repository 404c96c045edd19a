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

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.sparkner.error.BadDataException;

/**
 * The labelled sentences of a file, one at a time: memory does not grow with the file. UTF-8, plain
 * or gzipped, which its first bytes tell. Not safe for several threads.
 *
 * <p>What is malformed ends the reading with a {@link BadDataException} that names file, line, what
 * was found and what was expected. What could be read in part, such as a span that does not begin
 * with a token, is a warning of the same form.
 */
public final class CorpusReader implements Iterator<LabeledSentence>, AutoCloseable {

  private final SentenceSource source;
  private final WarningLimit limit;
  private PlacedSentence next;
  private long line;
  private boolean ended;

  /**
   * @param limit to be closed with this reader, or null
   */
  private CorpusReader(
      CorpusFile file, CorpusFormat format, Consumer<String> warnings, WarningLimit limit) {
    this.limit = limit;
    this.source = new DocumentSource(new WordsSource(format.open(file, warnings), warnings));
  }

  /** Opens a file; warnings are logged, the first {@value WarningLimit#SHOWN} of each kind. */
  public static CorpusReader open(Path file, CorpusFormat format) {
    WarningLimit limit =
        new WarningLimit(line -> LoggerFactory.getLogger(CorpusReader.class).warn(line));
    return new CorpusReader(CorpusFile.of(file), format, limit, limit);
  }

  /**
   * Opens a file.
   *
   * @param warnings hears each warning, one line each
   * @throws BadDataException if there is no such file or it cannot be read
   */
  public static CorpusReader open(Path file, CorpusFormat format, Consumer<String> warnings) {
    return open(CorpusFile.of(file), format, warnings);
  }

  /**
   * Opens a file, wherever it is stored.
   *
   * @param warnings receives each warning, one line each
   * @throws BadDataException if it cannot be read
   */
  public static CorpusReader open(CorpusFile file, CorpusFormat format, Consumer<String> warnings) {
    return new CorpusReader(file, format, warnings, null);
  }

  /**
   * Reads a stream of a format that has all in one file.
   *
   * @param in closed with this reader
   * @param name of the file, for messages
   * @param warnings hears each warning, one line each
   */
  public static CorpusReader over(
      InputStream in, String name, CorpusFormat format, Consumer<String> warnings) {
    return open(new OpenedFile(in, name), format, warnings);
  }

  /**
   * All sentences of a file; warnings are logged.
   *
   * @throws BadDataException also if there is none
   */
  public static List<LabeledSentence> readAll(Path file, CorpusFormat format) {
    try (CorpusReader reader = open(file, format)) {
      List<LabeledSentence> sentences = new ArrayList<>();
      reader.forEachRemaining(sentences::add);
      if (sentences.isEmpty()) {
        throw new BadDataException(file + ": found no sentence, expected at least one.");
      }
      return sentences;
    }
  }

  /**
   * Where a tag came first in what was read so far, as {@code name:line}; null where that is not
   * known.
   */
  public String placeOf(String tag) {
    return source.placeOf(tag);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = source.next();
      ended = next == null;
    }
    return next != null;
  }

  @Override
  public LabeledSentence next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    LabeledSentence sentence = next.sentence();
    line = next.line();
    next = null;
    return sentence;
  }

  /**
   * The line of the file, from 1, at which the sentence that {@link #next} last gave begins; of
   * JSON the line at which its record was read; 0 where a format has no lines, as brat's texts.
   */
  public long line() {
    return line;
  }

  @Override
  public void close() {
    if (limit != null) {
      limit.close();
    }
    source.close();
  }
}
