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

package org.sparkner.jobs.ablate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.TinyModel;

@Tag("slow")
class AblateCommandTest {
  @TempDir private Path directory;

  private CommandLineRun ablate(Object... more) throws IOException {
    List<Object> args = new ArrayList<>(List.of("ablate"));
    args.addAll(List.of("--train", TinyModel.sentences(directory, "wikigold/train.conll", 12)));
    args.addAll(List.of("--valid", TinyModel.sentences(directory, "wikigold/dev.conll", 4)));
    args.addAll(List.of("--output", directory.resolve("table")));
    args.addAll(List.of("--set", "network.word-dimension=10"));
    args.addAll(List.of(more));
    return CommandLineRun.here(args.toArray());
  }

  @Test
  void trainsTheRowsAndSeedsThatAreNotInTheTableYet() throws IOException {
    Path csv = directory.resolve("table/ablation.csv");

    assertThat(ablate("--rows", "blstm", "--epochs", 1).code()).isZero();
    List<String> first = Files.readAllLines(csv);
    CommandLineRun again = ablate("--rows", "half,blstm,hmm", "--epochs", 1, "--seeds", 2);

    assertThat(again.code()).isZero();
    assertThat(first).hasSize(2);
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).startsWith("row,seed,epochs,data,best_epoch,precision,recall,f1,");
    assertThat(lines.get(1)).as("not trained again").isEqualTo(first.get(1));
    assertThat(lines)
        .extracting(line -> line.split(",")[0] + line.split(",")[1])
        .containsExactly("rowseed", "blstm1", "hmm1", "hmm2", "blstm2", "half1", "half2");
    assertThat(Files.readAllLines(directory.resolve("table/ablation.md")))
        .hasSize(5)
        .anyMatch(line -> line.startsWith("| `hmm` | HMM | 2 | 1 | "))
        .anyMatch(line -> line.startsWith("| `blstm` | BLSTM | 2 | 1 | "))
        .anyMatch(line -> line.startsWith("| `half` | BLSTM-CNN-CRF, hidden 100 | 2 | 1 | "));

    Path published =
        Files.writeString(directory.resolve("published.conf"), "blstm = \"91.57 (Ma & Hovy)\"\n");
    ablate("--rows", "blstm", "--epochs", 1, "--published", published);
    assertThat(Files.readAllLines(directory.resolve("table/ablation.md")))
        .as("written again, though nothing was trained")
        .hasSize(5)
        .anyMatch(line -> line.startsWith("| row |") && line.endsWith("| published |"))
        .anyMatch(line -> line.startsWith("| `blstm` ") && line.endsWith("| 91.57 (Ma & Hovy) |"))
        .anyMatch(line -> line.startsWith("| `hmm` ") && line.endsWith(" |  |"));

