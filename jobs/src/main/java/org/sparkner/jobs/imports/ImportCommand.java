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

package org.sparkner.jobs.imports;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.model.ClassifierModel;
import org.sparkner.model.ClassifierReader;
import org.sparkner.option.TrainingOption;
import org.sparkner.spark.resource.PretrainedEncoderDirectory;
import org.sparkner.tags.TagScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a model of a token classifier that was trained elsewhere. */
@Command(
    name = "import",
    description = {
      "Makes a model of a token classifier that HuggingFace's transformers exported:",
      "a directory of model.onnx, tokenizer.json and config.json with id2label."
    },
    footer = {"", "Example:", "  spark-ner import --onnx classifier --model model"})
public final class ImportCommand implements Callable<Integer> {
  @HelpGroup("Models")
  @Option(
      names = "--onnx",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the classifier. Required.")
  private String onnx;

  @HelpGroup("Models")
  @Option(
      names = "--model",
      required = true,
      paramLabel = "PATH",
      description = "Directory to write the model to. Required.")
  private String model;

  @HelpGroup("Models")
  @Option(names = "--overwrite", description = "Replace the model if it exists.")
  private boolean overwrite;

  @HelpGroup("Models")
  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description = "Scheme of the classifier's labels: IOB1, IOB2, BIOES or PLAIN (by them).")
  private String scheme;

  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Settings all = settings.load();
    TagScheme named = scheme();
    Location from = Location.of(onnx);
    Location to = Location.of(model);
    settings.files().reads("--onnx", onnx).replaces("--model", to).requireApart();
    try (OutputDirectory claimed = OutputDirectory.claim(to, overwrite);
        StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      progress.begin("reading " + onnx);
      ClassifierModel classifier =
          ClassifierReader.read(
              new PretrainedEncoderDirectory(from),
              new ClassifierReader.Options(all.get(TrainingOption.LANGUAGE), named));
      progress.begin("saving " + model);
      claimed.publish(classifier, Sessions.open(all), unused -> {});
      progress.close();
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "model %s, of labels in %s: %s%n",
              model,
              classifier.columns().scheme(),
              String.join(" ", classifier.columns().columns()));
    } finally {
      Sessions.close();
    }
    return 0;
  }

  /** Null where the labels are to tell it. */
  private TagScheme scheme() {
    if (scheme == null) {
      return null;
    }
    try {
      return TagScheme.valueOf(scheme.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--scheme needs IOB1, IOB2, BIOES or PLAIN, found " + scheme, e);
    }
  }
}
