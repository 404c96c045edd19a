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

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;
import org.sparkner.text.AnalyzedSentence;
import org.sparkner.text.TextAnalyzer;

/**
 * Compares the text analyzers, and OpenNLP's English models, with the tokens and sentences of a
 * treebank's raw text: precision, recall and F1 of exact spans, and tokens a CPU second on one
 * thread (the median over rounds through all documents, after as many to warm up).
 *
 * <p>Arguments: the CoNLL-U file, and the rounds (40 if left out).
 */
public final class TokenizationBenchmark {
  private static final String SENTENCE_MODEL = "/opennlp-en-ud-ewt-sentence-1.2-2.5.0.bin";
  private static final String TOKEN_MODEL = "/opennlp-en-ud-ewt-tokens-1.2-2.5.0.bin";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TokenizationBenchmark() {}

  /** Takes the spans that an analyzer finds. */
  private interface Spans {
    void token(int begin, int end);

    void sentence(int begin, int end);
  }

  private interface Splitter {
    void split(String text, Spans spans);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 2) {
      throw new IllegalArgumentException("Wanted a CoNLL-U file and perhaps a number of rounds.");
    }
    List<GoldDocument> documents = GoldDocument.read(Path.of(arguments[0]));
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("| | token P | R | F1 | sentence P | R | F1 | tokens per CPU second |");
    out.println("|---|---|---|---|---|---|---|---|");
    measure("en", analyzer("en"), documents, rounds, out);
    measure("und", analyzer("und"), documents, rounds, out);
    measure("OpenNLP", openNlp(), documents, rounds, out);
  }

  private static Splitter analyzer(String language) {
    TextAnalyzer analyzer = TextAnalyzer.forLanguage(language);
    return (text, spans) -> {
      for (AnalyzedSentence sentence : analyzer.analyze(text)) {
        spans.sentence(sentence.begin(), sentence.end());
        for (int i = 0; i < sentence.size(); i++) {
          spans.token(sentence.begin(i), sentence.end(i));
        }
      }
    };
  }

  private static Splitter openNlp() throws IOException {
    SentenceDetectorME detector;
    TokenizerME tokenizer;
    try (InputStream sentences = TokenizationBenchmark.class.getResourceAsStream(SENTENCE_MODEL);
        InputStream tokens = TokenizationBenchmark.class.getResourceAsStream(TOKEN_MODEL)) {
      detector = new SentenceDetectorME(new SentenceModel(sentences));
      tokenizer = new TokenizerME(new TokenizerModel(tokens));
    }
    return (text, spans) -> {
      int begin = 0;
      for (String paragraph : text.split("(?<=\n\n)")) {
        for (Span sentence : detector.sentPosDetect(paragraph)) {
          int offset = begin + sentence.getStart();
          spans.sentence(offset, begin + sentence.getEnd());
          for (Span token : tokenizer.tokenizePos(sentence.getCoveredText(paragraph).toString())) {
            spans.token(offset + token.getStart(), offset + token.getEnd());
          }
        }
        begin += paragraph.length();
      }
    };
  }

  private static void measure(
      String name, Splitter splitter, List<GoldDocument> documents, int rounds, PrintStream out) {
    Counts tokens = new Counts();
    Counts sentences = new Counts();
    for (GoldDocument document : documents) {
      Collector found = new Collector();
      splitter.split(document.text(), found);
      tokens.add(document.tokens(), found.tokens);
      sentences.add(document.sentences(), found.sentences);
    }
    double[] speeds = new double[rounds];
    for (int round = -rounds; round < rounds; round++) {
      Counter counter = new Counter();
      long start = THREADS.getCurrentThreadCpuTime();
      for (GoldDocument document : documents) {
        splitter.split(document.text(), counter);
      }
      double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
      if (round >= 0) {
        speeds[round] = counter.tokens / seconds;
      }
    }
    Arrays.sort(speeds);
    out.printf(
        Locale.ROOT, "| %s | %s | %s | %,.0f |%n", name, tokens, sentences, speeds[rounds / 2]);
  }

  private static final class Collector implements Spans {
    private final Set<Long> tokens = new HashSet<>();
    private final Set<Long> sentences = new HashSet<>();

    @Override
    public void token(int begin, int end) {
      tokens.add(GoldDocument.span(begin, end));
    }

    @Override
    public void sentence(int begin, int end) {
      sentences.add(GoldDocument.span(begin, end));
    }
  }

  private static final class Counter implements Spans {
    private long tokens;

    @Override
    public void token(int begin, int end) {
      tokens++;
    }

    @Override
    public void sentence(int begin, int end) {}
  }

  /** Spans that were right, found and expected. */
  private static final class Counts {
    private long right;
    private long found;
    private long expected;

    void add(Set<Long> gold, Set<Long> predicted) {
      right += predicted.stream().filter(gold::contains).count();
      found += predicted.size();
      expected += gold.size();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.2f | %.2f | %.2f",
          100.0 * right / found,
          100.0 * right / expected,
          200.0 * right / (found + expected));
    }
  }
}
