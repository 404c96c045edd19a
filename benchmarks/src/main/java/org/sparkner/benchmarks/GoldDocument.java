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

package org.sparkner.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The raw text of a document of a Universal Dependencies treebank, with the tokens and sentences
 * that its annotators saw in it.
 *
 * <p>Forms are joined by a space unless {@code SpaceAfter=No}, paragraphs by a blank line. The
 * tokens are the words of the treebank where their forms make up the written one, so that {@code
 * don't} is {@code do} and {@code n't}; else the written form is one token.
 *
 * @param text the text
 * @param tokens the tokens, as {@link #span spans}
 * @param sentences from the first to the last token of each sentence, as spans
 */
record GoldDocument(String text, Set<Long> tokens, Set<Long> sentences) {

  /** Two UTF-16 offsets in one number. */
  static long span(int begin, int end) {
    return (long) begin << 32 | end;
  }

  /** Reads all documents of a CoNLL-U file, which may be packed with gzip. */
  static List<GoldDocument> read(Path conllu) throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    try (InputStream file = Files.newInputStream(conllu);
        InputStream bytes = conllu.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      Builder builder = new Builder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("# newdoc")) {
          builder.addTo(documents);
          builder = new Builder();
        } else {
          builder.line(line);
        }
      }
      builder.addTo(documents);
    }
    return documents;
  }

  private static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final Set<Long> tokens = new HashSet<>();
    private final Set<Long> sentences = new HashSet<>();
    private final List<String> parts = new ArrayList<>();
    private String written;
    private String writtenMisc;
    private int partsLeft;
    private int sentenceBegin = -1;
    private int sentenceEnd;

    void line(String line) {
      if (line.isEmpty()) {
        endSentence();
      } else if (line.startsWith("# newpar") && !text.isEmpty()) {
        text.append("\n\n");
      } else if (line.charAt(0) != '#') {
        word(line.split("\t", -1));
      }
    }

    private void word(String[] columns) {
      String id = columns[0];
      String form = columns[1];
      String misc = columns[9];
      if (id.contains(".")) {
        return;
      }
      int dash = id.indexOf('-');
      if (dash > 0) {
        written = form;
        writtenMisc = misc;
        partsLeft =
            Integer.parseInt(id.substring(dash + 1)) - Integer.parseInt(id.substring(0, dash)) + 1;
        parts.clear();
      } else if (partsLeft > 0) {
        parts.add(form);
        if (--partsLeft == 0) {
          append(String.join("", parts).equals(written) ? parts : List.of(written), writtenMisc);
        }
      } else {
        append(List.of(form), misc);
      }
    }

    private void append(List<String> forms, String misc) {
      if (sentenceBegin < 0) {
        sentenceBegin = text.length();
      }
      for (String form : forms) {
        tokens.add(span(text.length(), text.length() + form.length()));
        text.append(form);
      }
      sentenceEnd = text.length();
      if (!misc.contains("SpaceAfter=No")) {
        text.append(' ');
      }
    }

    private void endSentence() {
      if (sentenceBegin >= 0) {
        sentences.add(span(sentenceBegin, sentenceEnd));
        sentenceBegin = -1;
      }
    }

    void addTo(List<GoldDocument> documents) {
      endSentence();
      if (!tokens.isEmpty()) {
        documents.add(new GoldDocument(text.toString(), tokens, sentences));
      }
    }
  }
}
