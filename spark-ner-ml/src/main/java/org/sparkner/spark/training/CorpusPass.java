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

package org.sparkner.spark.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.corpus.UnorderedFingerprint;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagSpelling;
import org.sparkner.train.Corpus;
import org.sparkner.train.CorpusSurvey;
import scala.Tuple2;

/**
 * Surveys labelled sentences on the executors. What comes to the driver grows with the vocabulary,
 * not with the number of sentences.
 */
final class CorpusPass {
  private final JavaRDD<SerializableSentence> sentences;
  private final Corpus corpus;
  private final Survey survey;
  private final TagSpelling spelling;

  private CorpusPass(
      JavaRDD<SerializableSentence> sentences, Corpus corpus, Survey survey, TagSpelling spelling) {
    this.sentences = sentences;
    this.corpus = corpus;
    this.survey = survey;
    this.spelling = spelling;
  }

  /** What a partition holds. */
  private static final class Part implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CorpusSurvey survey;
    private final UnorderedFingerprint fingerprint = new UnorderedFingerprint();
    private long documents;
    private transient SerializableSentence last;

    Part(CorpusSurvey survey) {
      this.survey = survey;
    }

    void add(SerializableSentence carried) {
      survey.add(carried.sentence());
      fingerprint.add(carried.sentence());
      documents += last == null || !carried.follows(last) ? 1 : 0;
      last = carried;
    }

