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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.device.Device;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.model.SavedModel;
import org.sparkner.jobs.model.TrustedKeysOption;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.resource.EncoderSettings;
import org.sparkner.jobs.resource.NamedVectors;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.lexicon.Lexicon;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.model.Architecture;
import org.sparkner.model.NerModel;
import org.sparkner.model.NeuralModel;
import org.sparkner.option.InputOption;
import org.sparkner.option.TrainingOption;
import org.sparkner.pretrained.EncoderConversion;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.pretrained.EncoderPrecision;
import org.sparkner.pretrained.EncoderTuning;
import org.sparkner.pretrained.EncoderTuningBuilder;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.tagger.Precision;
import org.sparkner.train.LearningEncoder;
import org.sparkner.train.Recipe;
import org.sparkner.train.TrainingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures speed and memory on this machine. */
@Command(
    name = "bench",
    customSynopsis = "spark-ner bench [OPTIONS] WHAT",
    description = "Measures speed and memory on this machine.",
    footer = {
      "",
      "WHAT is one of:",
      "  engine   tokens per second of one core, and where the time goes",
      "  encoder  a pretrained encoder; --encoder-precision int8 converts it first",
      "  fine-tune  one that learns: --window pieces (256), --batch windows (4)",
      "  latency  sentences of 20 tokens, one at a time",
      "  start    loading a model, and the first entity of a new JVM",
      "  train    training by the settings",
      "  spark    from Parquet to Parquet, with one core and with all",
      "  soak     the memory of an executor that tags without end",
      "  rounds, workers  what a round costs; training with N workers against one",
      "",
      "Example:",
      "  spark-ner bench engine --model model"
    })
final class BenchCommand implements Callable<Integer> {
  private static final int TOKENS = 50_000;
  private static final double ROUND_SECONDS = 1;
  private static final int TRAINING_SECONDS = 45;

  /** Enough to fit ranges by, and few enough to read them on the processor. */
  private static final int CONVERSION_SENTENCES = 256;

  /** Shorter than this, a window has no place for a word between its two ends. */
  private static final int LEAST_WINDOW = 8;

  /** What lets products of an encoder that learns be in 16 bits. */
  private static final Set<String> MIXED = Set.of("mixed", "auto");

  /** Names of devices that mean another one where an encoder learns. */
  private static final Map<String, String> TRAINING_DEVICES =
      Map.of("auto", "cpu", "cuda", "cuda:0");

  @Parameters(paramLabel = "WHAT", hidden = true)
  private What what;

