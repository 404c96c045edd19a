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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sparkner.pretrained.ContextualVectors;
import org.sparkner.pretrained.EncoderFiles;
import org.sparkner.pretrained.PretrainedEncoder;

/**
 * Times the cutting of tokens into the pieces of an encoder: {@code PieceBenchmark TOKENIZER_JSON
 * TEXT}, a sentence a line in the text, whose tokens have white space between them. CPU of the
 * calling thread, the median of the rounds after the first: reading the tokenizer, the first pass
 * over the text, and another, which finds its words again.
 */
public final class PieceBenchmark {
  private static final int ROUNDS = 6;
  private static final int POSITIONS = 512;

  private PieceBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Wanted a tokenizer.json and a text.");
    }
    List<List<String>> sentences;
    try (var lines = Files.lines(Path.of(arguments[1]))) {
      sentences = lines.map(line -> List.of(line.strip().split("\\s+"))).toList();
    }
    EncoderFiles files =
        new EncoderFiles(new byte[0], Files.readAllBytes(Path.of(arguments[0])), new byte[0]);
    ContextualVectors vectors = new ContextualVectors("none", 1, POSITIONS, false);
    long tokens = sentences.stream().mapToLong(List::size).sum();
    double[][] seconds = new double[3][ROUNDS];
    long pieces = 0;
    for (int round = 0; round < ROUNDS; round++) {
      PretrainedEncoder encoder = new PretrainedEncoder(vectors, files, arguments[0], 0);
      double start = CpuTime.threadSeconds();
      encoder.pieceCounts(List.of());
      double loaded = CpuTime.threadSeconds();
      pieces = pieces(encoder, sentences);
      double first = CpuTime.threadSeconds();
      pieces(encoder, sentences);
      seconds[0][round] = loaded - start;
      seconds[1][round] = first - loaded;
      seconds[2][round] = CpuTime.threadSeconds() - first;
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .printf(
            Locale.ROOT,
            "tokens=%d pieces=%d load_cpu_ms=%.0f first_cpu_ns_token=%.0f again_cpu_ns_token=%.0f%n",
            tokens,
            pieces,
            median(seconds[0]) * 1e3,
            median(seconds[1]) * 1e9 / tokens,
            median(seconds[2]) * 1e9 / tokens);
  }

  private static long pieces(PretrainedEncoder encoder, List<List<String>> sentences) {
    long pieces = 0;
    for (List<String> sentence : sentences) {
      pieces += Arrays.stream(encoder.pieceCounts(sentence)).sum();
    }
    return pieces;
  }

  /** Without the first round, before which the JVM has compiled nothing. */
  private static double median(double[] values) {
    double[] sorted = Arrays.copyOfRange(values, 1, values.length);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
