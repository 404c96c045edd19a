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

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.corpus.ColumnsFormat.Comments;
import org.sparkner.error.BadDataException;

/** What is read where nobody says what the columns are. */
class ColumnsDetectionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Of MultiCoNER: as many columns as the tokens.
        "# id 0a1\tdomain=en\nAda _ _ B-PER\nwrote _ _ O\n\n# id 0a2\tdomain=en\nit _ _ O\n",
        "# id 0a1 domain=en\n\nAda _ _ B-PER\nwrote _ _ O\n\n# id 0a2 domain=en\nit _ _ O\n",
        "# id 0a1\tdomain=en\nAda\tB-PER\nwrote\tO\n\n# id 0a2\tdomain=en\nit\tO\n",
        // Other numbers of columns.
        "# a sentence of hers\nAda B-PER\nwrote O\n\n# and another\n# one\nit O\n",
        "# a b\nAda B-PER\nwrote O\n\n# c d\nit O\n",
        "#begin document (x/y/00); part 000\nAda x B-PER\nwrote y O\n\nit z O\n\n#end document\n",
        "# text = Ada wrote\nAda\tB-PER\nwrote\tO\n\n# text = it\nit\tO\n",
        // After a document's start, with Windows line ends, with a mark.
        "\uFEFF# id 1\tdomain=en\r\nAda _ _ B-PER\r\nwrote _ _ O\r\n\r\nit _ _ O\r\n",
        "###MEDLINE:95369245\n\nAda B-PER\nwrote O\n\nit O\n",
        "-docstart- -x- o\n\nAda x B-PER\nwrote y O\n\nit z O\n",
        // A header.
        "token tag\nAda B-PER\nwrote O\n\nit O\n",
        "Word\tPOS\tNER_Tag\nAda\tNNP\tB-PER\nwrote\tVBD\tO\n\nit\tPRP\tO\n",
        "TOKEN\tNE-COARSE-LIT\tNE-COARSE-METO\tNE-NESTED\tMISC\n# language = en\nAda\tB-PER\tO\tO\t_\n"
            + "wrote\tO\tO\tO\t_\n\nit\tO\tO\tO\t_\n",
        "token\tlabel\tconfidence\nAda\tB-PER\t0.9\nwrote\tO\t1.0\n\nit\tO\t1.0\n",
        "start end word tag\n0 3 Ada B-PER\n4 9 wrote O\n\n10 12 it O\n",
        "word ner chunk\nAda B-PER B-NP\nwrote O O\n\nit O B-NP\n",
        "sentence_id word label\n1 Ada B-PER\n1 wrote O\n\n2 it O\n",
        // The tag is not in the last column.
        "Ada B-PER NNP\nwrote O VBD\n\nit O PRP\n",
        "Ada B-PER _ _\nwrote O _ _\n\nit O _ _\n",
        "Ada B-PER 0.93\nwrote O 0.99\n\nit O 1.0\n",
        "B-PER\tAda\nO\twrote\n\nO\tit\n",
        // Numbered tokens.
        "1 Ada NNP I-NP B-PER\n2 wrote VBD I-VP O\n\n1 it PRP I-NP O\n",
        "1\tAda\tB-PER\t-\t-\n2\twrote\tO\t-\tme\n\n1\tit\tO\t-\t-\n",
        "#\thttp://x.de/ [2009]\n1\tAda\tB-PER\tO\n2\twrote\tO\tO\n\n#\ty\n1\tit\tO\tO\n",
        "0 Ada NNP B-PER\n1 wrote VBD O\n\n0 it PRP O\n",
        "1 Ada NNP B-PER\n2 wrote VBD O\n\n3 it PRP O\n",
        "1 -DOCSTART- -X- -X- O\n\n1 Ada NNP I-NP B-PER\n2 wrote VBD I-VP O\n\n1 it PRP I-NP O\n",
        "# global.columns = ID FORM UPOS NE\n1\tAda\tPROPN\tB-PER\n2\twrote\tVERB\tO\n\n1\tit\tX\tO\n",
      })
  void theSameSentencesAreReadFromEveryShape(String file) {
    assertThat(read(ColumnsFormat.DETECT, file))
        .containsExactly(sentence("Ada/B-PER wrote/O"), sentence("it/O"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# O\nAda B-PER\n",
        "Ada B-PER\n\n# O\n1 O\n",
        "# B-PER\nAda I-PER\n",
        "# _ _ O\nAda _ _ B-PER\n",
        "#ada O\nAda B-PER\n",
        "# ada\tO\nAda\tB-PER\n",
        "Ada NNP\n\n# SYM\n1 CD\n",
      })
  void aHashThatMayBeATokenIsOne(String file) {
    assertThat(read(ColumnsFormat.DETECT, file))
        .flatExtracting(LabeledSentence::tokens)
        .anyMatch(token -> token.startsWith("#"));
  }

  @Test
  void commentsAreReadAsAskedForWhateverTheyLookLike() {
    String file = "# O\nAda B-PER\n";

    assertThat(read(ColumnsFormat.DETECT.withComments(Comments.HASH), file))
        .containsExactly(sentence("Ada/B-PER"));
    assertThat(read(ColumnsFormat.DETECT.withComments(Comments.NONE), file))
        .containsExactly(sentence("#/O Ada/B-PER"));
  }

  @Test
  void conlluUnderAnotherNameGivesUniversalPartsOfSpeech() {
    String file =
        """
        # sent_id = 1
        1\tAda\tAda\tPROPN\tNNP\t_\t3\tnsubj\t_\t_
        2-3\tsees'em\t_\t_\t_\t_\t_\t_\t_\t_
        2\tsees\tsee\tVERB\tVBZ\t_\t0\troot\t_\t_
        3\tthem\tthey\tPRON\tPRP\t_\t2\tobj\t_\t_
        """;

    List<String> warnings = new ArrayList<>();

    assertThat(read(ColumnsFormat.DETECT, file, warnings))
        .containsExactly(sentence("Ada/PROPN sees/VERB them/PRON"));
    assertThat(warnings)
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("corpus.txt: found CoNLL-U under another name; its UPOS are read as tags");
  }

  @Test
  void plainLabelsStayInTheLastColumn() {
    assertThat(read(ColumnsFormat.DETECT, "Ada NNP I-NP PER\nwrote VBD I-VP O\nit PRP I-NP O\n"))
        .containsExactly(sentence("Ada/PER wrote/O it/O"));
    assertThat(read(ColumnsFormat.DETECT, "Ada x NNP\nwrote y VBD\n"))
        .containsExactly(sentence("Ada/NNP wrote/VBD"));
  }

  @Test
  void columnsThatAreNamedAreNotDetected() {
    String file = "Ada B-PER NNP\nwrote O VBD\n";

    assertThat(read(ColumnsFormat.of(null, -1), file))
        .containsExactly(sentence("Ada/NNP wrote/VBD"));
    assertThat(read(ColumnsFormat.of(0, 2), file)).containsExactly(sentence("Ada/NNP wrote/VBD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada\nwrote\n",
        "\n# a comment\nAda\nwrote\n",
        "1 Ada\n2 wrote\n3 it\n",
        "Ada,B-PER\nwrote,O\n",
        "Ada;B-PER\nwrote;O\n",
        "Sentence #,Word,POS,Tag\nSentence: 1,Ada,NNP,B-PER\n,wrote,VBD,O\n",
        "token,tag\nAda,B-PER\n",
        "{\"tokens\": [\"Ada\"], \"tags\": [\"B-PER\"]}\n",
        "1 dog dog NN\n2 barks bark VBZ\n",
        "1\tdog\tdog\tNN\t_\n2\tbarks\tbark\tVBZ\t_\n",
        "bc/00 0 Ada NNP (PERSON*)\nbc/00 1 was VBD *\nbc/00 2 in IN *\nbc/00 3 it PRP *\n",
        "d 0 Ada NNP (PERSON*\nd 1 B NNP *)\nd 2 in IN *\nd 3 it PRP *\n\nd 0 I PRP *\nd 1 am VBP *\n"
            + "d 2 at IN *\nd 3 it PRP *\n\nd 0 Ada NNP (PERSON)\nd 1 is VBZ *\n",
        "0 3 Ada B-PER\n4 9 wrote O\n10 12 to O\n13 16 the O\n17 20 men O\n21 23 of O\n24 29 Wales"
            + " B-LOC\n30 33 and O\n34 37 won O\n37 38 . O\n",
        "s1-1\tAda\tB-PER\ns1-2\tsat\tO\ns2-1\tHe\tO\ns2-2\tran\tO\ns3-1\tHe\tO\ns3-2\tate\tO\n"
            + "s4-1\tHe\tO\ns4-2\tlay\tO\ns5-1\tHe\tO\ns5-2\twon\tO\n",
        "Sentence: 1\tAda\tB-PER\n\tis\tO\n\ta\tO\n\tb\tO\n\tc\tO\n\td\tO\n\te\tO\n\tf\tO\n"
            + "\tg\tO\n\th\tO\n\ti\tO\n",
        "B-PER 0 3 Ada\nO 4 9 wrote\nO 10 12 it\n",
        "B-PER NNP Ada\nO VBD wrote\nO PRP it\n",
        "\"Ada\"\t\"B-PER\"\n\"wrote\"\t\"O\"\n",
        "Ada 'B-PER'\nwrote 'O'\n",
        "Ada B-PER\rwrote O\r\rit O\r",
        "Sentence #\tWord\tTag\nSentence: 1\tAda\tB-PER\n\twrote\tO\nSentence: 2\tit\tO\n",
      })
  void whatCannotBeToldIsRefusedByItsLine(String file) {
    assertThatThrownBy(() -> read(ColumnsFormat.DETECT, file))
        .isInstanceOf(BadDataException.class)
        .hasMessageMatching("corpus\\.txt:[1-3]: found .*, expected .*");
  }

  @Test
  void tokensWithDigitsAreTokensWhereSomeHaveNone() {
    String numbers = "1 CD O\n2 CD O\n10 CD O\n".repeat(4);

    assertThat(read(ColumnsFormat.DETECT, numbers + "men NNS O\n"))
        .flatExtracting(LabeledSentence::tokens)
        .hasSize(13)
        .startsWith("1", "2", "10");
    assertThat(read(ColumnsFormat.of(0, null), numbers))
        .flatExtracting(LabeledSentence::tokens)
        .hasSize(12);
    assertThat(read(ColumnsFormat.DETECT, "He PRP\n`` ``\n'' ''\n"))
        .containsExactly(sentence("He/PRP ``/`` ''/''"));
  }

  @Test
  void columnsThatCannotBeToldCanBeNamed() {
    String file = "1 dog dog NN\n2 barks bark VBZ\n";

    assertThat(read(ColumnsFormat.of(null, 3), file)).containsExactly(sentence("dog/NN barks/VBZ"));
    assertThat(
            read(
                ColumnsFormat.of(2, 3),
                "d 0 Ada NNP (PER)\nd 1 was VBD *\nd 2 in IN *\nd 3 it PRP *\n"))
        .containsExactly(sentence("Ada/NNP was/VBD in/IN it/PRP"));
  }

  @Test
  void theReaderTellsWhereATagCameFirst() {
    List<String> places =
        List.of("conll", "conllu", "jsonl").stream()
            .map(
                format -> {
                  String file =
                      switch (format) {
                        case "conll" -> "Ada B-PER\n\nwrote O\nit X\n";
                        case "conllu" ->
                            "1\tAda\t_\tO\t_\t_\t_\t_\t_\t_\n\n\n1\tit\t_\tX\t_\t_\t_\t_\t_\t_\n";
                        default ->
                            """
                            {"tokens": ["Ada"], "tags": ["B-PER"]}


                            {"tokens": ["it"], "tags": ["X"]}
                            """;
                      };
                  return placeOf("X", CorpusFormat.named(format), file);
                })
            .toList();

    assertThat(places).containsOnly("corpus.txt:4");
  }

  private static String placeOf(String tag, CorpusFormat format, String file) {
    try (CorpusReader reader =
        CorpusReader.over(
            new java.io.ByteArrayInputStream(
                file.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            "corpus.txt",
            format,
            warning -> {})) {
      reader.forEachRemaining(sentence -> {});
      return reader.placeOf(tag);
    }
  }
}
