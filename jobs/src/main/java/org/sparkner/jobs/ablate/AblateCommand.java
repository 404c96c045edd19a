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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sparkner.corpus.CorpusFingerprint;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.corpora.Corpora;
import org.sparkner.jobs.corpora.SourceReading;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputLock;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.resource.EncoderSettings;
import org.sparkner.jobs.resource.GazetteerOption;
import org.sparkner.jobs.resource.NamedVectors;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.option.ModelOption;
import org.sparkner.option.TrainingOption;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.train.TrainingData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains one system after another and writes a table of what each part is worth. */
@Command(
    name = "ablate",
    description = {
      "Compares linear models and variants of the network in one table.",
      "Trains one after another and writes the score of each on --valid, its speed and",
      "its size to ablation.csv and ablation.md in --output. A row that the table",
      "already has is not trained again."
    },
    footer = {
      "",
      "Example:",
      "  spark-ner ablate --train train.conll --valid dev.conll --output table \\",
      "    --rows crf,blstm-cnn-crf"
    })
public final class AblateCommand implements Callable<Integer> {
  @HelpGroup("Data")
  @Option(
      names = "--train",
      paramLabel = "PATH",
      description = "Labelled sentences to learn from (or --corpora).")
  private String train;

  @HelpGroup("Data")
  @Option(
      names = "--valid",
      paramLabel = "PATH",
      description = "Labelled sentences to choose the best epoch by, and to score.")
  private String valid;

  @HelpGroup("Data")
  @Option(
      names = "--corpora",
      paramLabel = "FILE",
      description = "Several sources, in place of --train and --valid.")
  private Path corporaFile;

  @HelpGroup("Data")
  @Option(
      names = "--vectors",
      paramLabel = "PATH",
      description = "Pretrained word vectors, for all rows but random.")
  private String vectors;

  @Mixin private GazetteerOption gazetteers;

  @HelpGroup("Table")
  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the table. Required.")
  private Path output;

