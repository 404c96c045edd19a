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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.BadModelException;

class LexiconFormatTest {
  @Test
  void theFileIsPlainText() throws IOException {
    Lexicon lexicon = new Lexicon(List.of("a b", "é", "\r"), new int[] {'a', 0x1F600});

    assertThat(new String(bytes(lexicon), StandardCharsets.UTF_8))
        .isEqualTo("spark-ner-lexicon 1 3 2 0 0 cased 0\n61 1f600\na b\né\n\r\n");
  }

  @Test
  void affixesStandBeforeTheWords() throws IOException {
    Affixes affixes = Affixes.of(WordCounts.of(List.of(List.of("an", "in"))), 2);
    Lexicon lexicon = new Lexicon(List.of("é"), new int[] {'a'}).withAffixes(affixes);

    assertThat(new String(bytes(lexicon), StandardCharsets.UTF_8))
        .isEqualTo("spark-ner-lexicon 1 1 1 1 0 cased 0\n61\n>n\né\n");
    assertThat(read(bytes(lexicon)).affixes().names()).containsExactly(">n");
    assertThat(read(bytes(lexicon)).words()).containsExactly("é");
  }

  @Test
  void partsOfSpeechStandBeforeTheWordsToo() throws IOException {
    Lexicon lexicon =
        new Lexicon(List.of("é"), new int[] {'a'})
            .withAttributeValues(
                AttributeValues.of(List.of("VERB", "NOUN", "VERB", "line\nbreak")));

    assertThat(new String(bytes(lexicon), StandardCharsets.UTF_8))
        .isEqualTo("spark-ner-lexicon 1 1 1 0 0 cased 2\n61\nNOUN\nVERB\né\n");
    AttributeValues read = read(bytes(lexicon)).attributeValues();
    assertThat(read.names()).containsExactly("NOUN", "VERB");
    assertThat(List.of(read.id("VERB"), read.id("ADJ"), read.id(null)))
        .containsExactly(2, AttributeValues.UNKNOWN, AttributeValues.UNKNOWN);
  }

  @Property(tries = 300)
  void anyLexiconIsReadAsWritten(@ForAll Set<String> words, @ForAll Set<Character> characters)
      throws IOException {
    List<String> held = new ArrayList<>(words);
    held.removeIf(word -> !LexiconFormat.holds(word));
    Lexicon lexicon = new Lexicon(held, characters.stream().mapToInt(c -> c).toArray());

    Lexicon read = read(bytes(lexicon));

    assertThat(read.words()).isEqualTo(lexicon.words());
    assertThat(read.characters()).isEqualTo(lexicon.characters());
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    byte[] whole = bytes(new Lexicon(List.of("ab", "é", "c"), new int[] {'a', 'b'}));

    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(part))
          .as("the first %d bytes", length)
          .isInstanceOf(BadModelException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "something else\n\n",
        "spark-ner-lexicon\n\n",
        "spark-ner-lexicon 1 1 1\n61\na\n",
        "spark-ner-lexicon 1 2 1 0 0 cased 0\n61\na\na\n",
        "spark-ner-lexicon 1 1 2 0 0 cased 0\n61 61\na\n",
        "spark-ner-lexicon 1 1 1 0 0 cased 0\n61\na\nb\n",
        "spark-ner-lexicon 1 1 1 0 0 cased 0\nxyz\na\n",
        "spark-ner-lexicon 1 1 1 0 0 cased 0\n7fffffff\na\n",
        "spark-ner-lexicon 1 0 0 1 0 cased 0\n\n",
        "spark-ner-lexicon 1 0 0 x 0 cased 0\n\n",
        "spark-ner-lexicon 1 0 0 2 0 cased 0\n\n>a\n>a\n",
        "spark-ner-lexicon 1 0 0 0 1 cased 0\n\nNew York\n",
        "spark-ner-lexicon 1 0 0 0 0 camel 0\n\n",
        "spark-ner-lexicon 1 1 1 0 0 cased 0\n61\n\n",
        "spark-ner-lexicon 1 1 1 0 0 cased 0\n61\n\u00ff\n"
      })
  void aDamagedFileIsABadModel(String content) {
    assertThatThrownBy(() -> read(content.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(BadModelException.class)
        .hasMessageStartingWith("The lexicon is damaged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark-ner-lexicon 2 0 0 0 0 cased 0\n\n",
        "spark-ner-lexicon 2 0 0 0 0 cased\n\n",
        "spark-ner-lexicon 2 more\n\n"
      })
  void anotherVersionIsRefusedByItsNumber(String content) {
    assertThatThrownBy(() -> read(content.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("format version 2, this release reads version 1");
  }

  private static byte[] bytes(Lexicon lexicon) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    lexicon.writeTo(out);
    return out.toByteArray();
  }

  private static Lexicon read(byte[] bytes) throws IOException {
    return Lexicon.readFrom(new ByteArrayInputStream(bytes));
  }
}
