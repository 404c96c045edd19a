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

package org.sparkner.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextTest {
  @Test
  void sentencesOfADocumentShareItsTokens() {
    List<Context> contexts = Context.of(List.of(List.of("a", "b"), List.of(), List.of("c")));

    assertThat(contexts).extracting(Context::begin).containsExactly(0, 2, 2);
    assertThat(contexts)
        .extracting(Context::tokens)
        .allMatch(tokens -> tokens == contexts.get(0).tokens())
        .first()
        .isEqualTo(List.of("a", "b", "c"));
  }

  @Test
  void aPlaceMayHoldAnotherSentenceOfItsLength() {
    Context second = Context.of(List.of(List.of("a", "b"), List.of("c", "d"), List.of("e"))).get(1);

    assertThat(second.withSentence(List.of("C", "D")))
        .isEqualTo(new Context(List.of("a", "b", "C", "D", "e"), 2));
    assertThat(second.tokens()).as("of the others").containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void aPartHoldsAsManyTokensAsItMay() {
    List<String> half = Collections.nCopies(Context.MOST_TOKENS / 2, "a");

    assertThat(Context.of(List.of(half, half, List.of("b"))))
        .extracting(Context::begin)
        .containsExactly(0, Context.MOST_TOKENS / 2, 0);
  }

  @Test
  void longDocumentsAreCutBetweenSentences() {
    List<String> most = Collections.nCopies(Context.MOST_TOKENS, "a");
    List<String> longer = Collections.nCopies(Context.MOST_TOKENS + 1, "b");

    List<Context> contexts = Context.of(List.of(List.of("x"), most, longer, List.of("y")));

    assertThat(contexts)
        .containsExactly(
            Context.alone(List.of("x")),
            Context.alone(most),
            Context.alone(longer),
            Context.alone(List.of("y")));
  }
}
