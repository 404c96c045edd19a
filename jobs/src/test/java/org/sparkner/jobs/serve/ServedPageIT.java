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

package org.sparkner.jobs.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.model.RandomModel;
import org.sparkner.tagger.Tagger;

/** The page in a browser. */
@Tag("slow")
class ServedPageIT {
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path profile;

  @Test
  void tagsWhatIsTypedAndRunsNothingOfIt() throws Exception {
    assumeTrue(Chromium.isThere(), "no chromium on the PATH: the page is not tried in a browser");
    ServedModel model = new ServedModel(Tagger.of(RandomModel.tiny()), "tiny <script>-1");
    Limits limits = new Limits(1, 1 << 20, Duration.ofSeconds(60));
    InetSocketAddress free = new InetSocketAddress("127.0.0.1", 0);
    try (TaggingServer server =
            TaggingServer.start(model, limits, free, new PrintWriter(System.err));
        Chromium browser = Chromium.start(profile)) {
      browser.call("Page.navigate", Map.of("url", server.url() + "/"));
      assertThat(browser.await("document.getElementById('model')?.textContent"))
          .isEqualTo("model tiny <script>-1");

      browser.evaluate(
          "document.getElementById('text').value ="
              + " 'Ada w1 <img src=x onerror=\"window.hacked=1\"> <script>hacked=1<\\/script> w2';"
              + " document.querySelector('button').click()");
      browser.await("document.querySelectorAll('#result mark').length");
      browser.evaluate(
          "document.getElementById('least').value = 1;"
              + " document.getElementById('least').dispatchEvent(new Event('input'))");

      assertThat(browser.evaluate("document.querySelectorAll('#result mark').length"))
          .isEqualTo("0");
      assertThat(browser.evaluate("document.getElementById('result').textContent"))
          .isEqualTo("Ada w1 <img src=x onerror=\"window.hacked=1\"> <script>hacked=1</script> w2");
      assertThat(browser.evaluate("document.querySelectorAll('#readings li').length"))
          .isNotEqualTo("0");
      assertThat(browser.evaluate("typeof window.hacked")).isEqualTo("undefined");
      assertThat(
              browser.evaluate("document.querySelectorAll('#result img, #result script').length"))
          .isEqualTo("0");
      assertThat(browser.requests()).allMatch(url -> url.startsWith(server.url()));
      assertThat(browser.problems()).isEmpty();
    }
  }
}
