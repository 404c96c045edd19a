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

package org.sparkner.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {
  private final DecimalParser parser = new DecimalParser();

  @Property(tries = 20_000)
  void decimalsAreTheVeryFloatsOfTheStandardLibrary(
      @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L)
          long digits,
      @ForAll @IntRange(max = 18) int decimals) {
    assertSameFloat(BigDecimal.valueOf(digits, decimals).toPlainString());
  }

  @Property(tries = 20_000)
  void floatsAreReadAsPrinted(@ForAll float value) {
    assertSameFloat(Float.toString(value));
  }

  @Property(tries = 20_000)
  void halfwayBetweenTwoFloatsTheDigitsDecide(
      @ForAll @IntRange(min = 0x3c00_0000, max = 0x4480_0000) int bits) {
    float low = Float.intBitsToFloat(bits);
    BigDecimal half =
        new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));

    assertSameFloat(half.toPlainString());
    assertSameFloat(half.toPlainString() + "1");
    assertSameFloat(half.subtract(BigDecimal.ONE.movePointLeft(40)).toPlainString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-0.0",
        ".5",
        "5.",
        "-.5",
        "+1.5",
        "1e-05",
        "1E5",
        "-2.5e+3",
        "1e-45",
        "1e-46",
        "3.4028235e38",
        "3.4028236e38",
        "16777217",
        "16777219.0",
        "0.000000000000000001",
        "123456789012345678901234567890",
        "0.1234567890123456789012345",
        "0.0000000000000000000000000000000000001"
      })
  void oddDecimalsAreTheVeryFloatsOfTheStandardLibrary(String text) {
    assertSameFloat(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "NaN", "inf", "-inf", "+Infinity", "-nan", "1e39", "-1e400"})
  void whatIsNotFiniteIsANumberAllTheSame(String text) {
    assertThat(parse(text)).matches(value -> !Float.isFinite(value));
    assertThat(parser.isNumber()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "-.", "abc", "1.2.3", "1f", "0x1p3", "1,5", "--1", "e5", "1e"})
  void anythingElseIsNoNumber(String text) {
    parse(text);

    assertThat(parser.isNumber()).isFalse();
    assertThat(parser.end()).isEqualTo(text.length() + 1);
  }

  private void assertSameFloat(String text) {
    float expected = Float.parseFloat(text);

    assertThat(Float.floatToRawIntBits(parse(text)))
        .as(text)
        .isEqualTo(Float.floatToRawIntBits(expected));
    assertThat(parser.isNumber()).isTrue();
    assertThat(parser.end()).isEqualTo(text.length() + 1);
  }

  private float parse(String text) {
    byte[] bytes = (" " + text + " 7").getBytes(StandardCharsets.ISO_8859_1);
    return parser.parse(bytes, 1, bytes.length);
  }
}
