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

package org.sparkner.jobs.interactive;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.Terminal;
import org.sparkner.jobs.model.TextTaggerOptions;
import org.sparkner.tagger.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tags what a person types, or the lines of standard input. */
@Command(
    name = "try",
    description = {
      "Tags sentences as you type them, in colour.",
      "Shows the confidence of each entity, the most probable other readings and the",
      "time. Takes the lines of standard input where no terminal is. Ctrl-D ends it."
    },
    footer = {
      "",
      "Example:",
      "  spark-ner try --model model",
      "  echo 'Ada Lovelace lived in London.' | spark-ner try --model model --best 1"
    })
public final class TryCommand implements Callable<Integer> {
  private static final int MOST_READINGS = 100;

  @Mixin private TextTaggerOptions model;

  @HelpGroup("Output")
  @Option(
      names = "--best",
      defaultValue = "3",
      paramLabel = "N",
      description = "Readings of a sentence that are shown, 1 to 100 (${DEFAULT-VALUE}).")
  private int best;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (best < 1 || best > MOST_READINGS) {
      throw new UsageException("--best needs a number from 1 to 100, found " + best);
    }
    Tagger tagger = model.load(spec.commandLine().getErr()).tagger();
    PrintWriter out = spec.commandLine().getOut();
    try (TypedLines lines = TypedLines.open()) {
      lines.hint(spec.commandLine().getErr());
      TriedText tried = new TriedText(tagger, best, Terminal.OUT.isColoured());
      String line = lines.next();
      while (line != null) {
        if (!line.isBlank()) {
          tried.lines(line).forEach(out::println);
          out.flush();
        }
        line = lines.next();
      }
    }
    return 0;
  }
}
