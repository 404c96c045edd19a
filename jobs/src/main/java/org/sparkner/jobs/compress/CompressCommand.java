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

package org.sparkner.jobs.compress;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.sparkner.compress.CompressedModel;
import org.sparkner.compress.CompressionOptions;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.model.NewModelOption;
import org.sparkner.jobs.model.SavedModelOption;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.lexicon.WordCounts;
import org.sparkner.model.NerModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a trained model in fewer bytes. */
@Command(
    name = "compress",
    description = {
      "Makes a model small: word vectors in few bits, of fewer values; fewer words.",
      "Words that are left out get vectors of their parts. The new model is used",
      "like any other. Evaluate it: what it finds differs a little."
    },
    footer = {
      "",
      "Example:",
      "  spark-ner compress --model m --max-size 12MB --data train.conll --output small"
    })
public final class CompressCommand implements Callable<Integer> {
  @Mixin private SavedModelOption model;

  @HelpGroup("Model")
  @Option(
      names = "--words",
      paramLabel = "N",
      description = "Words to keep, those in most use (as many as fit).")
  private Integer words;

  @HelpGroup("Model")
  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      converter = ByteSize.class,
      description = {
        "Bytes of the new model at most, such as 12MB. Without",
        "--bits and --dimension, words in more use and values",
        "that matter more get more of them."
      })
  private Long maxSize;

  @HelpGroup("Model")
  @Option(
      names = "--bits",
      paramLabel = "N",
      description = "Of each value of a word vector, 8 or 4 (8).")
  private Integer bits;

  @HelpGroup("Model")
  @Option(
      names = "--dimension",
      paramLabel = "N",
      description = "Values of a word vector at most (those of the model).")
  private Integer dimension;

  @HelpGroup("Model")
  @Option(
      names = "--subwords",
      paramLabel = "N",
      defaultValue = "" + CompressionOptions.DEFAULT_SUBWORDS,
      description = {
        "Vectors of parts of words (${DEFAULT-VALUE}); 0: words that",
        "are left out are unknown."
      })
  private int subwords;

  @HelpGroup("Use of words")
  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = {
        "Labelled sentences whose words are in use. Without",
        "these and text, the order of the model counts."
      })
  private String data;

  @HelpGroup("Use of words")
  @Option(
      names = "--text",
      paramLabel = "PATH",
      description = "Text whose words are in use, a document a line.")
  private String text;

  @Mixin private LabeledData format;

  @Mixin private NewModelOption output;

  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Settings all = settings.load(model.setting());
    CompressionOptions options = options();
    output
        .addTo(model.addTo(settings.files()).reads("--data", data).reads("--text", text))
        .requireApart();
    try (OutputDirectory claimed = output.claim();
        StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      progress.begin("loading " + model.name());
      NerModel trained = model.read(all);
      WordCounts use = count(trained, all, progress);
      progress.begin("compressing");
      CompressedModel compressed = compress(trained, options, use);
      progress.print(report(compressed));
      progress.begin("saving " + output.name());
      claimed.publish(compressed.model(), Sessions.open(all), unused -> {});
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private CompressionOptions options() {
    if (subwords < 0) {
      throw new UsageException("--subwords needs 0 or more, found " + subwords);
    }
    return CompressionOptions.DEFAULT
        .with()
        .words(words == null ? Integer.MAX_VALUE : words)
        .maxBytes(maxSize == null ? Long.MAX_VALUE : maxSize)
        .dimension(dimension == null ? Integer.MAX_VALUE : dimension)
        .isSpread(maxSize != null && bits == null && dimension == null)
        .bits(bits == null ? CompressionOptions.DEFAULT.bits() : bits)
        .build()
        .withSubwordRows(subwords);
  }

  private CompressedModel compress(NerModel trained, CompressionOptions options, WordCounts use) {
    try {
      return CompressedModel.of(trained, options, use);
    } catch (UsageException e) {
      throw new BadModelException(model.name() + ": " + e.getMessage(), e);
    }
  }

  private WordCounts count(NerModel trained, Settings all, StatusLine progress) {
    WordCounts counts = new WordCounts();
    String language = trained.training().language();
    if (data != null) {
      progress.begin("reading " + data);
      for (LabeledSentence sentence :
          format.read(
              Location.of(data),
              language,
              all,
              TagReading.of(trained.labels().scheme()),
              line -> progress.print("warning: " + line))) {
        sentence.tokens().forEach(token -> counts.add(token, 1));
      }
    }
    if (text != null) {
      progress.begin("reading " + text);
      TextWords.count(Location.of(text), language, Sessions.open(all), counts);
    }
    return counts;
  }

  private static String report(CompressedModel compressed) {
    int kept = compressed.model().lexicon().wordRows() - 1;
    return String.format(
        Locale.ROOT,
        "%.1f MB instead of %.1f: %,d of %,d words, %,d subwords",
        compressed.after() / 1e6,
        compressed.before() / 1e6,
        kept,
        kept + compressed.pruned(),
        compressed.model().lexicon().compression().subwords().rows());
  }
}
