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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparkner.error.BadDataException;

class DocumentsPageTest {
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data-(.*?)\">(.*?)</script>", Pattern.DOTALL);

  private static Map<String, JsonNode> data(ViewedDocument... documents) throws IOException {
    String page = page(documents);
    Map<String, JsonNode> data = new HashMap<>();
    Matcher matcher = DATA.matcher(page);
    while (matcher.find()) {
      data.put(matcher.group(1), new ObjectMapper().readTree(matcher.group(2)));
    }
    return data;
  }

  private static String page(ViewedDocument... documents) throws IOException {
    StringWriter out = new StringWriter();
    try (DocumentsPage page = DocumentsPage.open(out, "documents")) {
      for (ViewedDocument document : documents) {
        page.add(document);
      }
    }
    return out.toString();
  }

  private static ViewedDocument document(String text, ViewedEntity... entities) {
    return new ViewedDocument("", text, List.of(entities));
  }

  @Test
  void documentsLieInPartsThatAreReadWhenTheyAreShown() throws IOException {
    ViewedDocument[] documents = new ViewedDocument[250];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = document("Ada " + i, new ViewedEntity(0, 3, i == 0 ? "ORG" : "PER", 0.5));
    }
    Map<String, JsonNode> data = data(documents);

    assertThat(data.get("index").get("parts").toString()).isEqualTo("[100,100,50]");
    assertThat(data.get("index").get("types").toString()).isEqualTo("[\"ORG\",\"PER\"]");
    assertThat(data.get("index").get("counts").toString()).isEqualTo("[1,249]");
    assertThat(data.get("part-2").get(49).get("text").textValue()).isEqualTo("Ada 249");
    assertThat(data.get("part-2").get(49).get("entities").toString()).isEqualTo("[[0,3,1,0.5]]");
  }

  @Test
  void aPartOfLongDocumentsHoldsFewer() throws IOException {
    ViewedDocument novel = document("x".repeat(150_000));

    assertThat(data(novel, novel, novel).get("index").get("parts").toString()).isEqualTo("[2,1]");
  }

  @Test
  void offsetsCountAsABrowserDoes() throws IOException {
    ViewedDocument document =
        document("\ud83d\ude80 Ada", new ViewedEntity(2, 5, "PER", Double.NaN));

    assertThat(data(document).get("part-0").get(0).get("entities").toString())
        .isEqualTo("[[3,6,0]]");
    assertThat(data(document).get("index").get("confidences").booleanValue()).isFalse();
  }

  @Test
  void ofEntitiesThatOverlapTheFirstAndLongestIsShown() {
    assertThat(
            document(
                    "Bank of Lund",
                    new ViewedEntity(8, 12, "LOC", 1),
                    new ViewedEntity(0, 4, "MISC", 1),
                    new ViewedEntity(0, 12, "ORG", 1))
                .entities())
        .containsExactly(new ViewedEntity(0, 12, "ORG", 1));
  }

  @Test
  void anEntityOutsideItsTextIsRefused() {
    assertThatThrownBy(() -> document("Ada", new ViewedEntity(0, 4, "PER", 1)))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("0 to 4 of a text of 3 characters");
  }

  @Test
  void thePageNeedsNothingFromOutside() throws IOException {
    assertThat(page(document("text")))
        .doesNotContainPattern("(src|href)=[\"']?(?!#)")
        .doesNotContain("http:", "https:", "@import", "url(");
  }
}
