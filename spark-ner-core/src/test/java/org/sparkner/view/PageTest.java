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

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final PageParts PARTS =
      new PageParts(
          "<p id=\"here\"></p>\n", List.of("p { color: red }"), List.of("first();", "b();"));
  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data-(.*?)\">(.*?)</script>", Pattern.DOTALL);

  private static String page(String title, Object data) throws IOException {
    StringWriter out = new StringWriter();
    try (Page page = Page.open(out, title, PARTS)) {
      page.data("it", data);
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>&lt;&#39;",
        "\u2028\u0000\\\"'`${x}",
        "<img src=x onerror=alert(1)>",
      })
  void whateverDataHoldsEndsNoElementAndIsReadAsItWas(String text) throws IOException {
    String page = page("title", Map.of("key", text, text, List.of(text)));
    Matcher data = DATA.matcher(page);

    assertThat(data.find()).isTrue();
    assertThat(data.group(2)).doesNotContain("<", ">", "&");
    assertThat(new ObjectMapper().readValue(data.group(2), Map.class))
        .isEqualTo(Map.of("key", text, text, List.of(text)));
    assertThat(page.split("</script>", -1)).hasSize(1 + 1 + PARTS.scripts().size());
  }

  @Test
  void theTitleIsText() throws IOException {
    assertThat(page("a</title><script>alert('1')</script>\"&", 1))
        .contains(
            "<title>a&lt;/title&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;"
                + "</title>");
  }

  @Test
  void thePolicyAllowsTheOwnScriptsByTheirDigestsAndNothingElse() throws Exception {
    String page = page("title", 1);
    Matcher policy =
        Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
    assertThat(policy.find()).isTrue();
    Matcher script = SCRIPT.matcher(page);
    StringBuilder expected = new StringBuilder();
    while (script.find()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
      expected.append(" 'sha256-").append(Base64.getEncoder().encodeToString(digest)).append("'");
    }

    assertThat(policy.group(1)).contains("default-src 'none'").endsWith("script-src" + expected);
  }

  @Test
  void dataWithoutAProperNameIsRefused() {
    assertThatThrownBy(() -> PageTest.named("\"><script>")).hasMessageContaining("lower-case");
  }

  private static void named(String name) throws IOException {
    try (Page page = Page.open(new StringWriter(), "title", PARTS)) {
      page.data(name, 1);
    }
  }
}
