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

package org.sparkner.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.Options;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Every command line that a document shows has a command, options and settings that there are, and
 * values that they take. Whether it does what the document says is shown by the tests that run it.
 */
class DocumentedCommandsTest {
  private static final Path HOME = Path.of("..");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^ *```(?:bash|sh|)\\n(.*?)^ *```|^((?: {4}.*\\n)+)");
  private static final Pattern CALL =
      Pattern.compile("(?:^|[|;&(] *|[$] |do )(?:bin/)?spark-ner +(?<rest>[a-z-].*)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");
  private static final Set<String> KEYS =
      Options.settings().map(DeclaredOption::key).collect(Collectors.toSet());

  /** A command line of a document, its words split. */
  record Documented(Path document, List<String> words) {
    @Override
    public String toString() {
      return HOME.relativize(document) + ": " + String.join(" ", words);
    }
  }

  static Stream<Documented> commands() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path folder : List.of(HOME, HOME.resolve("docs"), HOME.resolve("docs/measurements"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    List<Documented> commands = new ArrayList<>();
    for (Path document : documents) {
      if (!document.endsWith("CHANGELOG.md")) {
        addCommands(document, commands);
      }
    }
    assertThat(commands).hasSizeGreaterThan(100);
    return commands.stream();
  }

  private static void addCommands(Path document, List<Documented> commands) throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(document));
    while (blocks.find()) {
      String block = blocks.group(1) == null ? blocks.group(2) : blocks.group(1);
      for (String line : block.replaceAll("\\\\\\n\\s*", " ").split("\n")) {
        Matcher call = CALL.matcher(line.strip());
        if (call.find()) {
          commands.add(new Documented(document, words(call.group("rest"))));
        }
      }
    }
  }

  /**
   * Up to a comment, a pipe or the end of the command, without ellipses, brackets around what may
   * be left out, and variables that stand for further options.
   */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String plain = word.group(3);
      if (plain != null && plain.matches("#.*|[|&<>;]+.*|\\d?>.*")) {
        break;
      }
      String value = word.group().replaceAll("^['\"\\[]|['\"\\]]$", "");
      boolean last = plain != null && plain.endsWith(";");
      boolean ofOption = !words.isEmpty() && words.get(words.size() - 1).startsWith("-");
      if (!value.equals("…") && (ofOption || !value.matches("[$][A-Z]+"))) {
        words.add(last ? value.substring(0, value.length() - 1) : value);
      }
      if (last) {
        break;
      }
    }
    return words;
  }

  private static CommandLine commandLine(String command) {
    return command.equals("bench")
        ? new CommandLine(new Main())
        : org.sparkner.jobs.Main.commandLine();
  }

  /** Without what stands before the command, which is for spark-submit. */
  private static List<String> ofCommand(List<String> words) {
    Set<String> commands = org.sparkner.jobs.Main.commandLine().getSubcommands().keySet();
    for (int i = 0; i < words.size(); i++) {
      if (commands.contains(words.get(i))) {
        return words.subList(i, words.size());
      }
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isOneThatThereIs(Documented documented) {
    List<String> words = ofCommand(documented.words());
    if (words.isEmpty() || words.get(0).equals("COMMAND")) {
      return; // the place of any command
    }
    CommandLine line = commandLine(words.get(0));
    collectErrors(line);
    ParseResult parsed = line.parseArgs(words.toArray(String[]::new));

    assertThat(parsed.hasSubcommand() || parsed.isUsageHelpRequested()).isTrue();
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    assertThat(Stream.concat(parsed.errors().stream(), command.errors().stream()))
        .filteredOn(error -> !(error instanceof MissingParameterException))
        // What stands for any value.
        .filteredOn(error -> !error.getMessage().matches("(?s).*'(?:[$]\\w+|N)'.*"))
        .isEmpty();
    assertThat(command.unmatched()).isEmpty();
    if (command.hasMatchedOption("--set")) {
      Map<String, String> settings = command.matchedOption("--set").getValue();
      assertThat(settings.keySet())
          .allMatch(key -> KEYS.contains(key) || key.startsWith("spark.conf."));
    }
  }

  /** As the program parses; but shown commands leave out what does not matter to the reader. */
  private static void collectErrors(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    spec.parser().collectErrors(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().forEach(DocumentedCommandsTest::collectErrors);
  }
}
