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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkner.error.UsageException;

class RegisteredFormatTest {
  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(RegisteredFormat format) {
    assertThat(RegisteredFormat.named(format.toString())).isEqualTo(format);
    assertThat(RegisteredFormat.named(format.name())).isEqualTo(format);
    assertThat(format.with(CorpusOptions.DEFAULT)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "a/train.conll, CONLL",
    "dev.iob2, CONLL",
    "dev.conllu.gz, CONLLU",
    "x.JSONL, JSONL",
    "export.json, JSONL",
    "a.ann, BRAT",
    "train.txt,",
    "conll,"
  })
  void isToldByTheEndingOfAName(String name, RegisteredFormat format) {
    assertThat(RegisteredFormat.ofFile(name).orElse(null)).isEqualTo(format);
  }

  @Test
  void annotationsIsAnotherNameOfJsonLines() {
    assertThat(RegisteredFormat.named("Annotations")).isEqualTo(RegisteredFormat.JSONL);
  }

  @Test
  void ofADirectoryBratReadsTheAnnotations() {
    assertThat(RegisteredFormat.BRAT.reads("a.ann")).isTrue();
    assertThat(RegisteredFormat.BRAT.reads("a.txt")).isFalse();
    assertThat(RegisteredFormat.CONLL.reads("a.txt")).isTrue();
  }

  @Test
  void eachHeedsItsOptions() {
    CorpusOptions options =
        CorpusOptions.DEFAULT.withTagColumn("XPOS").withAttributeColumn("DEPREL");

    assertThat(RegisteredFormat.CONLLU.with(options)).isEqualTo(new ConlluFormat("XPOS", "DEPREL"));
    assertThat(RegisteredFormat.CONLL.with(CorpusOptions.DEFAULT.withTagColumn("-2")))
        .isEqualTo(ColumnsFormat.of(null, -2));
    assertThatThrownBy(() -> RegisteredFormat.CONLL.with(options))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("tag column of conll is 'XPOS'", "number of a column");
    assertThatThrownBy(() -> RegisteredFormat.BRAT.with(options))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("brat");
  }
}
