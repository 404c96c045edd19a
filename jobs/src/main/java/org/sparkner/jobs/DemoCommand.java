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

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sparkner.catalog.ModelCatalog;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.Invocation;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.console.Terminal;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A model that is there, then the whole way on the sample data: train, evaluate, tag, look. */
@Command(
    name = "demo",
    description = {
      "Tags with a model, then trains, evaluates and tags, in 5 minutes.",
      "Tags public-domain documents into Parquet with Spark and shows some of the",
      "entities found: first with the model en-small, then with its own."
    },
    footer = {"", "Example:", "  spark-ner demo --output output/demo"})
final class DemoCommand implements Callable<Integer> {
  /** The model that comes with the project. */
  private static final String MODEL = "en-small";

  @HelpGroup("Demo")
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The sample data (sample-data in the checkout).")
  private Path data;

  @HelpGroup("Demo")
  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where the model and the entities go; replaces an earlier demo.")
  private Path output;

  @HelpGroup("Demo")
  @Option(
      names = "--time-limit",
      defaultValue = "90s",
      paramLabel = "TIME",
      description = "Training stops after this time (${DEFAULT-VALUE}).")
  private String timeLimit;

  /** The former name. */
  @Option(names = "--time-budget", hidden = true)
  private void timeBudget(String time) {
    timeLimit = time;
  }

  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;
  private int steps;

  @Override
  public Integer call() {
    Path home = Path.of(System.getenv().getOrDefault("SPARK_NER_HOME", "."));
    Path sample = data == null ? home.resolve("sample-data") : data;
    Path results = output == null ? home.resolve("output").resolve("demo") : output;
    if (!Files.isDirectory(sample.resolve("wikigold"))) {
      throw new UsageException(sample + " is not the sample data; give it by --data");
    }
    String train = shown(sample.resolve("wikigold/train.conll"));
    String dev = shown(sample.resolve("wikigold/dev.conll"));
    String vectors = shown(sample.resolve("vectors/glove.sample.100d.txt.gz"));
    String documents = shown(sample.resolve("raw/documents.jsonl"));
    String model = shown(results.resolve("model"));
    String report = shown(results.resolve("report"));
    String entities = shown(results.resolve("entities.parquet"));

    int code = 0;
    if (ModelCatalog.here().lookup(MODEL).isPresent()) {
      code =
          tag(
              "Tag 14 speeches and books with the model " + MODEL + ", which is there already",
              MODEL,
              documents,
              shown(results.resolve(MODEL + ".parquet")));
    } else {
      spec.commandLine()
          .getOut()
          .println("There is no model " + MODEL + " here, so the demo begins with training.");
    }
    if (code == 0) {
      code =
          step(
              "Train on 1,377 sentences of Wikipedia, at most "
                  + timeLimit
                  + "; the development set chooses the epoch",
              "train",
              "--train",
              train,
              "--valid",
              dev,
              "--vectors",
              vectors,
              "--model",
              model,
              "--time-limit",
              timeLimit,
              "--overwrite");
    }
    if (code == 0) {
      code =
          step(
              "Evaluate on the development set: other text is harder, since this chose the epoch",
              "evaluate",
              "--model",
              model,
              "--data",
              dev,
              "--train",
              train,
              "--report",
              report,
              "--overwrite");
    }
    if (code == 0) {
      code = tag("Tag 14 speeches and books into Parquet", model, documents, entities);
    }
    if (code == 0) {
      heading("Next");
      printNext(model, entities, shown(sample.resolve("raw/1961-Kennedy.txt")));
    }
    return code;
  }

  /** As short as it can be written from where the user is. */
  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
  }

  /** Tags documents and shows ten of the entities. */
  private int tag(String title, String model, String documents, String entities) {
    int code =
        step(
            title,
            "tag",
            "--model",
            model,
            "--input",
            documents,
            "--output",
            entities,
            "--overwrite");
    if (code == 0) {
      numbered("Ten of the entities found");
      show(entities);
    }
    return code;
  }

  private int step(String title, String... command) {
    numbered(title);
    PrintWriter out = spec.commandLine().getOut();
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(settings.arguments());
    out.println(paint("2", "$ " + Invocation.of(arguments.toArray(String[]::new))));
    return Main.run(out, spec.commandLine().getErr(), arguments.toArray(String[]::new));
  }

  private void show(String entities) {
    try (StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      progress.begin("reading " + entities);
      List<Finding> findings =
          Finding.some(Sessions.open(settings.load()).read().parquet(entities), 10);
      progress.close();
      findings.forEach(
          finding -> spec.commandLine().getOut().println(finding.line(Terminal.OUT.isColoured())));
    } finally {
      Sessions.close();
    }
  }

  private void printNext(String model, String entities, String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("The model is in " + model);
    out.println("The entities are in " + entities + ", with every column of the documents.");
    out.println("Tag a text, or one of your own in its place:");
    out.println(
        "  " + Invocation.of("tag", "--model", model, "--input", text, "--output", "tagged"));
    out.println(
        "Train on your own data with the command of the training above; all options of both:");
    out.println("  " + Invocation.of("train", "--help"));
    out.println("  " + Invocation.of("tag", "--help"));
  }

  private void numbered(String title) {
    steps++;
    heading(steps + ". " + title);
  }

  private void heading(String title) {
    spec.commandLine().getOut().printf(Locale.ROOT, "%n%s%n", paint("1", title));
  }

  private static String paint(String code, String text) {
    return Terminal.OUT.isColoured() ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
