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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sparkner.error.UsageException;

/**
 * The formats of labelled sentences: the one list that the command line, the Spark sources and the
 * benchmarks go by. How to add one is told by the description of this package.
 */
public enum RegisteredFormat {
  /** One token per line with its tag in another column. */
  CONLL(List.of("conll"), List.of("conll", "iob2", "bio"), ColumnsFormat::of),
  /** Universal Dependencies. */
  CONLLU(List.of("conllu"), List.of("conllu"), ConlluFormat::of),
  /** JSON of annotation tools: an object on each line, or an array of them. */
  JSONL(List.of("jsonl", "annotations"), List.of("jsonl", "json", "ndjson"), JsonLinesFormat::of),
  /** brat's standoff annotations, beside their texts. */
  BRAT(List.of("brat"), List.of("ann"), BratFormat::of),
  /** Entities marked in XML. */
  ENAMEX(List.of("enamex"), List.of("xml"), EnamexFormat::of);

  private final List<String> names;
  private final List<String> endings;
  private final Function<CorpusOptions, CorpusFormat> format;

  /**
   * @param names by which users call it, the first its own
   * @param endings of file names that tell it, without the dot
   */
  RegisteredFormat(
      List<String> names, List<String> endings, Function<CorpusOptions, CorpusFormat> format) {
    this.names = names;
    this.endings = endings;
    this.format = format;
  }

  /**
   * The format that users call so, in upper or lower case.
   *
   * @throws UsageException if there is none
   */
  public static RegisteredFormat named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "Corpus format '"
                        + name
                        + "' is not known; give "
                        + Arrays.stream(values())
                            .map(RegisteredFormat::toString)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** The format that users call so, in upper or lower case; empty if there is none. */
  public static Optional<RegisteredFormat> find(String name) {
    return Arrays.stream(values())
        .filter(each -> each.names.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The format that a file's name tells by its ending, gzipped or not; empty if it tells none. */
  public static Optional<RegisteredFormat> ofFile(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("(\\.gz)?/*$", "");
    return Arrays.stream(values())
        .filter(each -> each.endings.stream().anyMatch(ending -> plain.endsWith("." + ending)))
        .findFirst();
  }

  /** Whether a file of a directory is one to read: brat has its texts there too. */
  public boolean reads(String name) {
    return this != BRAT || name.endsWith(BratFormat.ANNOTATIONS);
  }

  /**
   * The format with the options that it heeds.
   *
   * @throws UsageException naming the option that it cannot heed as it is given
   */
  public CorpusFormat with(CorpusOptions options) {
    return format.apply(options);
  }

  /** The name by which users call it. */
  @Override
  public String toString() {
    return names.get(0);
  }
}