    void merge(Part other) {
      documents += other.documents;
      survey.merge(other.survey);
      fingerprint.merge(other.fingerprint);
    }
  }

  /**
   * Reads all sentences, twice; three times if their tags are spelled otherwise than the model's or
   * there are silver ones.
   *
   * @param silver more sentences, with tags in BIOES or plain labels; null for none
   * @param valid sentences to look out for among them
   * @param reading what the tags are taken for
   * @param places tells where a tag stands, for messages; null to look for a sentence that has it
   */
  static CorpusPass over(
      JavaRDD<SerializableSentence> sentences,
      JavaRDD<SerializableSentence> silver,
      List<LabeledSentence> valid,
      TagReading reading,
      UnaryOperator<String> places) {
    CorpusSurvey none = CorpusSurvey.lookingOutFor(valid);
    Survey survey = survey(sentences, none);
    TagCounts tags = survey.all().survey.tags();
    TagSpelling spelling =
        reading.spelling(tags, places == null ? tag -> placeOf(tag, sentences) : places);
    boolean same = tags.tags().stream().allMatch(tag -> spelling.read(tag).equals(tag));
    if (same && silver == null) {
      return of(sentences, survey, spelling);
    }
    JavaRDD<SerializableSentence> gold =
        same ? sentences : sentences.map(sentence -> read(sentence, spelling));
    JavaRDD<SerializableSentence> read = silver == null ? gold : gold.union(silver);
    return of(read, survey(read, none), spelling);
  }

  /**
   * What all partitions hold.
   *
   * @param offsets how many sentences come before each
   * @param documents how many documents come before each; what of a document is in the next
   *     partition is another
   */
  private record Survey(Part all, long[] offsets, long[] documents) {}

  private static Survey survey(JavaRDD<SerializableSentence> sentences, CorpusSurvey none) {
    List<byte[]> parts = sentences.mapPartitions(part -> survey(part, none)).collect();
    long[] offsets = new long[parts.size()];
    long[] documents = new long[parts.size()];
    Part all = new Part(none.anew());
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = all.survey.sentences();
      documents[i] = all.documents;
      all.merge(JavaBytes.read(parts.get(i), Part.class));
    }
    return new Survey(all, offsets, documents);
  }

  private static CorpusPass of(
      JavaRDD<SerializableSentence> sentences, Survey survey, TagSpelling spelling) {
    Corpus corpus =
        new Corpus(
            survey.all().survey,
            words(indexed(sentences, survey.offsets())),
            survey.all().fingerprint.value());
    return new CorpusPass(sentences, corpus, survey, spelling);
  }

  private static SerializableSentence read(SerializableSentence carried, TagSpelling spelling) {
    return carried.withTags(spelling.read(carried.sentence().tags()));
  }

  private static String placeOf(String tag, JavaRDD<SerializableSentence> sentences) {
    SerializableSentence first =
        sentences.filter(carried -> carried.sentence().tags().contains(tag)).first();
    return TagReading.placeIn(first.sentence().tokens());
  }

  private static Iterator<byte[]> survey(
      Iterator<SerializableSentence> sentences, CorpusSurvey none) {
    Part part = new Part(none.anew());
    sentences.forEachRemaining(part::add);
    return List.of(JavaBytes.of(part)).iterator();
  }

  /** In the order of first occurrences, as though one machine had counted. */
  private static WordCounts words(JavaPairRDD<Long, SerializableSentence> sentences) {
    List<Tuple2<String, long[]>> counted =
        new ArrayList<>(
            sentences
                .mapPartitionsToPair(CorpusPass::count)
                .reduceByKey(
                    (a, b) ->
                        new long[] {a[0] + b[0], Math.min(a[1], b[1]), a[1] <= b[1] ? a[2] : b[2]})
                .collect());
    counted.sort(
        Comparator.comparingLong((Tuple2<String, long[]> word) -> word._2()[1])
            .thenComparingLong(word -> word._2()[2]));
    WordCounts counts = new WordCounts();
    counted.forEach(word -> counts.add(word._1(), word._2()[0]));
    return counts;
  }

  /** Of each word its count, and the sentence and the place in it where it is first. */
  private static Iterator<Tuple2<String, long[]>> count(
      Iterator<Tuple2<Long, SerializableSentence>> sentences) {
    Map<String, long[]> counts = new HashMap<>();
    sentences.forEachRemaining(
        sentence -> {
          int place = 0;
          for (String token : sentence._2().sentence().tokens()) {
            long[] first = {0, sentence._1(), place++};
            counts.computeIfAbsent(token, unused -> first)[0]++;
          }
        });
    return counts.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
        .iterator();
  }

  private static JavaPairRDD<Long, SerializableSentence> indexed(
      JavaRDD<SerializableSentence> sentences, long[] offsets) {
    long[] begins = Arrays.copyOf(offsets, offsets.length);
    return sentences
        .mapPartitionsWithIndex(
            (partition, part) -> new Indexing(begins[partition], false, part), true)
        .mapToPair(dealt -> new Tuple2<>(DealtPlace.unit(dealt._1()), dealt._2()));
  }

  /** Numbers sentences, or documents and the sentences in them. */
  private static final class Indexing implements Iterator<Tuple2<Long, SerializableSentence>> {
    private final boolean documents;
    private final Iterator<SerializableSentence> sentences;
    private long unit;
    private int within;
    private SerializableSentence last;

    Indexing(long first, boolean documents, Iterator<SerializableSentence> sentences) {
      this.unit = first - 1;
      this.documents = documents;
      this.sentences = sentences;
    }

    @Override
    public boolean hasNext() {
      return sentences.hasNext();
    }

    @Override
    public Tuple2<Long, SerializableSentence> next() {
      SerializableSentence sentence = sentences.next();
      boolean goesOn = documents && last != null && sentence.follows(last);
      unit += goesOn ? 0 : 1;
      within = goesOn ? within + 1 : 0;
      last = sentence;
      return new Tuple2<>(DealtPlace.of(unit, within), sentence);
    }
  }

  /** How the tags are spelled where they come from. */
  TagSpelling spelling() {
    return spelling;
  }

  Corpus corpus() {
    return corpus;
  }

  /**
   * The sentences with their {@linkplain DealtPlace places} in the corpus.
   *
   * @param documents whether what is dealt out together is a document; else it is a sentence
   */
  JavaPairRDD<Long, SerializableSentence> dealt(boolean documents) {
    long[] begins = documents ? survey.documents() : survey.offsets();
    return sentences
        .mapPartitionsWithIndex(
            (partition, part) -> new Indexing(begins[partition], documents, part), true)
        .mapToPair(pair -> pair);
  }
}
