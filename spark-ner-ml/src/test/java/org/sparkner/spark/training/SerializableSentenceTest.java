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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SilverLabels;
import org.sparkner.corpus.Supervision;
import org.sparkner.tags.LabelSet;
import org.sparkner.tags.PathDistribution;
import org.sparkner.text.Context;
import scala.reflect.ClassTag$;

class SerializableSentenceTest {
  private static final LabeledSentence SENTENCE =
      new LabeledSentence(
          List.of("Zoë", "\uD83D\uDE00", "broken\uD800", "x".repeat(2 * 21_845)),
          List.of("B-PER", "O", "O", "O".repeat(200_000)),
          List.of("PROPN", "SYM", "", "X"));

  static List<Serializer> serializers() {
    SparkConf conf = new SparkConf(false);
    return List.of(new JavaSerializer(conf), new KryoSerializer(conf));
  }

  private static LabeledSentence sent(LabeledSentence sentence, Serializer serializer) {
    return carried(sentence, serializer).sentence();
  }

  private static SerializableSentence carried(LabeledSentence sentence, Serializer serializer) {
    var type = ClassTag$.MODULE$.<SerializableSentence>apply(SerializableSentence.class);
    var instance = serializer.newInstance();
    return instance.deserialize(instance.serialize(SerializableSentence.of(sentence), type), type);
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void arrivesAsItIs(Serializer serializer) {
    LabeledSentence plain = new LabeledSentence(List.of("a"), List.of("O"));

    assertThat(sent(SENTENCE, serializer)).isEqualTo(SENTENCE);
    assertThat(sent(plain, serializer)).isEqualTo(plain);
    LabeledSentence partial =
        SENTENCE.withSupervision(new Supervision(Set.of("LOC", "MISC"), 0.25));
    assertThat(sent(partial, serializer)).isEqualTo(partial);
    LabelSet labels = LabelSet.bioes(List.of("LOC", "PER"));
    SilverLabels silver = new SilverLabels(labels, PathDistribution.certain(0, 4, 0, 8));
    LabeledSentence taught = SENTENCE.withSupervision(Supervision.of(silver, 0.5));
    assertThat(sent(taught, serializer)).isEqualTo(taught);
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void leavesItsDocumentBehind(Serializer serializer) {
    List<LabeledSentence> document =
        LabeledSentence.ofDocument(
            Collections.nCopies(2, new LabeledSentence(List.of("a", "b"), List.of("O", "O"))));

    assertThat(sent(document.get(1), serializer).context())
        .isEqualTo(Context.alone(List.of("a", "b")));
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void findsItsNeighboursOfTheDocumentAgain(Serializer serializer) {
    LabeledSentence one = new LabeledSentence(List.of("a", "b"), List.of("O", "O"));
    List<LabeledSentence> first = LabeledSentence.ofDocument(Collections.nCopies(4, one));
    List<LabeledSentence> second = LabeledSentence.ofDocument(Collections.nCopies(2, one));

    List<LabeledSentence> found =
        SerializableSentence.documents(
            Stream.of(first.get(0), first.get(1), first.get(3), second.get(0), second.get(1), one)
                .map(sentence -> carried(sentence, serializer))
                .toList());

    assertThat(found)
        .extracting(LabeledSentence::context)
        .containsExactly(
            first(2, 0), first(2, 2), first(1, 0), first(2, 0), first(2, 2), first(1, 0));
    assertThat(found).extracting(LabeledSentence::tokens).containsOnly(one.tokens());
  }

  /** In so many sentences of the two tokens, before so many tokens. */
  private static Context first(int sentences, int begin) {
    List<String> tokens = new ArrayList<>();
    Collections.nCopies(sentences, List.of("a", "b")).forEach(tokens::addAll);
    return new Context(tokens, begin);
  }

  @Test
  void keepsASentenceOnOneMachineWithoutACopy() {
    assertThat(SerializableSentence.of(SENTENCE).sentence()).isSameAs(SENTENCE);
  }
}
