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
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.sparkner.corpus.CorpusFormat;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SilverLabels;
import org.sparkner.corpus.Supervision;
import org.sparkner.model.ModelReader;
import org.sparkner.model.NeuralModel;
import org.sparkner.tagger.SilverSentence;
import org.sparkner.tagger.Tagger;
import org.sparkner.train.IndexedShard;
import org.sparkner.train.ShardIndexer;
import org.sparkner.train.TrainingOptions;

/**
 * Measures what sentences that a teacher tagged take of a student's memory: {@code SilverMemory
 * MODEL DATA}, a network and a file of CoNLL columns, whose labels are not read. Bytes of the heap
 * after collections of garbage, each a token: of the sentences, as they are read from a silver
 * table, and of their ids, which the student trains on.
 *
 * @param sentences that were tagged
 * @param tokens of all sentences
 * @param sentenceBytes of all sentences, without the strings of their tokens and tags
 * @param indexBytes of what they become
 */
record SilverMemory(int sentences, long tokens, long sentenceBytes, long indexBytes) {
  private static final int COLLECTIONS = 4;

  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Wanted a model and a file of CoNLL columns.");
    }
    List<List<String>> sentences =
        CorpusReader.readAll(Path.of(arguments[1]), CorpusFormat.named("conll")).stream()
            .map(LabeledSentence::tokens)
            .toList();
    NeuralModel teacher = (NeuralModel) ModelReader.read(Path.of(arguments[0]));
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(of(teacher, sentences));
  }

  static SilverMemory of(NeuralModel teacher, List<List<String>> sentences) {
    List<SilverSentence> tagged =
        Tagger.of(teacher).silverDocuments(sentences.stream().map(List::of).toList()).stream()
            .flatMap(List::stream)
            .toList();
    Map<String, String> strings = new HashMap<>();
    for (SilverSentence sentence : tagged) {
      shared(sentence.tokens(), strings);
      shared(sentence.tags(), strings);
    }
    long begin = used();
    int[] ids = IntStream.range(0, teacher.labels().size()).toArray();
    List<LabeledSentence> silver = new ArrayList<>(tagged.size());
    for (SilverSentence sentence : tagged) {
      SilverLabels labels =
          new SilverLabels(teacher.labels(), sentence.paths().relabelled(ids)); // a copy
      silver.add(
          new LabeledSentence(shared(sentence.tokens(), strings), shared(sentence.tags(), strings))
              .withSupervision(Supervision.of(labels, 1)));
    }
    long read = used();
    ShardIndexer indexer =
        new ShardIndexer(TrainingOptions.DEFAULT, teacher.labels(), teacher.lexicon());
    silver.forEach(indexer::add);
    IndexedShard shard = indexer.shard();
    long indexed = used();
    long tokens = silver.stream().mapToLong(LabeledSentence::size).sum();
    Reference.reachabilityFence(tagged); // or it would be collected meanwhile
    return new SilverMemory(shard.sentences(), tokens, read - begin, indexed - read);
  }

  private static List<String> shared(List<String> words, Map<String, String> strings) {
    return words.stream().map(word -> strings.computeIfAbsent(word, same -> same)).toList();
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "sentences=%d tokens=%d sentence_bytes_token=%.1f index_bytes_token=%.1f",
        sentences,
        tokens,
        (double) sentenceBytes / tokens,
        (double) indexBytes / tokens);
  }
}
