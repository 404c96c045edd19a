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

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sparkner.corpus.CorpusFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.tags.TagScheme;

/**
 * Counts what the readers find: {@code CorpusCounts FORMAT FILE…} prints sentences, tokens and
 * entities of each file as a row of a table, and on stderr what was odd.
 */
public final class CorpusCounts {
  private CorpusCounts() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length < 2) {
      throw new IllegalArgumentException("Wanted a format (conll, conllu, jsonl) and files.");
    }
    CorpusFormat format = CorpusFormat.named(arguments[0]);
    out.println("| file | sentences | tokens | entities | scheme |");
    out.println("|---|---|---|---|---|");
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      List<LabeledSentence> sentences = new ArrayList<>();
      try (CorpusReader reader = CorpusReader.open(Path.of(file), format, System.err::println)) {
        reader.forEachRemaining(sentences::add);
      }
      TagScheme scheme = TagScheme.detect(sentences.stream().map(LabeledSentence::tags).toList());
      long tokens = sentences.stream().mapToLong(LabeledSentence::size).sum();
      long entities =
          scheme == TagScheme.PLAIN
              ? 0
              : sentences.stream().mapToLong(s -> TagScheme.spans(s.tags()).size()).sum();
      out.printf(
          Locale.ROOT,
          "| %s | %,d | %,d | %,d | %s |%n",
          file,
          sentences.size(),
          tokens,
          entities,
          scheme);
    }
  }
}
