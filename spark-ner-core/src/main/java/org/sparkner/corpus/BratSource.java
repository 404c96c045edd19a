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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.sparkner.error.BadDataException;

/** Sentences of an annotated text, which is one record: it is read as a whole. */
final class BratSource implements SentenceSource {
  private final CorpusFile annotations;
  private final BratFormat format;
  private final Consumer<String> warnings;
  private final Deque<LabeledSentence> ready = new ArrayDeque<>();
  private boolean read;

  BratSource(CorpusFile annotations, BratFormat format, Consumer<String> warnings) {
    if (!annotations.name().endsWith(BratFormat.ANNOTATIONS)) {
      throw new BadDataException(
          annotations.name()
              + ": found a name without .ann, expected a .ann file beside its .txt file");
    }
    this.annotations = annotations;
    this.format = format;
    this.warnings = warnings;
  }

  @Override
  public PlacedSentence next() {
    if (!read) {
      read = true;
      read();
    }
    return ready.isEmpty() ? null : new PlacedSentence(ready.remove(), 1, 0, annotations.name());
  }

  private void read() {
    CorpusFile text = annotations.withEnding(BratFormat.ANNOTATIONS, BratFormat.TEXTS);
    if (!text.exists()) {
      throw new MalformedRecordException(
          new BadDataException(
              annotations.name()
                  + ": found no "
                  + text.name()
                  + ", expected the text that it annotates"),
          content(),
          1);
    }
    try {
      ready.addAll(
          BratReader.read(
              text.open(), annotations.open(), annotations.name(), format.analyzer(), warnings));
    } catch (MalformedRecordException e) {
      throw new MalformedRecordException(e, content(), 1);
    }
  }

  private String content() {
    try (InputStream in = annotations.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw InputFile.unreadable(annotations.name(), e);
    }
  }

  @Override
  public void close() {
    // The files are closed as soon as they have been read.
  }
}
