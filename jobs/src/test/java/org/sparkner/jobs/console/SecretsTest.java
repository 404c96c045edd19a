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

package org.sparkner.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed and recorded has no passwords and keys in it. */
class SecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fs.s3a.secret.key=XYZZY is no key | fs.s3a.secret.key=... is no key",
        "spark.hadoop.fs.s3a.access.key = XYZZY | spark.hadoop.fs.s3a.access.key = ...",
        "javax.net.ssl.keyStorePassword=XYZZY, 2 | javax.net.ssl.keyStorePassword=..., 2",
        "AWS_SESSION_TOKEN=XYZZY | AWS_SESSION_TOKEN=...",
        "fs.azure.account.key.a.blob=XYZZY | fs.azure.account.key.a.blob=...",
        "ftp://me:XYZZY@host/a b: no such file | ftp://me:...@host/a b: no such file",
        "https://:XYZZY@host:1/x | https://:...@host:1/x",
      })
  void valuesOfSecretSettingsAndPasswordsInUrisAreHidden(String line, String shown) {
    String expected = shown.replace("me:...@", "...@").replace("//:...@", "//...@");

    assertThat(Secrets.hidden(line)).isEqualTo(expected).doesNotContain("XYZZY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tagging.tokens=5 words",
        "--tokens-col=words",
        "hdfs://me@host:8020/a:b",
        "abfss://container@account.dfs.core.windows.net/x",
        "/data/a:b@c.txt: no such file",
        "TemporaryAWSCredentialsProvider: no credentials",
        "network.hidden=200"
      })
  void allElseStaysAsItIs(String line) {
    assertThat(Secrets.hidden(line)).isEqualTo(line);
  }

  @Test
  void commandsThatAreShownAndRecordedHaveNoSecrets() {
    assertThat(
            Invocation.of(
                "train",
                "--set",
                "spark.conf.spark.hadoop.fs.s3a.secret.key=XY ZZY'",
                "--set=spark.conf.spark.ssl.keyPassword=XYZZY",
                "--train",
                "ftp://me:XYZZY@host/t.conll"))
        .isEqualTo(
            "spark-ner train --set spark.conf.spark.hadoop.fs.s3a.secret.key=..."
                + " --set=spark.conf.spark.ssl.keyPassword=... --train ftp://...@host/t.conll");
  }
}
