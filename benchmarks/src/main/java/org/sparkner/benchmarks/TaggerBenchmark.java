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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sparkner.model.NerModel;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.TaggedSentence;
import org.sparkner.tagger.Tagger;

/**
 * The whole path from tokens to entities, words seen before: nanoseconds a token, and with {@code
 * -prof gc} bytes per token, which are results for the most part.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
public class TaggerBenchmark {
  private static final int SENTENCES = 1000;
  private static final int LENGTH = 20;

  @Param({"F32", "INT8"})
  private Precision precision;

  private Tagger tagger;
  private List<List<String>> sentences;

  /** Makes a model that nobody trained and sentences of its words. */
  @Setup
  public void make() {
    NerModel model = BenchmarkText.model();
    List<String> tokens = new ArrayList<>();
    BenchmarkText.sentences(model.lexicon(), SENTENCES * LENGTH).forEach(tokens::addAll);
    sentences = new ArrayList<>();
    for (int from = 0; from < SENTENCES * LENGTH; from += LENGTH) {
      sentences.add(tokens.subList(from, from + LENGTH));
    }
    tagger = Tagger.of(model, precision);
  }

  /** Tags, entities, confidences. */
  @Benchmark
  @OperationsPerInvocation(SENTENCES * LENGTH)
  public List<TaggedSentence> tag() {
    return tagger.tagSentences(sentences, false);
  }
}
