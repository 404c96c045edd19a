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

package org.sparkner.spark.conll;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.util.LongAccumulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.corpus.ColumnsLine;
import org.sparkner.corpus.ColumnsLineReader;

/** The sentences of a file in order; what is malformed is treated as the mode says. */
final class ConllSentences implements Iterator<ConllSentence> {
  private static final Logger LOG = LoggerFactory.getLogger(ConllSentences.class);
  private static final String DOCUMENT_START = "-DOCSTART-";

  private final ColumnsLineReader lines;
  private final ConllOptions options;
  private final LongAccumulator malformed;
  private final int maxTokens;
  private final List<ColumnsLine.Token> tokens = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String problem;
  private boolean documentBegun;
  private boolean documentStartPending;
  private int document;
  private int number;
  private boolean warned;
  private ConllSentence next;

  ConllSentences(ColumnsLineReader lines, ConllOptions options, LongAccumulator malformed) {
    this.lines = lines;
    this.options = options;
    this.malformed = malformed;
    this.maxTokens = options.format().maxTokens();
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      if (documentStartPending) {
        beginDocument();
      } else if (!readSentence()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ConllSentence next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ConllSentence sentence = next;
    next = null;
    return sentence;
  }

  private void beginDocument() {
    documentStartPending = false;
    document += documentBegun ? 1 : 0;
    documentBegun = true;
    if (options.keepDocumentStarts()) {
      ColumnsLine.Token marker =
          new ColumnsLine.Token(DOCUMENT_START, "O", List.of(lines.text().split("[ \t]+")));
      next = new ConllSentence(document, number++, List.of(marker), null);
    }
  }

  /** Reads lines up to the end of a sentence; false after the last line. */
  private boolean readSentence() {
    ColumnsLine line = lines.next();
    if (!warned) {
      warned = true;
      lines.warning().ifPresent(LOG::warn);
    }
    while (line != null) {
      if (line instanceof ColumnsLine.Blank) {
        if (endSentence()) {
          return true;
        }
      } else if (line instanceof ColumnsLine.DocumentStart) {
        documentStartPending = true;
        endSentence();
        return true;
      } else {
        take(line);
      }
      line = lines.next();
    }
    return endSentence();
  }

  private void take(ColumnsLine line) {
    if (line instanceof ColumnsLine.Token token) {
      add(token);
    } else if (line instanceof ColumnsLine.EmptyToken empty) {
      add(new ColumnsLine.Token(ColumnsLine.EmptyToken.TOKEN, empty.tag(), empty.fields()));
    } else if (line instanceof ColumnsLine.Malformed bad) {
      complain(bad.found(), bad.wanted());
    }
  }

  private void add(ColumnsLine.Token token) {
    int wanted = options.columns().size();
    if (wanted > 0 && token.fields().size() != wanted) {
      complain(token.fields().size() + " columns", wanted + ", as the option columns names them");
    } else if (tokens.size() == maxTokens) {
      complain(
          "a sentence of more than " + maxTokens + " tokens", "a blank line between sentences");
    } else {
      tokens.add(token);
      keepText();
    }
  }

  private void complain(String found, String wanted) {
    if (options.mode() == MalformedMode.FAILFAST) {
      throw lines.error(found, wanted);
    }
    if (problem == null) {
      problem = lines.place() + ": found " + found + ", wanted " + wanted;
    }
    keepText();
  }

  private void keepText() {
    if (options.mode() == MalformedMode.PERMISSIVE) {
      text.append(text.isEmpty() ? "" : "\n").append(lines.text());
    }
  }

  /** Makes the lines taken a sentence, if there are any that count. */
  private boolean endSentence() {
    if (tokens.isEmpty() && problem == null) {
      return false;
    }
    documentBegun = true;
    if (problem == null) {
      next = new ConllSentence(document, number, List.copyOf(tokens), null);
    } else {
      malformed.add(1);
      LOG.warn("{}; the sentence is {}.", problem, fate());
      if (options.mode() == MalformedMode.PERMISSIVE) {
        next = new ConllSentence(document, number, null, text.toString());
      }
    }
    number++;
    tokens.clear();
    text.setLength(0);
    problem = null;
    return next != null;
  }

  private String fate() {
    return options.mode() == MalformedMode.PERMISSIVE ? "a corrupt record" : "left out";
  }
}
