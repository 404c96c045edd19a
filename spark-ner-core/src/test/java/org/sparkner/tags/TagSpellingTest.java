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

package org.sparkner.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagSpellingTest {
  /** Enough spans for every spelling to be told. */
  private static final List<String> BEGINNING =
      List.of("B-X", "I-X", "E-X", "O", "S-Y", "B-Y", "E-Y");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B-PER L-PER O U-LOC",
        "B-PER E-PER O S-LOC",
        "B-PER E-PER O W-LOC",
        "b-PER e-PER o s-LOC",
        "B_PER E_PER O S_LOC",
        "B:PER E:PER O S:LOC",
        "B–PER E–PER O S–LOC",
        "PER-B PER-E O LOC-S",
        "PER_b PER_l - LOC_u",
        "B-PER E-PER 0 S-LOC",
        "B-PER E-PER - S-LOC",
        "B-PER E-PER _ S-LOC",
        "B-PER E-PER OUT S-LOC",
        "B-PER E-PER other S-LOC",
        "b_PER l_PER 0 u_LOC",
      })
  void chunksAreReadInEverySpelling(String tags) {
    assertThat(read(tags)).isEqualTo("B-PER E-PER O S-LOC");
  }

  @ParameterizedTest
  @CsvSource({
    "B M E O S, B I E O S",
    "B I L O U, B I E O S",
    "B I I O B, B I I O B",
    "b i i o b, b i i o b",
    "B I I 0 B, B I I O B",
    "I I I O I, I I I O I",
    "B M E W B, B I E S B",
  })
  void aLetterAloneIsAChunkOfTheOnlyType(String tags, String expected) {
    String typed =
        expected.toUpperCase(Locale.ROOT).replaceAll("[BIES]", "$0-" + TagSpelling.ONLY_TYPE);

    assertThat(read(tags)).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NNP VBZ NN -LRB- , .",
        "DET NOUN PUNCT X _",
        "O PER PER O LOC",
        "O E-MAIL O PER U-BAHN O",
        "O VITAMIN-B O DRUG O O",
        "S SP E RD B V I FS S E",
        "N O S Z L M V O U E",
        "n-s---mn- v3siia--- l-s---mg- u-------- n-p---mn- d-------- m--------",
        "JJ-TL NN-HL NP PPS+BEZ AT",
        "0 1 0 1",
        "0 0",
        "O 1 2",
        "PUNCT O NOUN B ADP",
      })
  void plainLabelsStayAsTheyAre(String tags) {
    TagCounts counts = TagCounts.of(List.of(List.of(tags.split(" "))));

    assertThat(counts.spelling()).isEqualTo(TagSpelling.PLAIN);
    assertThat(counts.odd()).isEmpty();
    assertThat(read(tags)).isEqualTo(tags);
  }

  @ParameterizedTest
  @CsvSource({
    "B-PER I-PER O LOC, LOC",
    "B-PER I-PER O X-LOC B-LOC, X-LOC",
    "B-PER I-PER O B- B-LOC, B-",
    "B-PER O-PER, O-PER",
    "B-PER I-PER O B, B",
    "B-PER L-PER O Q-LOC, Q-LOC",
    "PER-B PER-I O PER, PER",
    "B I O O B I I O B X, X",
    "O O O O O O PER LOC PER B-LOC, PER",
    "B-PER I-PER O OTHER, OTHER",
    "B-PER I-PER O [PAD], [PAD]",
  })
  void aTagThatIsNoneWhereChunksWereMeantIsOdd(String tags, String odd) {
    TagCounts counts = TagCounts.of(List.of(List.of(tags.split(" "))));

    if (odd.equals("PER") && tags.startsWith("O O")) {
      assertThat(counts.odd()).hasValueSatisfying(tag -> assertThat(tag).isIn("PER", "LOC"));
    } else {
      assertThat(counts.odd()).contains(odd);
    }
    assertThat(counts.spelling()).isEqualTo(TagSpelling.PLAIN);
  }

  @Test
  void whatIsKnownToBeChunksNeedsNoLetterThatTellsIt() {
    TagCounts counts = TagCounts.of(List.of(List.of("O", "LOC-B", "O")));

    assertThat(counts.spelling()).isEqualTo(TagSpelling.PLAIN);
    assertThat(counts.spellingOfChunks().orElseThrow().read("LOC-B")).isEqualTo("B-LOC");
  }

  @ParameterizedTest
  @CsvSource({"PER-I O LOC-I, I-PER O I-LOC", "PER_B LOC_B 0 ORG_B, B-PER B-LOC O B-ORG"})
  void severalTypesWithTheLetterThatBeginsAChunkAreChunks(String tags, String expected) {
    assertThat(read(tags)).isEqualTo(expected);
  }

  @Test
  void partsOfADataSetTellTogether() {
    TagCounts counts = TagCounts.of(List.of(List.of("O", "LOC-B", "O")));
    counts.merge(TagCounts.of(List.of(List.of("PER-B", "PER-I"))));

    assertThat(counts.spelling().read("LOC-B")).isEqualTo("B-LOC");
  }

  @Property
  void theSpansOfAnySequenceAreThoseOfItsEverySpelling(
      @ForAll("spans") List<Span> spans, @ForAll("spellings") UnaryOperator<String> spelling) {
    int length = spans.isEmpty() ? 1 : spans.get(spans.size() - 1).end() + 1;
    for (TagScheme scheme : List.of(TagScheme.IOB1, TagScheme.IOB2, TagScheme.BIOES)) {
      List<String> tags = scheme.tags(spans, length);
      List<List<String>> written =
          List.of(BEGINNING.stream().map(spelling).toList(), tags.stream().map(spelling).toList());

      TagSpelling found = TagCounts.of(written).spelling();

      assertThat(TagScheme.spans(found.read(written.get(1)))).isEqualTo(spans);
      assertThat(found.read(written.get(1))).isEqualTo(tags);
    }
  }

  @Property
  void whatWasReadIsReadAgainAsItIs(
      @ForAll("spans") List<Span> spans, @ForAll("spellings") UnaryOperator<String> spelling) {
    int length = spans.isEmpty() ? 1 : spans.get(spans.size() - 1).end() + 1;
    List<String> written = new ArrayList<>(BEGINNING.stream().map(spelling).toList());
    TagScheme.BIOES.tags(spans, length).stream().map(spelling).forEach(written::add);

    List<String> once = TagCounts.of(List.of(written)).spelling().read(written);

    assertThat(TagCounts.of(List.of(once)).spelling().read(once)).isEqualTo(once);
  }

  private static String read(String tags) {
    List<String> written = List.of(tags.split(" "));
    return String.join(" ", TagCounts.of(List.of(written)).spelling().read(written));
  }

  @Provide
  static Arbitrary<List<Span>> spans() {
    Arbitrary<int[]> piece =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(1, 4),
                Arbitraries.integers().between(0, 3))
            .as((gap, length, type) -> new int[] {gap, length, type});
    return piece.array(int[][].class).ofMaxSize(8).map(TagSpellingTest::assemble);
  }

  private static List<Span> assemble(int[][] pieces) {
    List<Span> spans = new ArrayList<>();
    int end = 0;
    for (int[] piece : pieces) {
      int begin = end + piece[0];
      end = begin + piece[1];
      spans.add(new Span(begin, end, List.of("X", "PER", "a-b", "MISC_2").get(piece[2])));
    }
    return spans;
  }

  /** All combinations of letters, case, mark, place and outside. */
  @Provide
  static Arbitrary<UnaryOperator<String>> spellings() {
    return Combinators.combine(
            Arbitraries.of("BIES", "BILU", "BMES", "BMEW", "bies", "bilu", "BiLs"),
            Arbitraries.of("-", "_", ":", "/", "–"),
            Arbitraries.of(true, false),
            Arbitraries.of("O", "o", "0", "-", "_", "OUT", "other"))
        .as(
            (letters, mark, before, outside) ->
                tag -> {
                  if (tag.equals("O")) {
                    return outside;
                  }
                  char letter = letters.charAt("BIES".indexOf(tag.charAt(0)));
                  String type = tag.substring(2);
                  return before ? letter + mark + type : type + mark + letter;
                });
  }
}
