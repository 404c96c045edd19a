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

package org.sparkner.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparkner.corpus.Corpora.read;
import static org.sparkner.corpus.Corpora.sentence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;

class ConlluReaderTest {
  private static final String FILE =
      """
      # sent_id = 1
      # text = Ada doesn't
      1\tAda\tAda\tPROPN\tNNP\t_\t2\tnsubj\t_\tner=B-PER
      2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
      2\tdoes\tdo\tAUX\tVBZ\t_\t0\troot\t_\tSpaceAfter=No|ner=O
      3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
      3.1\tcode\tcode\tVERB\tVB\t_\t_\t_\t_\t_

      1\t#\t#\tSYM\tNN\t_\t0\troot\t_\t_
      """;

  @Test
  void rangesAndEmptyNodesAreNoTokens() {
    assertThat(read(ConlluFormat.UPOS, FILE))
        .containsExactly(sentence("Ada/PROPN does/AUX n't/PART"), sentence("#/SYM"));
  }

  @ParameterizedTest
  @CsvSource({
    "XPOS, Ada/NNP does/VBZ n't/RB",
    "DEPREL, Ada/nsubj does/root n't/advmod",
    "MISC:ner, Ada/B-PER does/O n't/O"
  })
  void theTagMayBeInOtherColumns(String tag, String expected) {
    assertThat(read(new ConlluFormat(tag), FILE).get(0)).isEqualTo(sentence(expected));
  }

  @Test
  void anotherColumnMayBeReadBesideTheTag() {
    assertThat(read(new ConlluFormat("MISC:ner", "XPOS"), FILE).get(0).attributes())
        .containsExactly("NNP", "VBZ", "RB");
    assertThatThrownBy(() -> new ConlluFormat("UPOS", "UPOS"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("UPOS is the tag to be found");
  }

  @Test
  void anUnknownColumnIsAUsageError() {
    assertThatThrownBy(() -> new ConlluFormat("POS"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("UPOS, XPOS, DEPREL or MISC:key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 Ada PROPN|corpus.txt:1: found 3 columns, expected 10 apart by tabs, as CoNLL-U has.",
        "x Ada _ PROPN _ _ _ _ _ _|corpus.txt:1: found the ID 'x', expected a number, as CoNLL-U has"
            + " in column 0.",
        "1 Ada _ '' _ _ _ _ _ _|corpus.txt:1: found an empty UPOS, expected a value in every column.",
      })
  void aMalformedLineIsNamed(String line, String message) {
    String tabs = line.replace("''", "").replace(' ', '\t');

    assertThatThrownBy(() -> read(ConlluFormat.UPOS, tabs))
        .isInstanceOf(BadDataException.class)
        .hasMessage(message);
  }
}
