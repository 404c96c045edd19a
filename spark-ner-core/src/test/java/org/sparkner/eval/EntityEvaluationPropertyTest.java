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

package org.sparkner.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sparkner.tags.Span;
import org.sparkner.tags.TagScheme;

class EntityEvaluationPropertyTest {
  private static final int TRIES = 200;

  private record Pair(List<String> gold, List<String> predicted) {}

  @Property(tries = TRIES)
  void correctSpansAreThoseThatBothReadingsHold(@ForAll("corpora") List<Pair> corpus) {
    long correct = 0;
    for (Pair pair : corpus) {
      Set<Span> gold = new HashSet<>(TagScheme.spans(pair.gold));
      gold.retainAll(TagScheme.spans(pair.predicted));
      correct += gold.size();
    }

    assertThat(evaluate(corpus).scores().overall().correct()).isEqualTo(correct);
  }

  @Property(tries = TRIES)
  void partsMergeToTheWholeInAnyOrder(@ForAll("corpora") List<Pair> corpus, @ForAll long seed) {
    List<Pair> shuffled = new ArrayList<>(corpus);
    Collections.shuffle(shuffled, new Random(seed));
    int middle = shuffled.size() / 2;
    EntityEvaluation merged =
        evaluate(shuffled.subList(middle, shuffled.size()))
            .merge(evaluate(shuffled.subList(0, middle)));
    EntityEvaluation whole = evaluate(corpus);

    assertThat(merged.scores()).isEqualTo(whole.scores());
    assertThat(merged.confusion()).isEqualTo(whole.confusion());
    assertThat(merged.f1Interval(20, 3)).isEqualTo(whole.f1Interval(20, 3));
  }

  @Property(tries = TRIES)
  void everySpanHasExactlyOneFate(@ForAll("corpora") List<Pair> corpus) {
    EntityEvaluation evaluation = evaluate(corpus);
    TypeConfusion confusion = evaluation.confusion();

    for (Map.Entry<String, Counts> entry : evaluation.scores().byType().entrySet()) {
      String type = entry.getKey();
      long matchedGold = sum(confusion.matched().getOrDefault(type, Collections.emptySortedMap()));
      long matchedPredicted =
          confusion.matched().keySet().stream().mapToLong(g -> confusion.matched(g, type)).sum();

      assertThat(matchedGold + at(confusion.goldOverlapped(), type) + at(confusion.missed(), type))
          .isEqualTo(entry.getValue().gold());
      assertThat(
              matchedPredicted
                  + at(confusion.predictedOverlapping(), type)
                  + at(confusion.spurious(), type))
          .isEqualTo(entry.getValue().predicted());
      assertThat(confusion.matched(type, type)).isEqualTo(entry.getValue().correct());
    }
  }

  @Property(tries = TRIES)
  void theSchemeThatSpansAreWrittenInDoesNotMatter(
      @ForAll("corpora") List<Pair> corpus, @ForAll("chunkSchemes") TagScheme scheme) {
    EntityEvaluation converted = new EntityEvaluation(SpanReading.CONLLEVAL);
    corpus.forEach(pair -> converted.add(pair.gold, scheme.convert(pair.predicted)));

    assertThat(converted.scores().byType()).isEqualTo(evaluate(corpus).scores().byType());
  }

  @Property(tries = TRIES)
  void strictReadingsAgreeWithConllevalOnWellFormedTags(@ForAll("corpora") List<Pair> corpus) {
    for (TagScheme scheme : List.of(TagScheme.IOB2, TagScheme.BIOES)) {
      EntityEvaluation strict = new EntityEvaluation(SpanReading.strict(scheme));
      corpus.forEach(pair -> strict.add(scheme.convert(pair.gold), scheme.convert(pair.predicted)));

      assertThat(strict.scores().byType()).isEqualTo(evaluate(corpus).scores().byType());
    }
  }

  @Property(tries = TRIES)
  void theIntervalIsWithinItsRangeAndTheSameForTheSameSeed(@ForAll("corpora") List<Pair> corpus) {
    Interval interval = evaluate(corpus).f1Interval(50, 9);

    assertThat(interval).isEqualTo(evaluate(corpus).f1Interval(50, 9));
    assertThat(interval.low()).isBetween(0.0, interval.high());
    assertThat(interval.high()).isLessThanOrEqualTo(1);
  }

  @Provide
  Arbitrary<List<Pair>> corpora() {
    Arbitrary<String> tags =
        Arbitraries.of("O", "B-A", "I-A", "E-A", "S-A", "B-B", "I-B", "E-B", "S-B", "O");
    return Arbitraries.integers()
        .between(1, 8)
        .flatMap(
            length ->
                tags.list()
                    .ofSize(length)
                    .flatMap(
                        gold -> tags.list().ofSize(length).map(other -> new Pair(gold, other))))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<TagScheme> chunkSchemes() {
    return Arbitraries.of(TagScheme.IOB1, TagScheme.IOB2, TagScheme.BIOES);
  }

  private static EntityEvaluation evaluate(List<Pair> corpus) {
    EntityEvaluation evaluation = new EntityEvaluation(SpanReading.CONLLEVAL);
    corpus.forEach(pair -> evaluation.add(pair.gold, pair.predicted));
    return evaluation;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long at(Map<String, Long> counts, String type) {
    return counts.getOrDefault(type, 0L);
  }
}
