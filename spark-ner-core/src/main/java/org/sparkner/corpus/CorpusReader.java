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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.error.BadDataException;

/**
 * The labelled sentences of a file, one at a time: memory does not grow with the file. UTF-8, plain
 * or gzipped, which its first bytes tell. Not safe for several threads.
 *
 * <p>What is malformed ends the reading with a {@link BadDataException} that names file, line, what
 * was found and what was wanted. What could be read in part, such as a span that does not begin
 * with a token, is a warning of the same form.
 */
public final class CorpusReader implements Iterator<LabeledSentence>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CorpusReader.class);

  private final LineReader lines;
  private final SentenceSource source;
  private final WarningLimit limit;
  private LabeledSentence next;
  private boolean ended;

  /**
   * @param limit to be closed with this reader, or null
   */
  private CorpusReader(
      InputStream in,
      String name,
      CorpusFormat format,
      Consumer<String> warnings,
      WarningLimit limit) {
    this.lines = new LineReader(in, name);
    this.limit = limit;
    this.source = SentenceSource.of(lines, format, warnings);
  }

  /** Opens a file; warnings are logged, the first {@value WarningLimit#SHOWN} of each kind. */
  public static CorpusReader open(Path file, CorpusFormat format) {
    WarningLimit limit = new WarningLimit(LOG::warn);
    return new CorpusReader(InputFile.open(file), file.toString(), format, limit, limit);
  }

  /**
   * Opens a file.
   *
   * @param warnings hears each warning, one line each
   * @throws BadDataException if there is no such file or it cannot be read
   */
  public static CorpusReader open(Path file, CorpusFormat format, Consumer<String> warnings) {
    return over(InputFile.open(file), file.toString(), format, warnings);
  }

  /**
   * Reads a stream, wherever it comes from.
   *
   * @param in closed with this reader
   * @param name of the file, for messages
   * @param warnings hears each warning, one line each
   */
  public static CorpusReader over(
      InputStream in, String name, CorpusFormat format, Consumer<String> warnings) {
    return new CorpusReader(in, name, format, warnings, null);
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
        throw new BadDataException(file + ": found no sentence, wanted at least one.");
      }
      return sentences;
    }
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
    LabeledSentence sentence = next;
    next = null;
    return sentence;
  }

  @Override
  public void close() {
    if (limit != null) {
      limit.close();
    }
    lines.close();
  }
}
