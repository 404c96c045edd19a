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

package org.sparkner.jobs.vectors;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.input.TextFormat;
import org.sparkner.jobs.model.SavedModel;
import org.sparkner.jobs.model.TrustedKeysOption;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.resource.EncoderSettings;
import org.sparkner.jobs.settings.DeviceOption;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.jobs.tag.TaggingInput;
import org.sparkner.lexicon.WordVectors;
import org.sparkner.lexicon.WordVectorsWriter;
import org.sparkner.model.NeuralModel;
import org.sparkner.option.TrainingOption;
import org.sparkner.pretrained.PretrainedEncoder;
import org.sparkner.spark.resource.VectorsFile;
import org.sparkner.spark.vectors.Documents;
import org.sparkner.spark.vectors.EncoderVectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes word vectors of an encoder's contextual ones. */
@Command(
    name = "vectors",
    description = {
      "Makes word vectors of what a pretrained encoder gives for words in text.",
      "A word's vector is the mean over the text, on principal components; train --vectors",
      "reads the file. Tagging with them is as fast as with others."
    },
    footer = {
      "",
      "Example:",
      "  spark-ner vectors --encoder encoder --text texts.jsonl --output vectors.bin"
    })
public final class VectorsCommand implements Callable<Integer> {
  private static final String TEXT = "text";
  private static final int MOST_DIMENSIONS = 1 << 14;

  @HelpGroup("Encoder")
  @Option(names = "--encoder", paramLabel = "DIR", description = "Directory of the encoder.")
  private String encoder;

  @HelpGroup("Encoder")
  @Option(
      names = "--teacher",
      paramLabel = "MODEL",
      description = "Or a trained model, by place or name, whose encoder it is.")
  private String teacher;

  @HelpGroup("Text")
  @Option(
      names = "--text",
      required = true,
      paramLabel = "PATH",
      description = "Text, a file or a directory; labels are not needed. Required.")
  private String text;

  @HelpGroup("Text")
  @Option(
      names = "--text-format",
      paramLabel = "FORMAT",
      description = "text, lines, jsonl, csv, parquet or conll (by the ending).")
  private TextFormat format;

  @HelpGroup("Text")
  @Option(
      names = "--text-col",
      paramLabel = "NAME",
      description = "Column of the text, or of tokens (text; conll: tokens).")
  private String column;

