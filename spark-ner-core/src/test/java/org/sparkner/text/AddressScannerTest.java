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

package org.sparkner.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressScannerTest {
  /** The address that a text begins with. */
  private static String address(String text) {
    return text.substring(0, AddressScanner.urlEnd(text, 0, text.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "http://a.org, and|http://a.org",
        "HTTPS://A.ORG/X!|HTTPS://A.ORG/X",
        "ftp://a/b\"c|ftp://a/b",
        "www.a.org/(b)) c|www.a.org/(b))",
        "www.a.org) c|www.a.org",
        "mailto:a@b.org.|mailto:a@b.org",
        "http://a.org/<b>|http://a.org/",
        "http://a.org/b*\u2026|http://a.org/b",
        "http://a.org/~b|http://a.org/~b",
        "http://a|http://a",
      })
  void endsWithoutTheMarksThatFollowIt(String text, String address) {
    assertThat(address(text)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http",
        "http:/a.org",
        "www",
        "www.",
        "http://",
        "whale",
        "example.org",
        "xwww.a.org"
      })
  void beginsWithASchemeAndSomethingAfterIt(String text) {
    assertThat(address(text)).isEmpty();
  }

  @Test
  void beginsWhereItIsAskedForAndEndsBeforeTheEnd() {
    String text = "(www.a.org/b)";
    assertThat(AddressScanner.urlEnd(text, 1, text.length())).isEqualTo(text.length() - 1);
    assertThat(AddressScanner.urlEnd(text, 1, 6)).isEqualTo(6);
    assertThat(AddressScanner.urlEnd(text, 1, 5)).isEqualTo(1);
  }

  @Test
  void knowsTheDomainsThatWordsEndWith() {
    assertThat(AddressScanner.endsWithDomain("see a.org", 4, 9)).isTrue();
    assertThat(AddressScanner.endsWithDomain("a.info", 0, 6)).isTrue();
    assertThat(AddressScanner.endsWithDomain("a.orgs", 0, 6)).isFalse();
    assertThat(AddressScanner.endsWithDomain("a.b", 0, 3)).isFalse();
    assertThat(AddressScanner.endsWithDomain(".org", 0, 4)).isFalse();
    assertThat(AddressScanner.endsWithDomain("x.org", 2, 5)).isFalse();
    assertThat(AddressScanner.endsWithDomain("organisation", 0, 12)).isFalse();
  }
}
