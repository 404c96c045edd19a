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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.CollectionAccumulator;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.corpus.WarningLimit;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.Invocation;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.model.ModelCalibration;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.resource.EncoderDirectory;
import org.sparkner.jobs.resource.GazetteerOption;
import org.sparkner.jobs.resource.VectorsFile;
import org.sparkner.jobs.settings.DistributionSettings;
import org.sparkner.jobs.settings.LinearSettings;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.jobs.settings.TrainingSettings;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Algorithm;
import org.sparkner.model.NerModel;
import org.sparkner.spark.training.ClusterTrainer;
import org.sparkner.spark.training.SerializableSentence;
import org.sparkner.tags.TagScheme;
import org.sparkner.train.LinearOptions;
import org.sparkner.train.LinearTrainer;
import org.sparkner.train.Trainer;
import org.sparkner.train.TrainingLibrary;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a tagger on this machine or on Spark's executors. */
@Command(
    name = "train",
    description = "Trains a tagger on labelled sentences.",
    footer = {
      "",
      "Example:",
      "  spark-ner train --train train.conll --valid dev.conll --vectors glove.txt.gz \\",
      "    --model model"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true)
public final class TrainCommand implements Callable<Integer> {
  @HelpGroup("Data")
  @Option(
      names = "--train",
      required = true,
      paramLabel = "PATH",
      description = "Labelled sentences to learn from. Required.")
  private String train;

  @HelpGroup("Data")
  @Option(
      names = "--valid",
      paramLabel = "PATH",
      description = "Labelled sentences that decide which epoch is best.")
  private String valid;

  @HelpGroup("Data")
  @Option(
      names = "--vectors",
      paramLabel = "PATH",
      description = "Pretrained word vectors (GloVe, word2vec, fastText).")
  private String vectors;

  @Mixin private GazetteerOption gazetteers;

  @HelpGroup("Output")
  @Option(
      names = "--model",
      required = true,
      paramLabel = "PATH",
      description = "Directory to write the model to. Required.")
  private String model;

  @Mixin private LabeledData data;

  @HelpGroup("Reading the data")
  @Option(
      names = "--scheme",
      defaultValue = "auto",
      paramLabel = "SCHEME",
      description =
          "Tag scheme: iob1, iob2, bioes (or bilou, bmes), plain (any labels) or auto"
              + " (${DEFAULT-VALUE}).")
  private String scheme;

  @HelpGroup("Training")
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Train on the executors, with N workers (0: here).")
  private String workers;

  @HelpGroup("Training")
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "Network and recipe: default, fast or best. Explicit settings override it.")
  private String preset;

  @HelpGroup("Training")
  @Option(names = "--epochs", paramLabel = "N", description = "Train for at most this many epochs.")
  private String epochs;

  @HelpGroup("Training")
  @Option(
      names = "--time-budget",
      paramLabel = "TIME",
      description = "Stop after this time, such as 90s or 2h.")
  private String timeBudget;

  @HelpGroup("Training")
  @Option(names = "--seed", paramLabel = "N", description = "Same seed, same data: same model (1).")
  private String seed;

  @HelpGroup("Output")
  @Option(names = "--resume", description = "Continue an interrupted run of the same command.")
  private boolean resume;

  @HelpGroup("Output")
  @Option(
      names = "--overwrite",
      description = "Replace the model and the checkpoint if they exist.")
  private boolean overwrite;

  @HelpGroup("Output")
  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description = "Directory of the checkpoint (MODEL.checkpoint).")
  private String checkpoint;

  @HelpGroup("Output")
  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Training log, JSON lines (MODEL/training.jsonl).")
  private String log;

  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    TrainingLibrary.require();
    wantedScheme(); // before anything is read
    Settings all = settings.load(ownSettings());
    Algorithm algorithm = Algorithm.named(all.text("algorithm"));
    if (algorithm != Algorithm.NEURAL) {
      refuseOptionsOfNetworks(algorithm, all);
      EncoderDirectory.refuse(all, "algorithm=" + algorithm);
    }
    TrainingOptions options =
        new TrainingSettings(all)
            .options()
            .withGazetteers(gazetteers.read(all))
            .withContextual(EncoderDirectory.read(all, new DistributionSettings(all).workers()));
    if (algorithm == Algorithm.NEURAL) {
      data.attributes().requireWith(options.architecture().features().attributeDimension());
    }
    try (TrainingOutput output =
            TrainingOutput.prepare(
                Location.of(model), checkpoint, log, resume, overwrite, inputs(all));
        StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      NerModel trained =
          algorithm == Algorithm.NEURAL
              ? network(options, all, output, progress)
              : linear(
                  new LinearSettings(all)
                      .options(algorithm, options.gazetteers(), data.attributes().name() != null),
                  all,
                  output,
                  progress);
      progress.begin("saving " + model);
      output.save(trained, Sessions.open(all));
      progress.close();
      printSummary(trained);
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private RunFiles inputs(Settings all) {
    RunFiles files =
        settings
            .files()
            .reads("--train", train)
            .reads("--valid", valid)
            .reads("--vectors", vectors);
    gazetteers.addTo(files);
    EncoderDirectory.addTo(files, all);
    return files;
  }

  /** Given by name, they would be ignored in silence. */
  private void refuseOptionsOfNetworks(Algorithm algorithm, Settings all) {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--vectors", vectors != null);
    given.put("--resume", resume);
    given.put("--pos-column", algorithm == Algorithm.HMM && data.attributes().name() != null);
    given.put("--workers", new DistributionSettings(all).workers() > 0);
    given.forEach(
        (option, isGiven) -> {
          if (isGiven) {
            throw new UsageException(
                option
                    + " is for networks; leave it out, or give --set algorithm=neural instead of "
                    + algorithm);
          }
        });
  }

  private NerModel network(
      TrainingOptions options, Settings all, TrainingOutput output, StatusLine progress) {
    WatchedTraining.Training training =
        new DistributionSettings(all).workers() == 0
            ? here(options, all, progress)
            : onExecutors(options, all, progress);
    return new WatchedTraining(options.epochs(), output, progress).run(training, resume);
  }

  private NerModel linear(
      LinearOptions options, Settings all, TrainingOutput output, StatusLine progress) {
    List<LabeledSentence> sentences = readTraining(options.language(), all, progress);
    List<LabeledSentence> validation = readValidation(options.language(), all, progress);
    UnaryOperator<NerModel> calibration = ModelCalibration.of(all, validation, progress);
    return new WatchedTraining(options.epochs(), output, progress)
        .run(
            (unused, listener) ->
                calibration.apply(
                    new LinearTrainer(options, reading()).train(sentences, validation, listener)),
            false);
  }

  private WatchedTraining.Training here(
      TrainingOptions options, Settings all, StatusLine progress) {
    List<LabeledSentence> sentences = readTraining(options.language(), all, progress);
    List<LabeledSentence> validation = readValidation(options.language(), all, progress);
    WordVectors pretrained = readVectors(options, all, progress);
    UnaryOperator<NerModel> calibration = ModelCalibration.of(all, validation, progress);
    return (checkpointing, listener) ->
        calibration.apply(
            new Trainer(options, reading())
                .train(sentences, validation, pretrained, checkpointing, listener));
  }

  private WatchedTraining.Training onExecutors(
      TrainingOptions options, Settings all, StatusLine progress) {
    Location from = Location.of(train);
    ClusterTrainer trainer =
        new DistributionSettings(all)
            .trainer(Sessions.open(all), options)
            .withTags(reading(), tag -> data.placeOf(tag, from, options.language(), all));
    CollectionAccumulator<String> warnings =
        Sessions.open(all).sparkContext().collectionAccumulator("warnings");
    JavaRDD<SerializableSentence> sentences =
        data.readDistributed(from, options.language(), all, warnings);
    List<LabeledSentence> validation = readValidation(options.language(), all, progress);
    WordVectors pretrained = readVectors(options, all, progress);
    UnaryOperator<NerModel> calibration = ModelCalibration.of(all, validation, progress);
    return (checkpointing, listener) ->
        calibration.apply(
            trainer.train(
                sentences,
                validation,
                pretrained,
                checkpointing,
                new SurveyCheck(report -> warn(warnings, progress))
                    .and(checked(listener, progress))));
  }

  /** Tells what the executors found, each once though a file may have been read twice. */
  private static void warn(CollectionAccumulator<String> found, StatusLine progress) {
    try (WarningLimit limit = new WarningLimit(line -> progress.print("warning: " + line))) {
      new LinkedHashSet<>(found.value()).forEach(limit);
    }
  }

  private Map<String, String> ownSettings() {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("preset", preset);
    own.put("distribution.workers", workers);
    own.put("training.epochs", epochs);
    own.put("linear.passes", epochs);
    own.put("training.time-budget", timeBudget);
    own.put("training.seed", seed);
    own.values().removeIf(java.util.Objects::isNull);
    return own;
  }

  private List<LabeledSentence> readTraining(String language, Settings all, StatusLine progress) {
    List<LabeledSentence> sentences = read(train, language, all, progress);
    requireScheme(TagScheme.detect(sentences.stream().map(LabeledSentence::tags).toList()));
    return sentences;
  }

  private List<LabeledSentence> read(
      String name, String language, Settings all, StatusLine progress) {
    progress.begin("reading " + name);
    return data.read(
        Location.of(name), language, all, reading(), line -> progress.print("warning: " + line));
  }

  private List<LabeledSentence> readValidation(String language, Settings all, StatusLine progress) {
    return valid == null ? List.of() : read(valid, language, all, progress);
  }

  /** Asked for as plain, labels that look like chunks in another spelling stay what they are. */
  private TagReading reading() {
    return wantedScheme() == TagScheme.PLAIN ? TagReading.AS_WRITTEN : TagReading.DETECT;
  }

  /** Null for any. */
  private TagScheme wantedScheme() {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "auto" -> null;
      case "iob1" -> TagScheme.IOB1;
      case "iob2", "bio" -> TagScheme.IOB2;
      case "bioes", "iobes", "bilou", "bmes", "bmewo" -> TagScheme.BIOES;
      case "plain" -> TagScheme.PLAIN;
      default ->
          throw new UsageException(
              "--scheme takes auto, iob1, iob2, bioes or plain, found " + scheme);
    };
  }

  private TrainingListener checked(TrainingListener listener, StatusLine progress) {
    return new SurveyCheck(
            report -> {
              requireScheme(report.scheme());
              if (wantedScheme() == null) {
                report
                    .tagWarning()
                    .ifPresent(text -> progress.print("warning: " + train + ": " + text));
              }
            })
        .and(listener);
  }

  private void requireScheme(TagScheme found) {
    if (wantedScheme() != null && wantedScheme() != found) {
      throw new BadDataException(
          train + ": the tags are " + found + ", but --scheme says " + scheme);
    }
  }

  private WordVectors readVectors(TrainingOptions options, Settings all, StatusLine progress) {
    if (vectors == null) {
      return WordVectors.none(options.architecture().wordDimension());
    }
    return VectorsFile.read(Location.of(vectors), all, progress);
  }

  private void printSummary(NerModel trained) {
    var out = spec.commandLine().getOut();
    Double f1 = trained.training().metrics().get("valid_f1");
    String score =
        f1 == null ? ", not validated" : String.format(Locale.ROOT, ", valid F1 %.2f", f1);
    out.printf(Locale.ROOT, "model %s, of epoch %d%s%n", model, trained.training().epoch(), score);
    if (valid == null) {
      return; // on what it was trained on, any model looks good
    }
    List<String> next = new ArrayList<>(List.of("evaluate", "--model", model, "--data", valid));
    next.addAll(LabeledData.given(spec));
    out.printf(Locale.ROOT, "next: %s%n", Invocation.of(next.toArray(String[]::new)));
  }
}
