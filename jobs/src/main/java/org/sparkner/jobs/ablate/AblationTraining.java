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

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.EpochProgress;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.resource.EncoderSettings;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Algorithm;
import org.sparkner.model.Architecture;
import org.sparkner.model.ModelTarget;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.model.Tensor;
import org.sparkner.model.Weights;
import org.sparkner.option.ModelOption;
import org.sparkner.option.SilverOption;
import org.sparkner.option.TrainingOption;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.spark.silver.SilverOptions;
import org.sparkner.spark.silver.SilverTable;
import org.sparkner.tagger.Tagger;
import org.sparkner.text.Context;
import org.sparkner.train.Checkpointing;
import org.sparkner.train.CorpusReport;
import org.sparkner.train.LinearOptions;
import org.sparkner.train.RemoteTraining;
import org.sparkner.train.Training;
import org.sparkner.train.TrainingData;
import org.sparkner.train.TrainingListener;
import org.sparkner.train.TrainingOptions;
import org.sparkner.train.TrainingParts;

/** Trains rows of the ablation table and measures them. */
final class AblationTraining {
  private static final long TAGGING_NANOS = 1_000_000_000L;

  /** Sentences to measure a network with an encoder by, which takes a millisecond a token. */
  private static final int FEW_SENTENCES = 300;

  private final List<LabeledSentence> train;
  private final List<LabeledSentence> valid;
  private final WordVectors vectors;
  private final Gazetteers gazetteers;
  private final Map<List<Object>, PretrainedEncoder> encoders;
  private final StatusLine progress;
  private final Set<String> warnings = new HashSet<>();
  private List<Object> silverKey = List.of();
  private List<LabeledSentence> silver = List.of();

  /**
   * @param vectors pretrained ones, or null
   * @param gazetteers of the rows that read some
   * @param encoders those that the settings of the rows name, by {@link EncoderSettings#key}
   */
  AblationTraining(
      List<LabeledSentence> train,
      List<LabeledSentence> valid,
      WordVectors vectors,
      Gazetteers gazetteers,
      Map<List<Object>, PretrainedEncoder> encoders,
      StatusLine progress) {
    this.train = train;
    this.valid = valid;
    this.vectors = vectors;
    this.gazetteers = gazetteers;
    this.encoders = encoders;
    this.progress = progress;
  }

  /**
   * Trains a row with a seed.
   *
   * @param settings with those of the row
   * @param data fingerprint of the data
   * @param own the settings that the result is said to be of
   */
  AblationResult run(AblationRow row, long seed, Settings settings, String data, String own) {
    String stage = "training " + row.name() + ", seed " + seed;
    progress.begin(stage);
    Speed speed = new Speed(stage, epochs(settings));
    NerModel model = train(row, settings, speed);
    Map<String, Double> metrics = model.training().metrics();
    AblationResult result =
        AblationResultBuilder.builder()
            .row(row.name())
            .seed(seed)
            .epochs(epochs(settings))
            .data(data)
            .bestEpoch(model.training().epoch())
            .precision(metrics.get("valid_precision"))
            .recall(metrics.get("valid_recall"))
            .f1(metrics.get("valid_f1"))
            .trainTokensPerSecond(speed.tokensPerSecond())
            .tagTokensPerCpuSecond(taggingSpeed(model))
            .modelBytes(bytes(model))
            .parameters(parameters(model))
            .settings(own)
            .build();
    progress.print(
        String.format(
            Locale.ROOT,
            "%-16s seed %d  F1 %.2f of epoch %d, tagging %,.0f tokens a CPU-second",
            row.name(),
            seed,
            result.f1(),
            result.bestEpoch(),
            result.tagTokensPerCpuSecond()));
    if (model.training().foundNothing()) {
      progress.print("warning: " + row.name() + ": " + TrainingListener.FOUND_NOTHING);
    }
    return result;
  }

  private NerModel train(AblationRow row, Settings settings, TrainingListener listener) {
    return Training.of(new Parts(row, settings)).read().run(Checkpointing.NONE, listener);
  }

  /** The parts of the training of a row, on this machine. */
  private final class Parts implements TrainingParts {
    private final AblationRow row;
    private final Settings settings;

    Parts(AblationRow row, Settings settings) {
      this.row = row;
      this.settings = settings;
    }

    private Gazetteers phrases() {
      return row.gazetteers() ? gazetteers : Gazetteers.NONE;
    }

    @Override
    public Algorithm algorithm() {
      return Algorithm.named(settings.get(ModelOption.ALGORITHM));
    }

    @Override
    public int workers() {
      return 0;
    }

    @Override
    public LinearOptions linear() {
      return LinearOptions.DEFAULT
          .overlaid(settings)
          .with()
          .algorithm(algorithm())
          .gazetteers(phrases())
          .readsAttributes(false)
          .build();
    }

    @Override
    public TrainingOptions network() {
      return TrainingOptions.DEFAULT.overlaid(settings).withGazetteers(phrases());
    }

    @Override
    public Optional<Supplier<PretrainedEncoder>> encoder() {
      return new EncoderSettings(settings).key().map(key -> () -> encoders.get(key));
    }

    @Override
    public TrainingData data() {
      return new TrainingData(train, valid, silver(settings));
    }

    @Override
    public RemoteTraining remote(TrainingOptions options) {
      throw new IllegalStateException("Rows are trained on this machine.");
    }

