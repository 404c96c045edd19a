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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.corpus.WarningLimit;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.Invocation;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.corpora.Corpora;
import org.sparkner.jobs.corpora.SourceReading;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.resource.EncoderSettings;
import org.sparkner.jobs.resource.GazetteerOption;
import org.sparkner.jobs.resource.NamedVectors;
import org.sparkner.jobs.settings.DeviceOption;
import org.sparkner.jobs.settings.DistributionSettings;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.jobs.tracking.Tracking;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Algorithm;
import org.sparkner.model.NerModel;
import org.sparkner.option.DistributionOption;
import org.sparkner.option.LinearOption;
import org.sparkner.option.ModelOption;
import org.sparkner.option.SilverOption;
import org.sparkner.option.TrackingOption;
import org.sparkner.option.TrainingOption;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.spark.silver.SilverOptions;
import org.sparkner.spark.silver.SilverTable;
import org.sparkner.spark.training.ClusterTrainer;
import org.sparkner.spark.training.ClusterTraining;
import org.sparkner.spark.training.SerializableSentence;
import org.sparkner.tags.TagScheme;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.LinearOptions;
import org.sparkner.train.ReadyTraining;
import org.sparkner.train.RemoteTraining;
import org.sparkner.train.TeacherAgreement;
import org.sparkner.train.Training;
import org.sparkner.train.TrainingData;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.TrainingParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Trains a tagger on this machine or on Spark's executors. A command that has a teacher write what
 * is learned from first says so by {@link #silver} and {@link #teacherOption}.
 */
@Command(
    name = "train",
    description = "Trains a tagger on labelled sentences.",
    footer = {
      "",
      "Example:",
      "  spark-ner train --train t.conll --valid v.conll --vectors glove.gz --model m"
    })
public class TrainCommand implements Callable<Integer> {
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
      description = "Labelled sentences that decide which epoch is best.")
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

  @Mixin private SchemeOption scheme;

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
      description = "Network, recipe: default, fast, best, fine-tuned.")
  private String preset;

  @HelpGroup("Training")
  @Option(names = "--epochs", paramLabel = "N", description = "Train for at most this many epochs.")
  private String epochs;

  @HelpGroup("Training")
  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      description = "Stop after this time, such as 90s or 2h.")
  private String timeLimit;

  /** The former name. */
  @Option(names = "--time-budget", hidden = true)
  private void timeBudget(String time) {
    timeLimit = time;
  }

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

  @HelpGroup("Output")
  @Option(names = "--no-report", description = "Write no report (MODEL/report.html).")
  private boolean noReport;

  @HelpGroup("Output")
  @Option(
      names = "--tracking",
      paramLabel = "TRACKER",
      description = "Record the run: none or mlflow (none).")
  private String tracker;

  @Mixin private DeviceOption device;
  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  private final SentencesRead sentencesRead = new SentencesRead();

  /** What {@link #corporaFile} declares, or null. */
  private Corpora corpora;

  /** The directory of the model. */
  protected final Location model() {
    return Location.of(model);
  }

  /**
   * What a teacher thinks of text, which is learned from beside the labelled sentences.
   *
   * @param gold makes what is known of these
   */
  protected Optional<SilverTable> silver(
      Settings all, StatusLine progress, Supplier<TeacherAgreement> gold) {
    return all.find(SilverOption.SILVER_TABLE)
        .map(
            table -> {
              progress.begin("opening " + table);
              return SilverTable.open(Sessions.open(all), Location.of(table).uri());
            });
  }

  /** What names the teacher, or what it thinks, if anything does. */
  protected Optional<String> teacherOption(Settings all) {
    return all.find(SilverOption.SILVER_TABLE).map(table -> SilverOption.SILVER_TABLE.key());
  }

  /** What the training reads, and what else the command writes. */
  protected RunFiles inputs(Settings all) {
    RunFiles files =
        settings
            .files()
            .reads("--train", train)
            .reads("--valid", valid)
            .reads("--corpora", corporaFile)
            .reads("--vectors", vectors)
            .reads(
                SilverOption.SILVER_TABLE.key(), all.find(SilverOption.SILVER_TABLE).orElse(null));
    gazetteers.addTo(files);
    if (corpora != null) {
      corpora.addTo(files);
    }
    new EncoderSettings(all).addTo(files);
    return files;
  }

  @Override
  public Integer call() {
    scheme.expected(); // before anything is read
    requireOneSource();
    corpora = corporaFile == null ? null : Corpora.readForTraining(corporaFile);
    Settings all = settings.load(ownSettings());
    try (StatusLine progress = new StatusLine(spec.commandLine().getErr());
        Tracking tracking = Tracking.open(all, progress)) {
      Training training = Training.of(new Parts(all, progress));
      NerModel trained;
      try (TrainingOutput output =
          TrainingOutput.prepare(
              Location.of(model), checkpoint, log, resume, overwrite, inputs(all))) {
        ReadyTraining ready = training.read();
        trained =
            new WatchedTraining(training.epochs(), output, progress, tracking)
                .run(ready, trackedInputs(), resume);
        save(trained, output, all, progress);
        tracking.finish(Location.of(model));
      }
      progress.close();
      printSummary(trained);
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private void save(NerModel trained, TrainingOutput output, Settings all, StatusLine progress) {
    String validation = corpora == null ? valid : corpora.toString();
    TrainingReport report = new TrainingReport(model, command(), validation, sentencesRead);
    try (TemporaryDirectory pages = TemporaryDirectory.named("spark-ner-report")) {
      Path page = noReport ? null : report.write(pages.path(), trained, output, all, progress);
      progress.begin("saving " + model);
      output.save(trained, page, Sessions.open(all));
    }
  }

  private String command() {
    return Invocation.of(
        spec.root().commandLine().getParseResult().originalArgs().toArray(String[]::new));
  }

  private Tracking.Inputs trackedInputs() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("train", train);
    files.put("valid", valid);
    files.put("corpora", corporaFile == null ? null : corporaFile.toString());
    files.put("vectors", vectors);
    files.put("model", model);
    files.values().removeIf(Objects::isNull);
    return new Tracking.Inputs(command(), files);
  }

  private void requireOneSource() {
    if (train == null && corporaFile == null) {
      throw new UsageException(
          "Missing required option: '--train=PATH'; or give --corpora FILE for several sources");
    }
    List<String> others = new ArrayList<>(LabeledData.given(spec));
    others.addAll(train == null ? List.of() : List.of("--train"));
    others.addAll(valid == null ? List.of() : List.of("--valid"));
    others.addAll(scheme.expected().isEmpty() ? List.of() : List.of("--scheme"));
    if (corporaFile != null) {
      Corpora.refuseBeside(others);
    }
  }

  /** What the command's own options say as settings, to go before all others. */
  protected Map<String, String> ownSettings() {
    Map<String, String> own = new LinkedHashMap<>();
    own.put(ModelOption.PRESET.key(), preset);
    own.put(DistributionOption.NUM_WORKERS.key(), workers);
    own.put(TrainingOption.EPOCHS.key(), epochs);
    own.put(LinearOption.PASSES.key(), epochs);
    own.put(TrainingOption.TIME_LIMIT.key(), timeLimit);
    own.put(TrainingOption.SEED.key(), seed);
    own.put(TrackingOption.TRACKER.key(), tracker);
    own.putAll(device.setting());
    own.values().removeIf(Objects::isNull);
    return own;
  }

  private void printSummary(NerModel trained) {
    var out = spec.commandLine().getOut();
    Double f1 = trained.training().metrics().get("valid_f1");
    String score =
        f1 == null ? ", not validated" : String.format(Locale.ROOT, ", valid F1 %.2f", f1);
    out.printf(Locale.ROOT, "model %s, of epoch %d%s%n", model, trained.training().epoch(), score);
    if (!noReport) {
      out.printf(Locale.ROOT, "report %s/report.html%n", model.replaceAll("/+$", ""));
    }
    if (valid == null && (corpora == null || !corpora.validates())) {
      return; // on what it was trained on, any model looks good
    }
    List<String> next = new ArrayList<>(List.of("evaluate", "--model", model));
    next.addAll(
        corpora == null ? List.of("--data", valid) : List.of("--corpora", corporaFile.toString()));
    next.addAll(LabeledData.given(spec));
    out.printf(Locale.ROOT, "next: %s%n", Invocation.of(next.toArray(String[]::new)));
  }

  /** The parts of the training as options and settings name them. */
  private final class Parts implements TrainingParts {
    private final Settings all;
    private final StatusLine progress;

    Parts(Settings all, StatusLine progress) {
      this.all = all;
      this.progress = progress;
    }

    @Override
    public Algorithm algorithm() {
      return Algorithm.named(all.get(ModelOption.ALGORITHM));
    }

    @Override
    public int workers() {
      return new DistributionSettings(all).workers();
    }

    @Override
    public LinearOptions linear() {
      refuseOptionsOfNetworks();
      new EncoderSettings(all).refuse("algorithm=" + algorithm());
      return LinearOptions.DEFAULT
          .overlaid(all)
          .with()
          .algorithm(algorithm())
          .gazetteers(gazetteers.read(all))
          .readsAttributes(readsAttributes())
          .build();
    }

    private boolean readsAttributes() {
      return corpora == null ? data.attributes().name() != null : corpora.readsAttributes();
    }

    /** Given by name, they would be ignored in silence. */
    private void refuseOptionsOfNetworks() {
      Map<String, Boolean> given = new LinkedHashMap<>();
      given.put("--vectors", vectors != null);
      given.put("--resume", resume);
      given.put("--attribute-column", algorithm() == Algorithm.HMM && readsAttributes());
      given.put("--workers", workers() > 0);
      teacherOption(all).ifPresent(option -> given.put(option, true));
      given.forEach(
          (option, isGiven) -> {
            if (isGiven) {
              throw new UsageException(
                  option
                      + " is for networks; leave it out, or give --set algorithm=neural instead of "
                      + algorithm());
            }
          });
    }

    @Override
    public TrainingOptions network() {
      TrainingOptions options =
          TrainingOptions.DEFAULT.overlaid(all).withGazetteers(gazetteers.read(all));
      int dimension = options.architecture().features().attributeDimension();
      if (corpora == null) {
        data.attributes().requireWith(dimension);
      } else {
        corpora.requireAttributes(dimension);
      }
      return options;
    }

    @Override
    public Optional<Supplier<PretrainedEncoder>> encoder() {
      return new EncoderSettings(all).encoder();
    }

    @Override
    public TrainingData data() {
      TrainingData gold = gold();
      return silver(all, progress, () -> known(gold.train()))
          .map(
              table -> {
                progress.begin("reading what the teacher thinks");
                return gold.withSilver(table.read(SilverOptions.of(all)));
              })
          .orElse(gold);
    }

    private TeacherAgreement known(List<LabeledSentence> sentences) {
      TeacherAgreement known = new TeacherAgreement();
      sentences.forEach(known::add);
      return known.read(tags());
    }

    private TeacherAgreement known(JavaRDD<SerializableSentence> sentences) {
      return sentences
          .aggregate(
              new TeacherAgreement(),
              (known, sentence) -> {
                known.add(sentence.sentence());
                return known;
              },
              (known, other) -> {
                known.merge(other);
                return known;
              })
          .read(tags());
    }

    private TrainingData gold() {
      if (corpora != null) {
        return sentencesRead.training(corpora.data(sources()));
      }
      List<LabeledSentence> sentences = read(train);
      scheme.require(
          TagScheme.detect(sentences.stream().map(LabeledSentence::tags).toList()), train);
      return sentencesRead.training(new TrainingData(sentences, validation()));
    }

    private SourceReading sources() {
      return new SourceReading(all, language(), progress::begin, progress::print, this::warn);
    }

    private List<LabeledSentence> validation() {
      if (corpora != null) {
        return corpora.validation(sources());
      }
      return valid == null ? List.of() : read(valid);
    }

    private List<LabeledSentence> read(String name) {
      progress.begin("reading " + name);
      return data.read(Location.of(name), language(), all, tags(), this::warn);
    }

    private String language() {
      return all.get(TrainingOption.LANGUAGE);
    }

    private void warn(String text) {
      progress.print("warning: " + text);
    }

    @Override
    public RemoteTraining remote(TrainingOptions options) {
      SparkSession spark = Sessions.open(all);
      ClusterTrainer trainer = new DistributionSettings(all).trainer(spark, options);
      CollectionAccumulator<String> warnings =
          spark.sparkContext().collectionAccumulator("warnings");
      if (corpora != null) {
        JavaRDD<SerializableSentence> mixed = corpora.distributed(sources(), warnings);
        return new CheckedTraining(
            new ClusterTraining(
                taught(trainer, mixed), mixed, sentencesRead.validation(validation())),
            report -> tell(warnings));
      }
      Location from = Location.of(train);
      JavaRDD<SerializableSentence> sentences =
          data.readDistributed(from, language(), all, warnings);
      return new CheckedTraining(
          new ClusterTraining(
              taught(trainer, sentences)
                  .withTags(tags(), tag -> data.placeOf(tag, from, language(), all)),
              sentences,
              sentencesRead.validation(validation())),
          report -> check(report, warnings));
    }

    private ClusterTrainer taught(ClusterTrainer trainer, JavaRDD<SerializableSentence> gold) {
      return silver(all, progress, () -> known(gold))
          .map(table -> trainer.withSilver(table.distributed(SilverOptions.of(all))))
          .orElse(trainer);
    }

    /** Tells what the executors found, each once though a file may have been read twice. */
    private void tell(CollectionAccumulator<String> warnings) {
      try (WarningLimit limit = new WarningLimit(this::warn)) {
        new LinkedHashSet<>(warnings.value()).forEach(limit);
      }
    }

    private void check(CorpusReport report, CollectionAccumulator<String> warnings) {
      tell(warnings);
      scheme.require(report.scheme(), train);
      if (scheme.expected().isEmpty()) {
        report.tagWarning().ifPresent(text -> warn(train + ": " + text));
      }
    }

    @Override
    public WordVectors vectors() {
      return vectors == null
          ? WordVectors.none(TrainingOptions.DEFAULT.overlaid(all).architecture().wordDimension())
          : NamedVectors.read(vectors, all, progress);
    }

    @Override
    public TagReading tags() {
      return scheme.reading();
    }

    @Override
    public boolean calibrates() {
      return all.get(TrainingOption.CALIBRATE);
    }
  }
}
