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

package org.sparkner.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadDataException;

class TaggedRecordsTest {
  private static final String ADA =
      "'entities':[{'begin':4,'end':7,'type':'PER','text':'Ada','confidence':0.75}]";

  private static ViewedDocument document(String json, TaggedRecords records) {
    try {
      return records.document(new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ViewedDocument document(String json) {
    return document(json, new TaggedRecords(null, "entities", null));
  }

  @Test
  void theColumnThatHoldsTheEntitiesIsTheText() {
    ViewedDocument document =
        document("{'headline':'It is Ada now','body':'See Ada','id':7," + ADA + "}");

    assertThat(document.text()).isEqualTo("See Ada");
    assertThat(document.title()).isEqualTo("7");
    assertThat(document.entities()).containsExactly(new ViewedEntity(4, 7, "PER", 0.75));
  }

  @Test
  void theColumnOnceFoundHoldsForRowsWithoutEntitiesToo() {
    TaggedRecords records = new TaggedRecords(null, "entities", null);
    document("{'text':'other','body':'See Ada'," + ADA + "}", records);

    assertThat(document("{'text':'other','body':'Nobody','entities':[]}", records).text())
        .isEqualTo("Nobody");
  }

  @Test
  void entitiesOfTokensCountTokens() {
    ViewedDocument document =
        document(
            "{'words':['See','Ada','L.'],'entities':[{'begin':1,'end':3,'type':'PER','text':'Ada"
                + " L.'}]}");

    assertThat(document.text()).isEqualTo("See Ada L.");
    assertThat(document.entities()).containsExactly(new ViewedEntity(4, 10, "PER", Double.NaN));
  }

  @Test
  void aColumnThatIsNamedMayBeAFieldOfAStruct() {
    TaggedRecords records = new TaggedRecords("page.body", "entities", "page.url");

    assertThat(document("{'page':{'body':'See Ada','url':'u'}," + ADA + "}", records))
        .isEqualTo(
            new ViewedDocument("u", "See Ada", List.of(new ViewedEntity(4, 7, "PER", 0.75))));
  }

  @Test
  void documentsOfSpacyAndSentencesOfTagsAreReadToo() {
    assertThat(
            document(
                "{'text':'See Ada','ents':[{'start':4,'end':7,'label':'PER'}],'meta':{'id':'d'}}"))
        .isEqualTo(
            new ViewedDocument("d", "See Ada", List.of(new ViewedEntity(4, 7, "PER", Double.NaN))));
    assertThat(document("{'id':'s','tokens':['See','Ada'],'ner_tags':['O','B-PER']}"))
        .isEqualTo(
            new ViewedDocument("s", "See Ada", List.of(new ViewedEntity(4, 7, "PER", Double.NaN))));
  }

  @Test
  void aRowWithoutTextIsAnEmptyDocument() {
    assertThat(document("{'id':1}")).isEqualTo(new ViewedDocument("1", "", List.of()));
  }

  @Test
  void whereNoColumnFitsTheMessageNamesThem() {
    assertThatThrownBy(() -> document("{'a':'x','b':'y'," + ADA + "}"))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "no column holds the text of the entities in 'entities'; found a, b; name the column"
                + " that was tagged");
  }
}