    @Override
    public WordVectors vectors() {
      return row.vectors() && vectors != null
          ? vectors
          : WordVectors.none(
              TrainingOptions.DEFAULT.overlaid(settings).architecture().wordDimension());
    }

    /** Rows are compared by what they find, which a temperature does not change. */
    @Override
    public boolean calibrates() {
      return false;
    }
  }

  /**
   * What a teacher thinks of text, if the settings name its table. That of the last row stays: rows
   * that differ in something else follow each other as a rule.
   */
  private List<LabeledSentence> silver(Settings settings) {
    Optional<String> table = settings.find(SilverOption.SILVER_TABLE);
    if (table.isEmpty()) {
      return List.of();
    }
    SilverOptions options = SilverOptions.of(settings);
    List<Object> key = List.of(table.get(), options);
    if (!key.equals(silverKey)) {
      silver = List.of(); // before the others come
      silver =
          SilverTable.open(Sessions.open(settings), Location.of(table.get()).uri()).read(options);
      silverKey = key;
    }
    return silver;
  }

  /** The most epochs of a network, or the passes of a linear model. */
  static int epochs(Settings settings) {
    Algorithm algorithm = Algorithm.named(settings.get(ModelOption.ALGORITHM));
    return algorithm == Algorithm.NEURAL
        ? settings.get(TrainingOption.EPOCHS)
        : LinearOptions.DEFAULT
            .overlaid(settings)
            .with()
            .algorithm(algorithm)
            .gazetteers(Gazetteers.NONE)
            .readsAttributes(false)
            .build()
            .epochs();
  }

  /**
   * @throws UsageException if the settings name what a teacher thinks
   */
  static void refuseSilver(Settings settings, String row) {
    if (settings.find(SilverOption.SILVER_TABLE).isPresent()) {
      throw new UsageException(
          SilverOption.SILVER_TABLE.key() + " is for networks, not for " + row);
    }
  }

  static boolean isLinear(Settings settings) {
    return Algorithm.named(settings.get(ModelOption.ALGORITHM)) != Algorithm.NEURAL;
  }

  /** Whether what is trained reads attributes. */
  static boolean readsAttributes(Settings settings) {
    return !isLinear(settings)
        && Architecture.DEFAULT.overlaid(settings).features().attributeDimension() > 0;
  }

  /** Tells how far a row is, and adds up what the epochs took. */
  private final class Speed implements TrainingListener {
    private final String stage;
    private final int epochs;
    private long tokens;
    private double seconds;

    Speed(String stage, int epochs) {
      this.stage = stage;
      this.epochs = epochs;
    }

    /** Most rows share the data, and what there is to say of it. */
    @Override
    public void onStart(CorpusReport report) {
      report.warnings().stream()
          .filter(warnings::add)
          .forEach(warning -> progress.print("warning: " + warning));
    }

    @Override
    public void onProgress(Progress part) {
      EpochProgress made = new EpochProgress(part, epochs);
      progress.update(stage + " · " + made, made.share());
    }

    @Override
    public void onEpoch(EpochReport report) {
      tokens += report.tokens();
      seconds += report.trainSeconds();
    }

    double tokensPerSecond() {
      return tokens / seconds;
    }
  }

  /**
   * After a first pass, which compiles and keeps the words. An encoder reads all of the text in
   * each pass, as it does new text.
   */
  private double taggingSpeed(NerModel model) {
    boolean encoded = model instanceof NeuralModel network && network.contextual() != null;
    List<LabeledSentence> text =
        encoded ? valid.subList(0, Math.min(FEW_SENTENCES, valid.size())) : valid;
    List<List<String>> sentences = text.stream().map(LabeledSentence::tokens).toList();
    List<List<String>> attributes = text.stream().map(LabeledSentence::attributes).toList();
    List<Context> contexts = text.stream().map(LabeledSentence::context).toList();
    long tokens = sentences.stream().mapToLong(List::size).sum();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Tagger tagger = encoded ? forgetful((NeuralModel) model) : Tagger.of(model);
    tagger.tagSentences(sentences, attributes, contexts, false);
    long passes = 0;
    long begin = threads.getCurrentThreadCpuTime();
    long spent = 0;
    while (spent < TAGGING_NANOS) {
      tagger.tagSentences(sentences, attributes, contexts, false);
      passes++;
      spent = threads.getCurrentThreadCpuTime() - begin;
    }
    return tokens * passes * 1e9 / spent;
  }

  /** A tagger whose encoder keeps nothing. */
  private static Tagger forgetful(NeuralModel network) {
    return Tagger.of(network.withContextual(network.contextual().withCache(0)));
  }

  private static long parameters(NerModel model) {
    return model.weights().tensors().stream()
        .filter(tensor -> !tensor.name().equals(Weights.WORD_VECTORS))
        .map(Tensor::values)
        .mapToLong(values -> values.length)
        .sum();
  }

  private static long bytes(NerModel model) {
    CountedBytes counted = new CountedBytes();
    try {
      ModelWriter.write(model, counted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counted.bytes;
  }

  /** Counts what is written and keeps nothing. */
  private static final class CountedBytes implements ModelTarget {
    private long bytes;

    @Override
    public OutputStream create(String name) {
      return new OutputStream() {
        @Override
        public void write(int value) {
          bytes++;
        }

        @Override
        public void write(byte[] values, int offset, int length) {
          bytes += length;
        }
      };
    }

    @Override
    public String locate(String name) {
      return name;
    }
  }
}
