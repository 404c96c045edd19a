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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.LoadedVectors;
import org.sparkner.lexicon.WordVectorsReader;

/**
 * Times the reading of word vectors and of a lexicon of all their words: {@code VectorLoading FILE
 * [ROUNDS]}. CPU seconds are those of the reading thread; the first round runs before the JVM has
 * compiled the loops.
 */
public final class VectorLoading {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private VectorLoading() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    for (int round = 1; round <= rounds; round++) {
      long start = System.nanoTime();
      long cpuStart = THREADS.getCurrentThreadCpuTime();
      LoadedVectors loaded = WordVectorsReader.read(Path.of(arguments[0]));
      double vectorSeconds = (System.nanoTime() - start) / 1e9;
      double vectorCpu = (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e9;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new Lexicon(loaded.vectors().words(), new int[] {'a'}).writeTo(bytes);
      cpuStart = THREADS.getCurrentThreadCpuTime();
      Lexicon lexicon = Lexicon.readFrom(new ByteArrayInputStream(bytes.toByteArray()));
      double lexiconCpu = (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e9;
      if (round == 1) {
        out.println(loaded.report().summary());
        loaded.report().examples().forEach(out::println);
      }
      out.printf(
          Locale.ROOT,
          "round %d vectors_s=%.2f vectors_cpu_s=%.2f lexicon_words=%d lexicon_bytes=%d"
              + " lexicon_cpu_s=%.3f%n",
          round,
          vectorSeconds,
          vectorCpu,
          lexicon.wordRows() - 1,
          bytes.size(),
          lexiconCpu);
    }
  }
}
