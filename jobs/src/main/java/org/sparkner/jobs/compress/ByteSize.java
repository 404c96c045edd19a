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

package org.sparkner.jobs.compress;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size such as 12MB: a number of bytes, kB, MB or GB, which are powers of ten. */
final class ByteSize implements ITypeConverter<Long> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?) ?([kmg]?b?)");
  private static final Map<String, Integer> POWERS =
      Map.of("", 0, "b", 0, "k", 3, "kb", 3, "m", 6, "mb", 6, "g", 9, "gb", 9);

  @Override
  public Long convert(String value) {
    Matcher size = SIZE.matcher(value.toLowerCase(Locale.ROOT));
    long bytes =
        size.matches()
            ? new BigDecimal(size.group(1)).scaleByPowerOfTen(POWERS.get(size.group(2))).longValue()
            : 0;
    if (bytes < 1) {
      throw new TypeConversionException("expected a size such as 12MB, found " + value);
    }
    return bytes;
  }
}
