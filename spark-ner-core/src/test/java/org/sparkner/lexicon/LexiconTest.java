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

package org.sparkner.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
  private static final int[] CHARACTERS = {'a', 'é', 0x1F600};

  @ParameterizedTest
  @CsvSource({
    "Paris, 1",
    "paris, 2",
    "PARIS, 2",
    "1999, 3",
    "2024, 4",
    "MH17, 5",
    "mh17, 5",
    "१९९९, 4",
    "ÅNGSTRÖM, 6",
    "New\u00A0York, 7",
    "Rome, 0",
    "mh, 0"
  })
  void aTokenIsFoundAsItIsThenLowerCasedThenWithItsDigitsAsZero(String token, int row) {
    Lexicon lexicon =
        new Lexicon(
            List.of("Paris", "paris", "1999", "0000", "mh00", "ångström", "New\u00A0York"),
            CHARACTERS);

    assertThat(lexicon.row(token)).isEqualTo(row);
  }

  @Test
  void rowsAndIdsFollowTheOrderGiven() {
    Lexicon lexicon = new Lexicon(List.of("b", "a"), CHARACTERS);

    assertThat(lexicon.wordRows()).isEqualTo(3);
    assertThat(lexicon.words()).containsExactly("b", "a");
    assertThat(lexicon.word(2)).isEqualTo("a");
    assertThat(lexicon.characterIds()).isEqualTo(5);
    assertThat(lexicon.characters()).isEqualTo(CHARACTERS);
    assertThat(lexicon.characterId('a')).isEqualTo(2);
    assertThat(lexicon.characterId(0x1F600)).isEqualTo(4);
    assertThat(lexicon.characterId('x')).isEqualTo(Lexicon.UNKNOWN_CHARACTER);
    assertThat(lexicon.characterId(Character.MAX_CODE_POINT)).isEqualTo(Lexicon.UNKNOWN_CHARACTER);
  }

  @Property
  void lookUpAgreesWithTheListForWordsThatCollideOften(
      @ForAll Set<@StringLength(max = 4) @CharRange(from = 'a', to = 'd') String> words,
      @ForAll List<@StringLength(max = 4) @CharRange(from = 'a', to = 'd') String> others) {
    List<String> list = new ArrayList<>(words);
    WordList packed = WordList.of(list);

    assertThat(packed).isEqualTo(list);
    for (String word : words) {
      assertThat(packed.find(word)).isEqualTo(list.indexOf(word));
    }
    for (String word : others) {
      assertThat(packed.find(word)).isEqualTo(list.indexOf(word));
    }
  }

  @Test
  void wordsOfOneHashCodeAreKeptApart() {
    List<String> words = List.of("AaAa", "BBBB", "AaBB", "BBAa");

    assertThat(words.stream().map(String::hashCode).distinct()).hasSize(1);
    assertThat(words.stream().map(WordList.of(words)::find)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void manyWordsAreFound() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      words.add(Integer.toString(i, 36));
    }
    WordList packed = WordList.of(words);

    for (int i = 0; i < words.size(); i++) {
      assertThat(packed.find(words.get(i))).isEqualTo(i);
    }
    assertThat(packed.find("not there")).isNegative();
  }

  @Test
  void wordsThatStandTwiceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lexicon(List.of("a", "a"), CHARACTERS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lexicon(List.of("a"), new int[] {'a', 'a'}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\uD83D", "\uDE00", "a\uD83Db"})
  void wordsThatAFileCannotHoldAreRefused(String word) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Lexicon(List.of(word), CHARACTERS));
  }
}