  @HelpGroup("Table")
  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "NAME",
      description = {
        "Rows to train (all, or only --variants); where no variant is named, all too."
      })
  private List<String> rows = List.of();

  @HelpGroup("Table")
  @Option(
      names = "--variants",
      paramLabel = "FILE",
      description = {
        "Rows of your own in HOCON: the default with other settings, such as",
        "NAME { training.dropout = 0.4 }."
      })
  private Path variants;

  @HelpGroup("Table")
  @Option(
      names = "--published",
      paramLabel = "FILE",
      description = {"Published scores to show beside, in HOCON: NAME = \"94.74 (source)\"."})
  private Path published;

  @HelpGroup("Training")
  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Train each network for at most this many epochs.")
  private String epochs;

  @HelpGroup("Training")
  @Option(
      names = "--seeds",
      defaultValue = "1",
      paramLabel = "N",
      description = "Train each row with the seeds 1 to N (${DEFAULT-VALUE}).")
  private int seeds;

  @Mixin private LabeledData data;
  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  /** What {@link #corporaFile} declares, or null. */
  private Corpora corpora;

  @Override
  public Integer call() {
    requireData();
    corpora = corporaFile == null ? null : Corpora.readForTraining(corporaFile);
    requireValidation();
    Settings all = settings.load(own(Map.of(), 1));
    requireApart(all);
    List<AblationRow> named =
        AblationRow.named(rows, variants == null ? List.of() : VariantsFile.read(variants));
    PublishedScores scores =
        published == null ? PublishedScores.NONE : PublishedScores.read(published);
    if (seeds < 1) {
      throw new UsageException("--seeds needs at least 1, found " + seeds);
    }
    Gazetteers phrases = gazetteers.read(all);
    List<AblationRow> chosen = readable(named, phrases);
    Map<List<Object>, PretrainedEncoder> encoders = new HashMap<>();
    // Of all rows before any of them is trained.
    for (AblationRow row : chosen) {
      Settings own = settings.load(own(row.settings(), 1));
      AblationTraining.epochs(own);
      EncoderSettings encoder = new EncoderSettings(own);
      if (AblationTraining.isLinear(own)) {
        encoder.refuse("the linear model of row " + row.name());
        AblationTraining.refuseSilver(own, "the linear model of row " + row.name());
      }
      encoder
          .key()
          .ifPresent(
              key ->
                  encoders.computeIfAbsent(key, expected -> encoder.encoder().orElseThrow().get()));
      requireAttributes(own);
    }
    OutputLock lock = null;
    try (StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      TrainingData gold = gold(all, progress);
      List<LabeledSentence> sentences = gold.train();
      List<LabeledSentence> validation = gold.valid();
      requireSomethingToFind(validation);
      WordVectors pretrained = vectors == null ? null : NamedVectors.read(vectors, all, progress);
      // Only now: a wrong input leaves no directory behind.
      lock = OutputLock.on(Location.of(AblationTable.csv(output).toString()));
      AblationTable table = AblationTable.in(output, scores);
      AblationTraining training =
          new AblationTraining(sentences, validation, pretrained, phrases, encoders, progress);
      String fingerprint =
          CorpusFingerprint.of(sentences).substring(0, 8)
              + CorpusFingerprint.of(validation).substring(0, 8);
      for (AblationRow row : chosen) {
        for (long seed = 1; seed <= seeds; seed++) {
          Settings own = settings.load(own(row.settings(), seed));
          String text = AblationResult.text(settings.overrides(), row);
          if (!table.has(row, seed, AblationTraining.epochs(own), fingerprint, text)) {
            table.add(training.run(row, seed, own, fingerprint, text));
          }
        }
      }
      table.write();
    } finally {
      Sessions.close();
      if (lock != null) {
        lock.close();
      }
    }
    spec.commandLine().getOut().printf(Locale.ROOT, "table %s%n", output.resolve("ablation.md"));
    return 0;
  }

  private void requireData() {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("--train", train);
    paths.put("--valid", valid);
    if (corporaFile == null) {
      paths.forEach(
          (option, path) -> {
            if (path == null) {
              throw new UsageException(
                  "Missing required option: '"
                      + option
                      + "=PATH'; or give --corpora FILE for several sources");
            }
          });
      return;
    }
    List<String> others = new ArrayList<>(LabeledData.given(spec));
    paths.forEach((option, path) -> others.addAll(path == null ? List.of() : List.of(option)));
    Corpora.refuseBeside(others);
  }

  /**
   * @throws UsageException if the sources are only to train on
   */
  private void requireValidation() {
    if (corpora != null && !corpora.validates()) {
      throw new UsageException(
          corpora
              + " declares no source to validate on, so no row can be scored; add"
              + " valid { NAME { path = FILE, labels { … } } }");
    }
  }

  private void requireAttributes(Settings own) {
    boolean reads = AblationTraining.readsAttributes(own);
    if (corpora == null) {
      data.attributes().requireFor(reads);
    } else if (reads) {
      corpora.requireAttributes(1);
    }
  }

  /** The directory stays as it is, but for the two files of the table. */
  private void requireApart(Settings all) {
    RunFiles files =
        settings
            .files()
            .reads("--train", train)
            .reads("--valid", valid)
            .reads("--corpora", corporaFile)
            .reads("--vectors", vectors)
            .reads("--variants", variants)
            .reads("--published", published);
    gazetteers.addTo(files);
    if (corpora != null) {
      corpora.addTo(files);
    }
    new EncoderSettings(all).addTo(files);
    for (Path file : AblationTable.files(output)) {
      files.writes("--output", Location.of(file.toString()));
    }
    files.requireApart();
  }

  private void requireSomethingToFind(List<LabeledSentence> validation) {
    if (validation.stream().allMatch(sentence -> sentence.tags().stream().allMatch("O"::equals))) {
      throw new BadDataException(
          (corpora == null ? valid : corpora)
              + ": no entity, all of its tags are O, so no row can be scored; give other data");
    }
  }

  /** Rows that read gazetteers want some; where none is named they are left out. */
  private List<AblationRow> readable(List<AblationRow> named, Gazetteers phrases) {
    if (phrases.size() > 0) {
      return named;
    }
    List<AblationRow> others = named.stream().filter(row -> !row.gazetteers()).toList();
    if ((!rows.isEmpty() || variants != null) && others.size() < named.size()) {
      throw new UsageException("a row reads gazetteers; give some by --gazetteer");
    }
    return others;
  }

  private Map<String, String> own(Map<String, String> row, long seed) {
    Map<String, String> own = new LinkedHashMap<>(row);
    own.putIfAbsent(ModelOption.ALGORITHM.key(), "neural");
    own.put(TrainingOption.SEED.key(), Long.toString(seed));
    if (epochs != null) {
      own.put(TrainingOption.EPOCHS.key(), epochs);
    }
    return own;
  }

  private TrainingData gold(Settings all, StatusLine progress) {
    return corpora == null
        ? new TrainingData(read(train, all, progress), read(valid, all, progress))
        : corpora.data(
            new SourceReading(
                all,
                all.get(TrainingOption.LANGUAGE),
                progress::begin,
                progress::print,
                line -> progress.print("warning: " + line)));
  }

  private List<LabeledSentence> read(String name, Settings all, StatusLine progress) {
    progress.begin("reading " + name);
    return data.read(
        Location.of(name),
        all.get(TrainingOption.LANGUAGE),
        all,
        line -> progress.print("warning: " + line));
  }
}
