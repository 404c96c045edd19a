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

package org.sparkner.jobs.labeled;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparkner.corpus.BratFormat;
import org.sparkner.corpus.RegisteredFormat;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.Location;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The format of labelled sentences: one of the core's {@link RegisteredFormat}, or Parquet, which
 * Spark reads by itself.
 */
@HelpGroup("Reading the data")
final class FormatOption {
  private static final String AUTO = "auto";
  private static final String PARQUET = "parquet";

  @Option(
      names = "--format",
      defaultValue = AUTO,
      converter = Checked.class,
      completionCandidates = Names.class,
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}; auto goes by the ending of the name (${DEFAULT-VALUE}).")
  private String name;

  /** All values, as the help lists them. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return all().iterator();
    }

    private static List<String> all() {
      Stream<String> registered = Arrays.stream(RegisteredFormat.values()).map(Object::toString);
      return Stream.of(Stream.of(AUTO), registered, Stream.of(PARQUET)).flatMap(s -> s).toList();
    }
  }

  /** Takes a value in upper or lower case. */
  private static final class Checked implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      String name = value.toLowerCase(Locale.ROOT);
      if (!Names.all().contains(name) && RegisteredFormat.find(name).isEmpty()) {
        throw new TypeConversionException(
            "expected one of " + Names.all() + " (case-insensitive) but was '" + value + "'");
      }
      return name;
    }
  }

  /**
   * The format of data: that which the user gave, or else that of the name's ending, else of the
   * first file in the directory; CoNLL columns where no ending says anything.
   *
   * @return empty for Parquet
   */
  Optional<RegisteredFormat> of(Location data) {
    if (name.equals(PARQUET)) {
      return Optional.empty();
    }
    return name.equals(AUTO) ? told(data) : RegisteredFormat.find(name);
  }

  private static Optional<RegisteredFormat> told(Location data) {
    if (data.name().toLowerCase(Locale.ROOT).matches(".*\\.parquet(\\.gz)?/*")) {
      return Optional.empty();
    }
    Optional<RegisteredFormat> named = RegisteredFormat.ofFile(data.name());
    if (named.isPresent() && named.get() != RegisteredFormat.CONLL) {
      return named;
    }
    if (!data.isDirectory()) {
      return Optional.of(RegisteredFormat.CONLL);
    }
    List<String> files = data.list();
    return files.stream().anyMatch(file -> file.endsWith(BratFormat.ANNOTATIONS))
        ? Optional.of(RegisteredFormat.BRAT)
        : files.stream()
            .filter(file -> !file.matches("[._].*"))
            .min(Comparator.naturalOrder())
            .map(file -> told(data.child(file)))
            .orElse(Optional.of(RegisteredFormat.CONLL));
  }
}
