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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.UsageException;

/** Named entities of a layer of mentions. */
class ConlluMentionsTest {
  private static final String GUM = "# global.Entity = GRP-etype-infstat-link\n";

  @TempDir private Path directory;

  /** Lines of FORM, UPOS, HEAD, DEPREL, and where there are any the entity layer and FEATS. */
  private List<String> tags(String comment, String... words) throws Exception {
    StringBuilder text = new StringBuilder(comment);
    for (int i = 0; i < words.length; i++) {
      String[] word = words[i].split(" ");
      String misc = word.length > 4 ? "SpaceAfter=No|Entity=" + word[4] : "_";
      text.append(
          String.join(
              "\t",
              String.valueOf(i + 1),
              word[0],
              word[0],
              word[1],
              "_",
              word.length > 5 ? word[5] : "_",
              word[2],
              word[3],
              "_",
              misc));
      text.append('\n');
    }
    Path file = Files.writeString(directory.resolve("a.conllu"), text + "\n");
    CorpusFormat format =
        RegisteredFormat.CONLLU.with(CorpusOptions.DEFAULT.with().tagColumn("ENTITY").build());
    List<String> tags = new ArrayList<>();
    try (CorpusReader reader = CorpusReader.open(CorpusFile.of(file), format, warning -> {})) {
      reader.forEachRemaining(sentence -> tags.addAll(sentence.tags()));
    }
    return tags;
  }

  @Test
  void namesAreMentionsWhoseHeadIsAProperNounWithoutArticlesAndTitles() throws Exception {
    assertThat(
            tags(
                GUM,
                "The DET 2 det (1-organization-new",
                "Bank PROPN 9 nsubj",
                "of ADP 4 case",
                "Oslo PROPN 2 nmod (2-place-new)1)",
                "and CCONJ 6 cc",
                "Mr. PROPN 7 nmod:desc (3-person-new",
                "Ada PROPN 2 conj",
                "Lovelace PROPN 7 flat 3)",
                "saw VERB 0 root",
                "her PRON 11 nmod:poss (4-person-giv(3-person-giv)",
                "mother NOUN 9 obj 4)"))
        .containsExactly(
            "O",
            "B-organization",
            "I-organization",
            "I-organization",
            "O",
            "O",
            "B-person",
            "I-person",
            "O",
            "O",
            "O");
  }

  @Test
  void whatDependsOnANameIsNoPartOfIt() throws Exception {
    assertThat(
            tags(
                GUM,
                "Ada PROPN 5 nsubj (1-person-new",
                ", PUNCT 4 punct",
                "the DET 4 det",
                "engineer NOUN 1 appos 1)",
                "waits VERB 0 root"))
        .containsExactly("B-person", "O", "O", "O", "O");
  }

  @Test
  void peoplesAndOfficesAreNoPersons() throws Exception {
    assertThat(
            tags(
                GUM,
                "The DET 2 det (1-person-new",
                "Secretary PROPN 3 nsubj 1)",
                "saw VERB 0 root",
                "Bo PROPN 3 obj (2-person-new)",
                "Greeks PROPN 3 obl (3-person-new) Case=Nom|Number=Plur"))
        .containsExactly("O", "O", "O", "B-person", "O");
  }

  @Test
  void theFieldOfTheTypeIsThatOfTheFile() throws Exception {
    assertThat(tags("# global.Entity = eid-head-etype\n", "Oslo PROPN 0 root (e1-1-place)"))
        .containsExactly("B-place");
    assertThat(tags("", "Oslo PROPN 0 root (e1-place-1)")).containsExactly("B-place");
  }

  @Test
  void mentionsThatHaveAGapOrDoNotEndAreNone() throws Exception {
    assertThat(
            tags(
                GUM,
                "Ada PROPN 0 root (1[1/2]-person-new)",
                "and CCONJ 3 cc",
                "Bo PROPN 1 conj (2-person-new"))
        .containsExactly("O", "O", "O");
  }

  @Test
  void anUnknownColumnIsRefusedAndTheLayerNamed() {
    assertThatThrownBy(() -> new ConlluFormat("ENTITIES"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ENTITY for its named entities");
  }
}
