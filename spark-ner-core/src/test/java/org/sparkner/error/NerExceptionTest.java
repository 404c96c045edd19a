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

package org.sparkner.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NerExceptionTest {
  @Test
  void quotesWhatWouldBreakTheLineOrSteerATerminal() {
    String quoted = "a\nb\rc\u001b[31md\u2028e\u202ef\u0000";

    assertThat(new BadDataException("found '" + quoted + "'.").getMessage())
        .isEqualTo("found 'a\\nb\\rc\\u001b[31md\\u2028e\\u202ef\\u0000'.");
  }

  @Test
  void leavesTextAndTabsAsTheyAre() {
    String message = "a.ann:2: found 'T1\tZürich 東京 😀'.";

    assertThat(new UsageException(message).getMessage()).isEqualTo(message);
  }

  @Test
  void cutsAVeryLongMessageInItsMiddle() {
    String message = new BadModelException("begin " + "x".repeat(1_000_000) + " end").getMessage();

    assertThat(message).hasSizeLessThan(4_100).startsWith("begin x").endsWith("x end");
    assertThat(message).contains("characters)");
  }
}