  @HelpGroup("What to measure")
  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "Saved model, or a name (one with random weights).")
  private String model;

  @HelpGroup("What to measure")
  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "Labelled sentences (artificial ones).")
  private String data;

  @HelpGroup("What to measure")
  @Option(
      names = "--vectors",
      paramLabel = "PATH",
      description = "train, workers: pretrained word vectors.")
  private String vectors;

  @HelpGroup("What to measure")
  @Option(
      names = "--encoder",
      paramLabel = "DIR",
      description = "encoder, fine-tune: an encoder's directory.")
  private String encoder;

  @HelpGroup("How to measure")
  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "encoder, fine-tune: auto, cpu or cuda (auto).")
  private String device;

  @HelpGroup("How to measure")
  @Option(
      names = "--window",
      paramLabel = "N",
      defaultValue = "256",
      hidden = true,
      description = "fine-tune: word pieces read at once (256).")
  private int window;

  @HelpGroup("How to measure")
  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "4",
      hidden = true,
      description = "fine-tune: windows of a step (4).")
  private int batch;

  @HelpGroup("How to measure")
  @Option(
      names = "--encoder-precision",
      paramLabel = "NAME",
      hidden = true,
      description = "encoder: convert it to f32, f16 or int8 first, by --data.")
  private EncoderPrecision encoderPrecision;

  @HelpGroup("How to measure")
  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "Network: f32, int8 (auto); fine-tune: f32, mixed.")
  private String precision;

  @HelpGroup("How to measure")
  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "engine: also N threads. encoder, workers: N.")
  private int threads;

  @HelpGroup("How to measure")
  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Length of each round (1) or of each training (45).")
  private Double seconds;

  @HelpGroup("How to measure")
  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Take the median of N rounds (5).")
  private int rounds;

  @Mixin private LabeledData format;
  @Mixin private SoakBenchmark soak;

  @HelpGroup("How to measure")
  @Option(names = "--json", description = "Print one JSON object as the last line.")
  private boolean json;

  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  private enum What {
    TRAIN,
    ENGINE,
    ENCODER,
    LATENCY,
    SPARK,
    SOAK,
    START,
    ROUNDS,
    WORKERS,
    FINE_TUNE;

    /** The name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public Integer call() throws JsonProcessingException {
    requireRange();
    RunFiles files =
        settings
            .files()
            .reads("--model", model == null ? null : SavedModel.place(model))
            .reads("--encoder", encoder)
            .reads("--data", data)
            .reads("--vectors", vectors);
    soak.addTo(files);
    files.requireApart();
    Settings all = settings.load();
    Map<String, Double> results;
    try (StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      progress.begin("measuring");
      results = measure(all, progress);
    } finally {
      Sessions.close();
    }
    PrintWriter out = spec.commandLine().getOut();
    results.values().removeIf(value -> value.isNaN());
    results.forEach((name, value) -> out.printf(Locale.ROOT, "%-28s %,.3f%n", name, value));
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(results));
    }
    return 0;
  }

  private void requireRange() {
    if (threads < 1) {
      throw new UsageException("--threads needs 1 or more, found " + threads);
    }
    if (rounds < 1) {
      throw new UsageException("--rounds needs 1 or more, found " + rounds);
    }
    if (window < LEAST_WINDOW) {
      throw new UsageException("--window needs " + LEAST_WINDOW + " or more, found " + window);
    }
    if (batch < 1) {
      throw new UsageException("--batch needs 1 or more, found " + batch);
    }
    if (seconds != null && !(seconds > 0)) {
      throw new UsageException("--seconds needs more than 0, found " + seconds);
    }
  }

  private Map<String, Double> measure(Settings all, StatusLine progress) {
    return switch (what) {
      case TRAIN -> training(all, progress);
      case START -> StartBenchmark.run(model, TrustedKeysOption.in(all));
      case ROUNDS -> RoundBenchmark.run(all, progress);
      case WORKERS ->
          new WorkersBenchmark(Math.max(2, threads), seconds == null ? TRAINING_SECONDS : seconds)
              .run(trainingSentences(all, progress), trainingVectors(all, progress), all);
      case SPARK ->
          SparkBenchmark.run(
              model(null, all), arithmetic(), sparkInput(all, progress), all, progress);
      case SOAK -> soak.run(savedModel(all), arithmetic(), sparkInput(all, progress), all);
      case ENCODER -> encoder(all, progress);
      case FINE_TUNE -> fineTuning(all, progress);
      case ENGINE, LATENCY -> {
        List<List<String>> sentences = sentences(all, progress);
        NerModel measured = model(sentences, all);
        if (sentences == null) {
          sentences = BenchmarkText.sentences(words(measured), TOKENS);
        }
        yield what == What.ENGINE
            ? new EngineBenchmark(measured, sentences, arithmetic(), effort()).run(threads)
            : LatencyBenchmark.run(measured, sentences, arithmetic(), effort());
      }
    };
  }

  private Map<String, Double> encoder(Settings all, StatusLine progress) {
    if ((model == null) == (encoder == null)) {
      throw new UsageException(
          "bench encoder needs either --encoder, a directory, or --model, a saved model with one");
    }
    EncoderDevice where = EncoderDevice.named(device);
    if (encoder != null) {
      boolean isWhole = all.get(InputOption.PRETRAINED_ENCODER_DOCUMENT);
      List<List<String>> texts = isWhole ? documents(all, progress) : encoderText(all, progress);
      PretrainedEncoder converted =
          converted(new EncoderSettings(all).read(encoder), texts, progress);
      return new EncoderBenchmark(converted.withCache(0).on(where), null, texts, threads, effort())
          .run(arithmetic());
    }
    List<List<String>> sentences = encoderText(all, progress);
    if (!(model(null, all) instanceof NeuralModel network) || network.contextual() == null) {
      throw new UsageException(model + " has no pretrained encoder; take one that has");
    }
    PretrainedEncoder converted = converted(network.contextual(), sentences, progress);
    NeuralModel forgetful = network.withContextual(converted.withCache(0).on(where));
    return new EncoderBenchmark(forgetful.contextual(), forgetful, sentences, threads, effort())
        .run(arithmetic());
  }

  private Map<String, Double> fineTuning(Settings all, StatusLine progress) {
    if (encoder == null) {
      throw new UsageException("bench fine-tune needs --encoder, a directory");
    }
    boolean mixed = !precision.equals("f32");
    if (mixed && !MIXED.contains(precision)) {
      throw new UsageException(
          "bench fine-tune needs --precision f32 or mixed, found " + precision);
    }
    PretrainedEncoder learning = new EncoderSettings(all).read(encoder).withWindow(window);
    List<List<String>> sentences = sentences(all, progress);
    if (sentences == null) {
      sentences = BenchmarkText.sentences(BenchmarkText.lexicon(), TOKENS);
    }
    Recipe recipe = Recipe.DEFAULT.overlaid(all).withMixedPrecision(mixed);
    EncoderTuning tuning =
        EncoderTuningBuilder.builder(LearningEncoder.tuning(recipe, Device.CPU, 1))
            .device(TRAINING_DEVICES.getOrDefault(device, device))
            .build();
    return new FineTuneBenchmark(learning, sentences, batch, effort()).run(tuning);
  }

  private Precision arithmetic() {
    return Precision.named(precision);
  }

  private List<List<String>> encoderText(Settings all, StatusLine progress) {
    return data == null
        ? BenchmarkText.sentences(BenchmarkText.lexicon(), TOKENS)
        : sentences(all, progress);
  }

  private List<List<String>> documents(Settings all, StatusLine progress) {
    if (data == null) {
      throw new UsageException(
          InputOption.PRETRAINED_ENCODER_DOCUMENT.key()
              + " reads the documents of --data, which is missing; name labelled sentences");
    }
    Set<List<String>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return read(all, progress).stream()
        .map(sentence -> sentence.context().tokens())
        .filter(seen::add)
        .toList();
  }

  private PretrainedEncoder converted(
      PretrainedEncoder found, List<List<String>> sentences, StatusLine progress) {
    if (encoderPrecision == null) {
      return found;
    }
    progress.begin("converting the encoder");
    List<List<String>> some =
        sentences.subList(0, Math.min(CONVERSION_SENTENCES, sentences.size()));
    return EncoderConversion.of(found, encoderPrecision, some).encoder();
  }

  private Effort effort() {
    return Effort.ofRounds(rounds, seconds == null ? ROUND_SECONDS : seconds);
  }

  private NerModel savedModel(Settings all) {
    if (model == null) {
      throw new UsageException("bench soak needs --model, a saved model");
    }
    return model(null, all);
  }

  private BenchmarkInput sparkInput(Settings all, StatusLine progress) {
    if (data != null && BenchmarkInput.isText(data)) {
      return BenchmarkInput.ofText(Location.of(data), all);
    }
    List<List<String>> sentences = sentences(all, progress);
    return BenchmarkInput.ofSentences(
        sentences == null ? BenchmarkText.sentences(BenchmarkText.lexicon(), TOKENS) : sentences,
        all);
  }

  /** Null where none are given: they are then made of the model's words. */
  private List<List<String>> sentences(Settings all, StatusLine progress) {
    return data == null ? null : read(all, progress).stream().map(LabeledSentence::tokens).toList();
  }

  /** The words of a network; of a linear model, whose lexicon names features, made ones. */
  private static Lexicon words(NerModel measured) {
    return measured instanceof NeuralModel network ? network.lexicon() : BenchmarkText.lexicon();
  }

  private NerModel model(List<List<String>> sentences, Settings all) {
    if (model == null) {
      return sentences == null ? BenchmarkText.model() : BenchmarkText.modelFor(sentences);
    }
    try (SavedModel saved = SavedModel.open(model, TrustedKeysOption.in(all))) {
      return saved.read();
    }
  }

  private Map<String, Double> training(Settings all, StatusLine progress) {
    List<LabeledSentence> sentences = trainingSentences(all, progress);
    WordVectors pretrained = trainingVectors(all, progress);
    progress.begin("training");
    TrainingOptions options = TrainingOptions.DEFAULT.overlaid(all);
    Optional<Supplier<PretrainedEncoder>> pretrainedEncoder = new EncoderSettings(all).encoder();
    return TrainingBenchmark.throughput(
        pretrainedEncoder.isPresent()
            ? options.withContextual(pretrainedEncoder.get().get())
            : options,
        sentences,
        pretrained,
        seconds == null ? TRAINING_SECONDS : (int) Math.ceil(seconds));
  }

  private List<LabeledSentence> trainingSentences(Settings all, StatusLine progress) {
    return data == null ? TrainingBenchmark.syntheticSentences() : read(all, progress);
  }

  private WordVectors trainingVectors(Settings all, StatusLine progress) {
    return vectors == null
        ? WordVectors.none(Architecture.DEFAULT.overlaid(all).wordDimension())
        : NamedVectors.read(vectors, all, progress);
  }

  private List<LabeledSentence> read(Settings all, StatusLine progress) {
    return format.read(
        Location.of(data),
        all.get(TrainingOption.LANGUAGE),
        all,
        line -> progress.print("warning: " + line));
  }
}
