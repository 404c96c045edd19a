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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.sparkner.model.RandomModel;
import org.sparkner.tagger.Tagger;

/** Any bytes in place of what a client sends to {@code serve}. */
public final class ServeTargets {
  private static final Routes ROUTES =
      new Routes(
          new ServedModel(Tagger.of(RandomModel.tiny()), "tiny-1"),
          new TaggingGate(new Limits(1, 1 << 20, Duration.ofSeconds(50))),
          new AtomicLong());

  private ServeTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of("request", ServeTargets::request);
  }

  /** The path up to the first line feed, then the body. */
  private static void request(byte[] bytes) {
    int line = 0;
    while (line < bytes.length && bytes[line] != '\n') {
      line++;
    }
    String path = new String(bytes, 0, line, StandardCharsets.ISO_8859_1);
    byte[] body = Arrays.copyOfRange(bytes, Math.min(line + 1, bytes.length), bytes.length);
    try {
      assertThat(ROUTES.find("POST", path).answer(body).status()).isEqualTo(200);
    } catch (Refusal refused) {
      assertThat(refused.status()).isBetween(400, 499);
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
