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

package org.sparkner.jobs.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.jobs.CommandLineRun;

/** {@code train --corpora} and {@code evaluate --corpora}. */
class CorporaTest {
  @TempDir private Path directory;

  @BeforeEach
  void writeSources() throws IOException {
    StringBuilder news = new StringBuilder();
    StringBuilder tweets = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      String name = i % 2 == 0 ? "Ada" : "Alan";
      String town = i % 3 == 0 ? "Oslo" : "Pisa";
      news.append(name + " B-PER\nlives O\nin O\n" + town + " B-LOC\n. O\n\n");
      tweets.append(name + "\tB-person\nin\tO\n" + town + "\tO\nlikes\tO\nTea\tB-product\n\n");
    }
    Files.writeString(directory.resolve("news.conll"), news);
    Files.writeString(directory.resolve("tweets.conll"), tweets);
  }

  private Path conf(String text) throws IOException {
    return Files.writeString(directory.resolve("corpora.conf"), text);
  }

  private CommandLineRun train(String conf, Object... more) throws IOException {
    Object[] all =
        new Object[] {
          "train",
          "--corpora",
          conf(conf),
          "--model",
          directory.resolve("model"),
          "--epochs",
          3,
          "--set",
          "network.hidden=8",
          "--set",
          "network.word-dimension=10"
        };
    Object[] arguments = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, arguments, all.length, more.length);
    return CommandLineRun.here(arguments);
  }

  private static final String GOOD =
      """
      train {
        news { path = news.conll, types = [PER, LOC] }
        tweets {
          path = [tweets.conll]
          format = conll
          labels { person = PER, product = O }
          weight = 0.5
        }
      }
      valid {
        news { path = news.conll, labels { PER = PER, LOC = LOC } }
        tweets { path = tweets.conll, labels { person = PER, "*" = O } }
      }
      """;

  @Tag("slow")
  @Test
  void trainsOnAllSourcesTellsWhatIsInEachAndEvaluatesThem() throws IOException {
    CommandLineRun run = train(GOOD);
    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.err())
        .contains("train.news: 30 sentences, 150 tokens; LOC 30, PER 30")
        .contains(
            "train.tweets: 30 sentences, 150 tokens; PER 30; taken for O: product 30; not"
                + " annotated: LOC; weight 0.5");
    assertThat(run.out())
        .anyMatch(line -> line.contains("evaluate --model") && line.contains("--corpora"));

    CommandLineRun evaluated =
        CommandLineRun.here(
            "evaluate", "--model", directory.resolve("model"), "--corpora", conf(GOOD));
    assertThat(evaluated.code()).as(String.join("\n", evaluated.err())).isZero();
    assertThat(evaluated.out())
        .anyMatch(line -> line.startsWith("valid.news: 30 sentences; precision:"))
        .anyMatch(line -> line.startsWith("valid.tweets: 30 sentences; precision:"));

    CommandLineRun capitals =
        CommandLineRun.here(
            "evaluate",
            "--model",
            directory.resolve("model"),
            "--corpora",
            conf(GOOD.substring(GOOD.indexOf("valid {"))),
            "--spelling",
            "upper",
            "--report",
            directory.resolve("report"),
            "--json");
    assertThat(capitals.code()).as(String.join("\n", capitals.err())).isZero();
    assertThat(capitals.lastOut())
        .contains("\"spelling\":\"upper\"")
        .containsPattern(
            "\"sources\":\\{\"valid.news\":\\{.*\"expected_calibration_error\":0\\.\\d+\\},"
                + "\"valid.tweets\":\\{");
    assertThat(directory.resolve("report/predictions.conll"))
        .content()
        .contains("ADA B-PER", "OSLO B-LOC", "TEA O")
        .doesNotContain("Oslo");
    calibratesOnSources();

    CommandLineRun people =
        CommandLineRun.here(
            "evaluate",
            "--model",
            directory.resolve("model"),
            "--data",
            directory.resolve("news.conll"),
            "--types",
            "PER");
    assertThat(people.out())
        .anyMatch(line -> line.contains("PER:"))
        .noneMatch(line -> line.contains("LOC:"));
    assertThat(
            CommandLineRun.here(
                    "evaluate",
                    "--model",
                    directory.resolve("model"),
                    "--data",
                    directory.resolve("news.conll"),
                    "--types",
                    "PERS")
                .lastErr())
        .contains("did you mean PER?");
    assertThat(evaluating("--source", "tweets,mews"))
        .contains("has no source valid.mews; it has valid.news, valid.tweets");
    assertThat(evaluating("--source", ",")).contains("--source names nothing");
    assertThat(evaluating("--types", ",")).contains("--types names nothing");
  }

  /** The last line of standard error, on all sources. */
  private String evaluating(String option, String value) throws IOException {
    Path model = directory.resolve("model");
    return CommandLineRun.here("evaluate", "--model", model, "--corpora", conf(GOOD), option, value)
        .lastErr();
  }

  private void calibratesOnSources() throws IOException {
    String news = "{ path = [news.conll, news.conll, news.conll], types = [PER, LOC] }";
    String three = "valid { one %s, two %s, three %s }".formatted(news, news, news);
    Path calibrated = directory.resolve("calibrated");
    CommandLineRun run =
        CommandLineRun.here(
            "calibrate",
            "--model",
            directory.resolve("model"),
            "--corpora",
            conf(three),
            "--source",
            "two,one",
            "--output",
            calibrated);
    assertThat(run.code()).as(String.join("\n", run.err())).isZero();
    assertThat(run.err()).anyMatch(line -> line.contains("of 180 entities"));
    assertThat(calibrated).isDirectory();
    assertThat(
            CommandLineRun.here(
                    "calibrate",
                    "--model",
                    directory.resolve("model"),
                    "--corpora",
                    conf(GOOD),
                    "--source",
                    "tweets",
                    "--output",
                    directory.resolve("none"))
                .lastErr())
        .contains("entities, expected at least 100");
    assertThat(
            CommandLineRun.here(
                    "calibrate",
                    "--model",
                    directory.resolve("model"),
                    "--output",
                    directory.resolve("none"))
                .lastErr())
        .contains("--data=PATH")
        .contains("--corpora FILE");
  }

  @Tag("slow")
  @Test
  void oneWorkerTrainsTheModelThatThisMachineWould() throws IOException {
    assertThat(train(GOOD).code()).isZero();
    Path here = directory.resolve("here");
    Files.move(directory.resolve("model"), here);

    CommandLineRun there = train(GOOD, "--workers", 1);

    assertThat(there.code()).as(String.join("\n", there.err())).isZero();
    assertThat(there.err()).anyMatch(line -> line.startsWith("train.tweets: 30 sentences"));
    assertThat(directory.resolve("model/model/weights.safetensors"))
        .hasSameBinaryContentAs(here.resolve("model/weights.safetensors"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "train { a { path = tweets.conll, labels { person = PER } } }"
            + "|source train.a: the data has labels that it says nothing of: product 30; add to its labels { product = O }",
        "train { a { path = news.conll, types = [PER] } }"
            + "|labels that it says nothing of: LOC 30; add to its labels { LOC = O }",
        "train { a { path = none.conll, types = [PER] } }|none.conll does not exist",
        "train { a { types = [PER] } }|source train.a has no path",
        "train { a { path = news.conll } }|says neither what its labels stand for",
        "train { a { path = news.conll, types = [PER], wieght = 2 } }"
            + "|has an unknown key wieght; did you mean weight?",
        "train { a { path = news.conll, types = [PER], weight = 0 } }|weight is 0; it needs a number above 0",
        "train { a { path = news.conll, types = [PER], labels { PER = PER, LOC = LOC } } }"
            + "|its labels stand for LOC, which its types leave out as not annotated",
        "train { a { path = news.conll, labels { PER = PER, LOC = LOC } }, b { path = tweets.conll, labels { person = PER, PER = LOC } } }"
            + "|takes the label PER for PER, but train.b takes it for LOC and annotates PER too",
        "train { a { path = news.conll, labels { PER = PER, LOC = O } } }, valid { b { path = news.conll, types = [PER, LOC] } }"
            + "|annotates LOC, which no source of train does",
        "train { a { path = news.conll, format = conl, types = [PER] } }|expected one of",
        "train { a { path = news.conll, tag-column = 7, types = [PER] } }|news.conll: no tag column 7: found 2 columns",
        "train { a { path = news.conll, labels { \"*\" = O } } }|all of its labels stand for O",
        "train = news.conll|train needs { … }, found news.conll",
        "valid { a { path = news.conll, types = [PER] } }|declares no source to train on",
        "# none|corpora.conf has no sources",
        "tain { a { path = news.conll } }|unknown key tain; did you mean train?",
      })
  void saysInOneLineWhatIsWrong(String conf, String message) throws IOException {
    CommandLineRun run = train(conf);
    assertThat(run.code()).isNotZero();
    assertThat(run.lastErr()).startsWith("error: ").contains("corpora.conf").contains(message);
    assertThat(directory.resolve("model")).doesNotExist();
  }

  @Test
  void eitherSourcesOrOneFile() throws IOException {
    assertThat(train(GOOD, "--train", directory.resolve("news.conll")).lastErr())
        .contains("--train does not go with --corpora");
    assertThat(train(GOOD, "--tag-column", "1").lastErr())
        .contains("--tag-column does not go with --corpora");
    assertThat(CommandLineRun.here("train", "--model", directory.resolve("m")).lastErr())
        .contains("--train=PATH")
        .contains("--corpora FILE");
  }
}