  @HelpGroup("Vectors")
  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description =
          "File to write: word2vec's binary format if it ends in .bin, else its text format,"
              + " gzipped if it ends in .gz. Required.")
  private String output;

  @HelpGroup("Vectors")
  @Option(names = "--overwrite", description = "Replace the output if it exists.")
  private boolean overwrite;

  @HelpGroup("Vectors")
  @Option(
      names = "--dimension",
      paramLabel = "N",
      defaultValue = "256",
      description = "Values of a vector (${DEFAULT-VALUE}).")
  private int dimension;

  @HelpGroup("Vectors")
  @Option(
      names = "--min-count",
      paramLabel = "N",
      defaultValue = "3",
      description = "Occurrences that a word must have (${DEFAULT-VALUE}).")
  private long minimumCount;

  @HelpGroup("Vectors")
  @Option(
      names = "--max-words",
      paramLabel = "N",
      defaultValue = "200000",
      description = "Words at most, the most frequent ones (${DEFAULT-VALUE}).")
  private int mostWords;

  @HelpGroup("Vectors")
  @Option(names = "--lower-case", description = "Tell words apart whatever their case.")
  private boolean lowerCase;

  @HelpGroup("Vectors")
  @Option(
      names = "--beside",
      paramLabel = "FILE",
      description = "Other word vectors, which each vector is followed by.")
  private String beside;

  @Mixin private TrustedKeysOption trusted;
  @Mixin private DeviceOption device;
  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  /** An encoder, and the language of the text. */
  private record Source(PretrainedEncoder encoder, String language) {}

  @Override
  public Integer call() {
    requireFrom("--dimension", dimension, MOST_DIMENSIONS);
    requireFrom("--min-count", minimumCount, Long.MAX_VALUE);
    requireFrom("--max-words", mostWords, Integer.MAX_VALUE);
    Map<String, String> own = new HashMap<>(device.setting());
    own.putAll(trusted.setting());
    Settings all = settings.load(own);
    Location target = Location.of(output);
    trusted
        .addTo(settings.files())
        .reads("--encoder", encoder)
        .reads("--teacher", teacher == null ? null : SavedModel.place(teacher))
        .reads("--text", text)
        .reads("--beside", beside)
        .replaces("--output", target)
        .requireApart();
    if ((encoder == null) == (teacher == null)) {
      throw new UsageException(
          encoder == null
              ? "Missing required option: '--encoder=DIR', or '--teacher=MODEL'"
              : "--encoder and --teacher exclude each other");
    }
    Location from = Location.of(text);
    from.requireExisting();
    try (OutputDirectory claimed = OutputDirectory.claim(target, overwrite);
        StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      WordVectors others = beside == null ? null : besides(progress);
      progress.begin("loading " + (encoder == null ? teacher : encoder));
      Source source = encoder == null ? ofTeacher(all) : ofEncoder(all);
      progress.begin("opening " + text);
      SparkSession spark = Sessions.open(all);
      TextFormat written = format == null ? TextFormat.of(from) : format;
      TaggingInput.Columns columns = new TaggingInput.Columns(column, null, null, Map.of());
      TaggingInput input = TaggingInput.open(spark, from, written, columns);
      JavaRDD<List<List<String>>> documents =
          Documents.of(input.tagged(TEXT), TEXT, source.language());
      progress.begin("encoding " + text);
      EncoderVectors made =
          EncoderVectors.of(
              documents,
              source.encoder(),
              DeviceOption.in(all),
              new EncoderVectors.Options(lowerCase, minimumCount, mostWords, dimension));
      progress.begin("writing " + output);
      WordVectors vectors = others == null ? made.words() : made.words().beside(others);
      write(vectors, claimed);
      progress.close();
      tell(made, vectors);
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private static void requireFrom(String option, long value, long most) {
    if (value < 1 || value > most) {
      throw new UsageException(
          option + " needs a whole number of 1 to " + most + ", found " + value);
    }
  }

  private WordVectors besides(StatusLine progress) {
    progress.begin("reading " + beside);
    return VectorsFile.read(Location.of(beside), "--beside", Integer.MAX_VALUE).vectors();
  }

  private Source ofEncoder(Settings all) {
    return new Source(new EncoderSettings(all).read(encoder), all.get(TrainingOption.LANGUAGE));
  }

  private Source ofTeacher(Settings all) {
    try (SavedModel saved = SavedModel.open(teacher, TrustedKeysOption.in(all))) {
      if (saved.read() instanceof NeuralModel network && network.contextual() != null) {
        return new Source(network.contextual(), network.training().language());
      }
    }
    throw new BadModelException(
        teacher
            + ": found a model without a pretrained encoder, expected one with; word vectors are"
            + " made of an encoder's.");
  }

  private void write(WordVectors vectors, OutputDirectory claimed) {
    try (TemporaryDirectory files = TemporaryDirectory.named("spark-ner-vectors")) {
      Path file = files.path().resolve("vectors");
      claimed.write(
          place -> {
            write(vectors, file);
            place.copyFrom(file);
          });
    }
    claimed.publish();
  }

  private void write(WordVectors vectors, Path file) throws IOException {
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = output.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      if (output.matches(".*\\.bin(\\.gz)?")) {
        WordVectorsWriter.writeBinary(vectors, out);
      } else {
        WordVectorsWriter.writeText(vectors, out);
      }
    }
  }

  private void tell(EncoderVectors made, WordVectors vectors) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d words of %d values, %,d of them from %,d tokens by the encoder (%.1f %% of the"
            + " variance)%n",
        vectors.words().size(),
        vectors.dimension(),
        made.words().words().size(),
        made.tokens(),
        100 * made.explained());
    if (made.leftOut() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d words more that occur %,d times or more are left out by --max-words%n",
          made.leftOut(),
          minimumCount);
    }
    out.printf("written to %s%n", output);
  }
}
