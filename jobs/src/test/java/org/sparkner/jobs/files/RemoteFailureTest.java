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

package org.sparkner.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemoteFailureTest {
  private static final Throwable MISSING = new NoClassDefFoundError("org/example/FileSystem");

  @Test
  void aSchemeWithoutAFileSystemIsNamed() {
    assertThat(RemoteFailure.of("s3a://bucket/key", MISSING))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal)
                    .hasMessageStartingWith("s3a://bucket/key: ")
                    .hasMessageContaining("no file system for s3a:")
                    .hasMessageContaining("org.apache.hadoop:hadoop-aws:"));
  }

  @Test
  void aPathOfTheDefaultFileSystemNeedsNoScheme() {
    assertThat(RemoteFailure.of("/data/train.conll", MISSING))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal)
                    .hasMessageStartingWith("/data/train.conll: the default file system")
                    .hasMessageContaining("org/example/FileSystem"));
  }
}