    CommandLineRun other = ablate("--rows", "blstm", "--epochs", 2);
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.lastErr()).startsWith("error: ").contains("1 epochs, expected 2");
  }

  @Test
  void trainsVariantsOfAFileAndSaysWhatTheirSettingsAre() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("search.conf"),
            "second { algorithm = crf, linear { passes = 2, l2 = 1 } }\n"
                + "first = ${second} { linear.l2 = 0.5 }\n");

    CommandLineRun run = ablate("--variants", file, "--rows", "hmm");

    assertThat(run.code()).isZero();
    assertThat(Files.readAllLines(directory.resolve("table/ablation.csv")))
        .extracting(line -> line.split(",", 13)[0] + " " + line.split(",", 13)[12])
        .contains(
            "hmm \"algorithm=hmm network.word-dimension=10\"",
            "second \"algorithm=crf linear.l2=1 linear.passes=2 network.word-dimension=10\"",
            "first \"algorithm=crf linear.l2=0.5 linear.passes=2 network.word-dimension=10\"");
    assertThat(Files.readAllLines(directory.resolve("table/ablation.md")))
        .anyMatch(line -> line.startsWith("| `second` | algorithm=crf linear.l2=1 "));

    Files.writeString(file, "second { algorithm = crf, linear { passes = 2, l2 = 3 } }");
    CommandLineRun changed = ablate("--variants", file);
    assertThat(changed.code()).isEqualTo(2);
    assertThat(changed.lastErr()).contains("row second with 'algorithm=crf linear.l2=1 ");
  }

  @Test
  void takesTheVariantsThatAreNamed() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("search.conf"),
            "second { algorithm = hmm }\nfirst { algorithm = hmm }\n");

    assertThat(ablate("--variants", file, "--rows", "first,hmm").code()).isZero();

    assertThat(Files.readAllLines(directory.resolve("table/ablation.csv")))
        .extracting(line -> line.split(",", 2)[0])
        .containsExactly("row", "hmm", "first");
    assertThat(ablate("--variants", file, "--rows", ",").lastErr())
        .contains("--rows names nothing");
    assertThat(ablate("--variants", file, "--rows", "third").lastErr())
        .contains("--rows has no row third; there are hmm, ")
        .endsWith("best, second, first");
  }

  private Path corpora(String valid) throws IOException {
    Path train = TinyModel.sentences(directory, "wikigold/train.conll", 12);
    Path dev = TinyModel.sentences(directory, "wikigold/dev.conll", 4);
    String labels = "labels { PER = PER, LOC = LOC, ORG = ORG, MISC = O }";
    return Files.writeString(
        directory.resolve("corpora.conf"),
        "train { web { path = \""
            + train
            + "\", "
            + labels
            + " } }\n"
            + valid.formatted(dev, labels));
  }

  private CommandLineRun ablateCorpora(Path corpora, Object... more) {
    List<Object> args = new ArrayList<>(List.of("ablate", "--corpora", corpora));
    args.addAll(List.of("--output", directory.resolve("table"), "--rows", "hmm"));
    args.addAll(List.of(more));
    return CommandLineRun.here(args.toArray());
  }

  @Test
  void learnsFromSeveralSources() throws IOException {
    Path corpora = corpora("valid { web { path = \"%s\", %s } }\n");

    CommandLineRun run = ablateCorpora(corpora);

    assertThat(run.code()).as(run.lastErr()).isZero();
    assertThat(run.err()).anyMatch(line -> line.startsWith("valid.web: "));
    assertThat(Files.readAllLines(directory.resolve("table/ablation.csv"))).hasSize(2);

    CommandLineRun both = ablateCorpora(corpora, "--valid", corpora);
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.lastErr()).startsWith("error: --valid does not go with --corpora, whose ");
    CommandLineRun neither =
        CommandLineRun.here("ablate", "--output", directory.resolve("t"), "--train", corpora);
    assertThat(neither.code()).isEqualTo(2);
    assertThat(neither.lastErr())
        .startsWith("error: Missing required option: '--valid=PATH'; or give --corpora FILE ");
    assertThat(directory.resolve("t")).doesNotExist();
  }

  @Test
  void sourcesThatAreOnlyToTrainOnAreRefused() throws IOException {
    Path corpora = corpora("");

    CommandLineRun run = ablateCorpora(corpora);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr())
        .startsWith(
            "error: --corpora " + corpora + " declares no source to validate on, so no row");
    assertThat(directory.resolve("table")).doesNotExist();
  }

  @Test
  void rowsCanReadAnEncoder() throws IOException {
    Path encoder = CommandLineRun.HOME.resolve("spark-ner-core/src/test/resources/tiny-encoder");
    Path file =
        Files.writeString(
            directory.resolve("search.conf"),
            "with { input.pretrained-encoder = \"" + encoder + "\" }");

    CommandLineRun run = ablate("--variants", file, "--rows", "half", "--epochs", 1);

    assertThat(run.code()).as(run.err().toString()).isZero();
    List<String> lines = Files.readAllLines(directory.resolve("table/ablation.csv"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2))
        .startsWith("with,1,1,")
        .contains("input.pretrained-encoder=" + encoder);
    double half = Double.parseDouble(lines.get(1).split(",")[11]);
    double with = Double.parseDouble(lines.get(2).split(",")[11]);
    assertThat(with).as("parameters").isGreaterThan(half);

    CommandLineRun linear =
        ablate("--rows", "crf", "--set", "input.pretrained-encoder=\"" + encoder + "\"");
    assertThat(linear.code()).isEqualTo(2);
    assertThat(linear.lastErr()).contains("not for the linear model of row crf");
  }

  @Test
  void refusesVariantsThatAreNone() throws IOException {
    Path file = Files.writeString(directory.resolve("search.conf"), "crf { linear.l2 = 1 }");
    assertThat(ablate("--variants", file).lastErr()).contains("a row crf, which is there");
    Files.writeString(file, "learning-rate = 1");
    assertThat(ablate("--variants", file).lastErr()).contains("needs rows such as");
    Files.writeString(file, "wide { network.hiden = 300 }");
    assertThat(ablate("--variants", file).lastErr()).contains("did you mean network.hidden?");
    Files.writeString(file, "wide { gazetteers = some }");
    assertThat(ablate("--variants", file).lastErr()).contains("needs true or false, found some");
    Files.writeString(file, "# none\n");
    assertThat(ablate("--variants", file).lastErr()).endsWith("search.conf has no rows");
    Files.writeString(file, "wide { network.hidden = ");
    CommandLineRun run = ablate("--variants", file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr()).startsWith("error: --variants ").contains("search.conf");
    assertThat(directory.resolve("table")).doesNotExist();
  }

  @Test
  void refusesPublishedScoresThatAreNone() throws IOException {
    Path file = Files.writeString(directory.resolve("published.conf"), "blstm { f1 = 91 }");
    assertThat(ablate("--published", file).lastErr())
        .startsWith("error: --published ")
        .endsWith("needs lines such as blstm-cnn = 93.07, found blstm");
    assertThat(ablate("--published", directory.resolve("none.conf")).lastErr())
        .endsWith("none.conf is no readable file");
    assertThat(directory.resolve("table")).doesNotExist();
  }

  @Test
  void refusesARowThatThereIsNot() throws IOException {
    CommandLineRun run = ablate("--rows", "transformer");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.lastErr())
        .startsWith(
            "error: --rows has no row transformer; there are hmm, memm, crf, crf-gazetteer, ffnn-window, cnn, rnn, gru, blstm");
    assertThat(directory.resolve("table")).doesNotExist();

    CommandLineRun without = ablate("--rows", "crf-gazetteer");
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.lastErr()).contains("give some by --gazetteer");
  }
}
