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

package org.sparkner.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.jobs.ablate.AblateCommand;
import org.sparkner.jobs.calibrate.CalibrateCommand;
import org.sparkner.jobs.compress.CompressCommand;
import org.sparkner.jobs.distill.DistillCommand;
import org.sparkner.jobs.evaluate.EvaluateCommand;
import org.sparkner.jobs.quantise.QuantiseCommand;
import org.sparkner.jobs.tag.TagCommand;
import org.sparkner.jobs.train.TrainCommand;
import org.sparkner.jobs.vectors.VectorsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** No command deletes or writes into what it reads, whichever options name it. */
class OutputsApartTest {
  /** Of each command, the options that name what is written, then a bar and what is read. */
  private static final Map<Object, String> OPTIONS =
      Map.of(
          new TagCommand(),
              "--output --checkpoint --view | --model --trusted-keys --input --config",
          new TrainCommand(),
              "--model --checkpoint --log"
                  + " | --train --valid --corpora --vectors --gazetteer --config",
          new DistillCommand(),
              "--model --checkpoint --log --silver | --teacher --trusted-keys --text"
                  + " --train --valid --corpora --vectors --gazetteer --config",
          new EvaluateCommand(),
              "--report" + " | --model --trusted-keys --compare --data --corpora --train --config",
          new CalibrateCommand(), "--output | --model --trusted-keys --data --corpora --config",
          new QuantiseCommand(), "--output | --model --trusted-keys --data --config",
          new VectorsCommand(),
              "--output | --encoder --teacher --trusted-keys --text --beside --config",
          new CompressCommand(), "--output | --model --trusted-keys --data --text --config",
          new AblateCommand(),
              "--output"
                  + " | --train --valid --corpora --vectors --gazetteer --variants --published"
                  + " --config");

  @TempDir private Path directory;

  @Test
  void everyOptionThatNamesAPathIsKnownHere() {
    OPTIONS.forEach(
        (command, options) ->
            assertThat(
                    new CommandLine(command)
                        .getCommandSpec().options().stream()
                            .filter(option -> option.paramLabel().matches("PATH|DIR|MODEL|.*FILE"))
                            .map(OptionSpec::longestName))
                .containsExactlyInAnyOrder(options.replace("| ", "").split(" ")));
  }

  static Stream<List<String>> pairs() {
    List<List<String>> pairs = new ArrayList<>();
    OPTIONS.forEach(
        (command, options) -> {
          String name = new CommandLine(command).getCommandName();
          String[] sides = options.split(" \\| ");
          for (String written : sides[0].split(" ")) {
            for (String read : sides[1].split(" ")) {
              pairs.add(List.of(name, written, read));
            }
          }
        });
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void outputThatIsOrHoldsAnInputIsRefusedAndNothingChanges(List<String> pair) throws IOException {
    String command = pair.get(0);
    String written = pair.get(1);
    String read = pair.get(2);
    Map<String, Path> paths = new TreeMap<>();
    Object options =
        OPTIONS.keySet().stream()
            .filter(each -> new CommandLine(each).getCommandName().equals(command))
            .findFirst()
            .orElseThrow();
    for (String option : OPTIONS.get(options).split("[ |]+")) {
      paths.put(option, directory.resolve(option.substring(2) + "/x"));
    }
    for (Path path : paths.values()) {
      Files.createDirectories(path.getParent());
    }
    // The tables of ablate are files of their directory.
    boolean table = command.equals("ablate");
    Path harmed = table ? paths.get(written).resolve("ablation.csv") : paths.get(written);
    paths.put(read, harmed);
    Files.createDirectories(harmed.getParent());
    Files.writeString(harmed, content(read));
    Map<Path, String> before = content();

    CommandLineRun run = CommandLineRun.here(arguments(command, paths));

    assertThat(run.err()).singleElement().asString().startsWith("error: " + written);
    assertThat(run.lastErr()).contains(read).contains("nothing was changed");
    assertThat(run.code()).isEqualTo(2);
    assertThat(content()).isEqualTo(before);
  }

  private static String content(String read) {
    return switch (read) {
      case "--config" -> "training.seed = 1";
      case "--corpora" -> "train { a { path = a, types = [PER] } }, valid = ${train}";
      default -> "a { b = 1 }";
    };
  }

  private static boolean trains(String command) {
    return List.of("train", "distill", "ablate").contains(command);
  }

  private Object[] arguments(String command, Map<String, Path> paths) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    if (command.equals("tag")) {
      arguments.addAll(List.of("--incremental", "--input-format", "jsonl"));
    } else if (!command.equals("ablate")) {
      arguments.add("--overwrite");
    }
    boolean corpora = paths.containsKey("--corpora") && Files.exists(paths.get("--corpora"));
    boolean compares = paths.containsKey("--compare") && Files.exists(paths.get("--compare"));
    if (compares) {
      String model = paths.get("--compare").toString();
      arguments.addAll(List.of("--compare", model, model));
    }
    paths.forEach(
        (option, path) -> {
          boolean optional =
              Files.notExists(path)
                  && List.of("--config", "--gazetteer", "--variants", "--published", "--corpora")
                      .contains(option);
          boolean excluded =
              corpora
                  && List.of(trains(command) ? "--train" : "--data", "--valid").contains(option);
          boolean other =
              option.equals("--compare")
                  || compares && List.of("--model", "--train").contains(option);
          if (!optional && !excluded && !other) {
            arguments.addAll(
                List.of(option, option.equals("--gazetteer") ? "PER=" + path : path.toString()));
          }
        });
    return arguments.toArray();
  }

  private Map<Path, String> content() throws IOException {
    Map<Path, String> content = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      paths.forEach(
          path -> {
            try {
              content.put(path, Files.isDirectory(path) ? "" : Files.readString(path));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return content;
  }
}
