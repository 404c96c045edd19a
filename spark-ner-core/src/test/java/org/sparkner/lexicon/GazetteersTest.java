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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadDataException;

class GazetteersTest {
  private static Gazetteers of(boolean ignoreCase, String... typesAndLines) throws IOException {
    GazetteersBuilder builder = new GazetteersBuilder("en", ignoreCase);
    for (int i = 0; i < typesAndLines.length; i += 2) {
      byte[] lines = typesAndLines[i + 1].getBytes(StandardCharsets.UTF_8);
      builder.add(typesAndLines[i], new ByteArrayInputStream(lines), "lines");
    }
    return builder.build();
  }

  @Test
  void theLongestPhraseFromLeftToRightIsFoundForEachType() throws IOException {
    Gazetteers gazetteers =
        of(false, "PER", "York\n", "LOC", "New York\nNew York City Hall\nYork City\nHull");

    int[][] places =
        gazetteers.places(List.of("New", "York", "City", "Hull", "New", "York", "City", "Hall"));

    assertThat(gazetteers.types()).containsExactly("LOC", "PER");
    assertThat(places[0]).containsExactly(Gazetteers.BEGIN, Gazetteers.OUTSIDE);
    assertThat(places[1]).containsExactly(Gazetteers.END, Gazetteers.SINGLE);
    assertThat(places[2]).isNull();
    assertThat(places[3]).containsExactly(Gazetteers.SINGLE, Gazetteers.OUTSIDE);
    assertThat(places[5]).containsExactly(Gazetteers.INSIDE, Gazetteers.SINGLE);
    assertThat(places[7]).containsExactly(Gazetteers.END, Gazetteers.OUTSIDE);
  }

  @Test
  void caseCountsUnlessItIsIgnored() throws IOException {
    List<String> tokens = List.of("NEW", "york");

    assertThat(of(false, "LOC", "New York").places(tokens)[0]).isNull();
    assertThat(of(true, "LOC", "New York").places(tokens)[1]).containsExactly(Gazetteers.END);
  }

  @Test
  void phrasesAreSplitAsTextIs() throws IOException {
    assertThat(of(false, "ORG", "Marks & Spencer's\n\n  \n").phrases(0))
        .containsExactly("Marks & Spencer 's");
  }

  @Test
  void aByteOrderMarkIsNoPartOfAPhrase() throws IOException {
    assertThat(of(false, "LOC", "\uFEFFHull\nYork\n\uFEFFHull\n").phrases(0))
        .containsExactly("Hull", "York");
  }

  @Test
  void phrasesApartByCarriageReturnsAloneAreRefused() {
    GazetteersBuilder builder = new GazetteersBuilder("en", false);
    byte[] file = "Hull\rYork\r".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> builder.add("LOC", new ByteArrayInputStream(file), "towns.txt"))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "towns.txt:1: found a carriage return within the line, expected lines that end with LF or"
                + " CRLF; convert the file.");
  }

  @Test
  void whatIsNotUtf8IsRefusedByItsLine() {
    GazetteersBuilder builder = new GazetteersBuilder("en", false);
    byte[] latin1 = "Hull\nM\u00fcnchen\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = "\uFEFFHull\n".getBytes(StandardCharsets.UTF_16LE);

    assertThatThrownBy(() -> builder.add("LOC", new ByteArrayInputStream(latin1), "towns.txt"))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "towns.txt:2: found bytes that are not UTF-8, expected UTF-8; convert the file.");
    assertThatThrownBy(() -> builder.add("LOC", new ByteArrayInputStream(utf16), "towns.txt"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("towns.txt:1: found a UTF-16 byte-order mark");
  }

  @Test
  void areKeptWithTheLexicon() throws IOException {
    Gazetteers gazetteers = of(true, "LOC", "New York\nHull", "ORG", "The Hull");
    Lexicon lexicon = new Lexicon(List.of("é"), new int[] {'a'}).withGazetteers(gazetteers);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    lexicon.writeTo(out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "spark-ner-lexicon 1 1 1 0 3 caseless 0\n61\nLOC\tnew york\nLOC\thull\nORG\tthe hull\né\n");
    Gazetteers read = Lexicon.readFrom(new ByteArrayInputStream(out.toByteArray())).gazetteers();
    assertThat(read.types()).containsExactly("LOC", "ORG");
    assertThat(read.fingerprint()).isEqualTo(gazetteers.fingerprint());
    assertThat(read.places(List.of("THE", "HULL")))
        .isEqualTo(gazetteers.places(List.of("the", "hull")));
  }

  @Test
  void aFileWithoutPhrasesIsBadData() {
    assertThatThrownBy(() -> of(false, "LOC", "\n \n"))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("lines: found no phrase");
  }
}
