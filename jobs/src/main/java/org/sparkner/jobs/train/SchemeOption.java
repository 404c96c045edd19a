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

package org.sparkner.jobs.train;

import java.util.Locale;
import java.util.Optional;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.tags.TagScheme;
import picocli.CommandLine.Option;

/** The scheme that the tags of the training data should have. */
@HelpGroup("Reading the data")
final class SchemeOption {
  @Option(
      names = "--scheme",
      defaultValue = "auto",
      paramLabel = "SCHEME",
      description =
          "Tag scheme: iob1, iob2, bioes (or bilou, bmes), plain (any labels) or auto"
              + " (${DEFAULT-VALUE}).")
  private String scheme;

  /**
   * The scheme asked for; empty for any.
   *
   * @throws UsageException if there is no such scheme
   */
  Optional<TagScheme> expected() {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "auto" -> Optional.empty();
      case "iob1" -> Optional.of(TagScheme.IOB1);
      case "iob2", "bio" -> Optional.of(TagScheme.IOB2);
      case "bioes", "iobes", "bilou", "bmes", "bmewo" -> Optional.of(TagScheme.BIOES);
      case "plain" -> Optional.of(TagScheme.PLAIN);
      default ->
          throw new UsageException(
              "--scheme takes auto, iob1, iob2, bioes or plain, found " + scheme);
    };
  }

  /** Asked for as plain, labels that look like chunks in another spelling stay what they are. */
  TagReading reading() {
    return expected().filter(TagScheme.PLAIN::equals).isPresent()
        ? TagReading.AS_WRITTEN
        : TagReading.DETECT;
  }

  /**
   * @param data name of the data, for the message
   * @throws BadDataException if another scheme than the one found is asked for
   */
  void require(TagScheme found, String data) {
    if (expected().isPresent() && expected().get() != found) {
      throw new BadDataException(
          data + ": the tags are " + found + ", but --scheme says " + scheme);
    }
  }
}
