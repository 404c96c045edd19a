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

package org.sparkner.jobs.labeled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.CollectionAccumulator;
import org.sparkner.check.CheckedSentences;
import org.sparkner.corpus.CorpusOptions;
import org.sparkner.corpus.CorpusReader;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SentencePlace;
import org.sparkner.corpus.TagReading;
import org.sparkner.corpus.WarningLimit;
import org.sparkner.error.BadDataException;
import org.sparkner.error.NerException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.ReadFailure;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.spark.training.SerializableSentence;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagSpelling;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** How to read labelled sentences: the options of the commands that do, and the reading. */
@HelpGroup("Reading the data")
public final class LabeledData {
  @Mixin private FormatOption format;

  @Mixin private ColumnsOptions conll;

  @Option(
      names = "--tokens-col",
      defaultValue = "tokens",
      paramLabel = "NAME",
      description = "parquet: column of the tokens (${DEFAULT-VALUE}).")
  private String tokens;

  @Option(
      names = "--tags-col",
      defaultValue = "tags",
      paramLabel = "NAME",
      description = "parquet: column of the tags (${DEFAULT-VALUE}).")
  private String tags;

  @Mixin private AttributeColumn attributes;

  /** How the tags of what was read first are spelled. */
  private TagSpelling known;

  /**
   * As a command reads it that is given these options.
   *
   * @param options by their names with dashes
   * @throws UsageException for a value that an option does not take
   */
  public static LabeledData of(Map<String, String> options) {
    LabeledData data = new LabeledData();
    try {
      new CommandLine(data)
          .parseArgs(
              options.entrySet().stream()
                  .map(option -> option.getKey() + "=" + option.getValue())
                  .toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(e.getMessage(), e);
    }
    data.conll.comments();
    return data;
  }

  /** Those of the options that the user gave, for another command that reads the same data. */
  public static List<String> given(CommandSpec command) {
    CommandSpec own = CommandSpec.forAnnotatedObject(new LabeledData());
    List<String> arguments = new ArrayList<>();
    for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
      if (own.findOption(option.longestName()) != null) {
        for (String value : option.originalStringValues()) {
          arguments.addAll(List.of(option.longestName(), value));
        }
      }
    }
    return arguments;
  }

  /** Where attributes are. */
  public AttributeColumn attributes() {
    return attributes;
  }

  /**
   * Sentences with their places.
   *
   * @param places of each its file and, where they are known, its line or row
   */
  public record Placed(List<LabeledSentence> sentences, List<String> places) {}

  /** Receives each sentence and its place. */
  private interface Sink {
    void add(LabeledSentence sentence, SentencePlace place);
  }

  /**
   * Reads all sentences, with chunk tags in whatever spelling; data read later is to be spelled as
   * what was read first, if it can be.
   *
   * @param language BCP 47 tag, for texts that need splitting
   * @throws BadDataException if there is none or they cannot be read
   */
  public List<LabeledSentence> read(
      Location data, String language, Settings settings, Consumer<String> warnings) {
    return read(data, language, settings, TagReading.DETECT, warnings);
  }

  /**
   * The same.
   *
   * @param reading what the tags are taken for
   */
  public List<LabeledSentence> read(
      Location data,
      String language,
      Settings settings,
      TagReading reading,
      Consumer<String> warnings) {
    List<LabeledSentence> sentences = new ArrayList<>();
    List<CorpusReader> readers =
        readAll(data, language, settings, warnings, (sentence, place) -> sentences.add(sentence));
    return spelled(data, sentences, readers, reading, warnings);
  }

  /** The same, with the places of the sentences. */
  public Placed readPlaced(
      Location data,
      String language,
      Settings settings,
      TagReading reading,
      Consumer<String> warnings) {
    Placed placed = new Placed(new ArrayList<>(), new ArrayList<>());
    List<CorpusReader> readers =
        readAll(
            data,
            language,
            settings,
            warnings,
            (sentence, place) -> {
              placed.sentences().add(sentence);
              placed.places().add(place.toString());
            });
    return new Placed(
        spelled(data, placed.sentences(), readers, reading, warnings), placed.places());
  }

  private List<LabeledSentence> spelled(
      Location data,
      List<LabeledSentence> sentences,
      List<CorpusReader> readers,
      TagReading reading,
      Consumer<String> warnings) {
    if (sentences.isEmpty()) {
      throw new BadDataException(data + ": found no sentence, expected at least one");
    }
    UnaryOperator<String> place = tag -> placeOf(tag, data, readers, sentences);
    return TagReading.read(
        sentences, spelling(data, TagReading.counts(sentences), place, reading, warnings));
  }

  private TagSpelling spelling(
      Location data,
      TagCounts tags,
      UnaryOperator<String> place,
      TagReading reading,
      Consumer<String> warnings) {
    TagSpelling spelling =
        known == null || reading != TagReading.DETECT
            ? reading.spelling(tags, place)
            : TagReading.spellingLike(tags, known, place);
    if (known == null && reading == TagReading.DETECT && spelling.isPlain()) {
      TagReading.warning(tags.tags()).ifPresent(text -> warnings.accept(data + ": " + text));
    }
    known = known == null ? spelling : known;
    return spelling;
  }

  /**
   * Sentences that are read again each time, one by one, so that memory does not grow with them;
   * the warnings come the first time, now, when they are read to find how their tags are spelled.
   *
   * @param reading what the tags are taken for
   * @throws BadDataException if there is none or they cannot be read
   */
  public CheckedSentences reread(
      Location data,
      String language,
      Settings settings,
      TagReading reading,
      Consumer<String> warnings) {
    TagCounts tags = new TagCounts();
    List<CorpusReader> readers =
        readAll(data, language, settings, warnings, (sentence, place) -> tags.add(sentence.tags()));
    if (tags.tags().isEmpty()) {
      throw new BadDataException(data + ": found no sentence, expected at least one");
    }
    UnaryOperator<String> place =
        tag ->
            readers.stream()
                .map(reader -> reader.placeOf(tag))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(data.toString());
    TagSpelling spelling = spelling(data, tags, place, reading, warnings);
    return action ->
        readAll(
            data,
            language,
            settings,
            warning -> {},
            (sentence, at) ->
                action.accept(TagReading.read(List.of(sentence), spelling).get(0), at));
  }

  private static String placeOf(
      String tag, Location data, List<CorpusReader> readers, List<LabeledSentence> sentences) {
    return readers.stream()
        .map(reader -> reader.placeOf(tag))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(
            () ->
                data
                    + ": "
                    + TagReading.placeIn(
                        sentences.stream()
                            .filter(sentence -> sentence.tags().contains(tag))
                            .findFirst()
                            .orElseThrow()
                            .tokens()));
  }

  /** Gives the readers of the files that were read one sentence after another, closed. */
  private List<CorpusReader> readAll(
      Location data, String language, Settings settings, Consumer<String> warnings, Sink sink) {
    data.requireExisting();
    List<CorpusReader> readers = new ArrayList<>();
    try (WarningLimit limited = new WarningLimit(warnings)) {
      if (format.of(data).isEmpty()) {
        orRefuse(data, () -> readParquet(data, settings, limited, sink));
        return readers;
      }
      SentenceFiles files = files(data, language);
      files.warnOfTexts(data, limited);
      List<String> below = SentenceFiles.directoriesIn(data);
      if (!below.isEmpty()) {
        limited.accept(
            String.format(
                Locale.ROOT,
                "%s: directories below it are not read: %,d, the first %s",
                data,
                below.size(),
                below.get(0)));
      }
      List<Location> all = files.in(data);
      for (Location file : all) {
        boolean entities = readFile(file, files, readers, limited, sink);
        if (!entities && all.size() > 1) {
          limited.accept(file + ": no entity, all of its tags are O");
        }
      }
    }
    return readers;
  }

  /** Whether a sentence of the file has a tag other than O, or there is none. */
  private static boolean readFile(
      Location file,
      SentenceFiles files,
      List<CorpusReader> readers,
      Consumer<String> warnings,
      Sink sink) {
    boolean tagged = false;
    boolean empty = true;
    try (CorpusReader reader = files.open(file, warnings)) {
      readers.add(reader);
      while (reader.hasNext()) {
        LabeledSentence sentence = reader.next();
        sink.add(sentence, SentencePlace.line(file.toString(), reader.line()));
        tagged |= !sentence.tags().stream().allMatch("O"::equals);
        empty = false;
      }
    }
    return tagged || empty;
  }

  private SentenceFiles files(Location data, String language) {
    return new SentenceFiles(
        format.of(data).orElseThrow(),
        new CorpusOptions(
            language, conll.tokenColumn(), conll.tagColumn(), attributes.name(), conll.comments()));
  }

  /**
   * Has the executors read all sentences, of a file or of the files of a directory.
   *
   * @param warnings receives them once the sentences have been read
   * @return the sentences, in order
   * @throws BadDataException if there is nothing of this name
   */
  public JavaRDD<SerializableSentence> readDistributed(
      Location data, String language, Settings settings, CollectionAccumulator<String> warnings) {
    data.requireExisting();
    SparkSession spark = Sessions.open(settings);
    if (format.of(data).isEmpty()) {
      String name = data.toString();
      List<String> columns = columns();
      return orRefuse(data, () -> parquetRows(spark, data))
          .javaRDD()
          .flatMap(
              row -> labeled(name, columns, row).map(SerializableSentence::of).stream().iterator());
    }
    SentenceFiles files = files(data, language);
    files.warnOfTexts(data, warnings::add);
    return DistributedSentences.of(
        JavaSparkContext.fromSparkContext(spark.sparkContext()),
        files.in(data).stream().map(Location::uri).toList(),
        files,
        warnings);
  }

  /**
   * Where a tag stands in what {@link #readDistributed} reads, as the executors find it: file and
   * line, or for Parquet the data alone.
   */
  public String placeOf(String tag, Location data, String language, Settings settings) {
    if (format.of(data).isEmpty()) {
      return data.toString();
    }
    SentenceFiles files = files(data, language);
    return DistributedSentences.placeOf(
            tag,
            JavaSparkContext.fromSparkContext(Sessions.open(settings).sparkContext()),
            files.in(data).stream().map(Location::uri).toList(),
            files)
        .orElse(data.toString());
  }

  /**
   * The sentence of a row that {@link #parquetRows} gives; empty if it is all white space.
   *
   * @throws BadDataException if a column has not as many strings as the first, or a null among them
   */
  private static Optional<LabeledSentence> labeled(String data, List<String> columns, Row row) {
    List<List<String>> strings = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      strings.add(row.getList(i));
      boolean whole = !strings.get(i).contains(null);
      if (!whole || strings.get(i).size() != strings.get(0).size()) {
        throw new BadDataException(
            data
                + ": a row of "
                + strings.get(0).size()
                + " strings in "
                + columns.get(0)
                + " has "
                + (whole ? strings.get(i).size() + " in " : "a null in ")
                + columns.get(i)
                + ", expected as many, and no null; it begins with "
                + strings.get(0).get(0));
      }
    }
    return new LabeledSentence(
            strings.get(0), strings.get(1), strings.size() > 2 ? strings.get(2) : List.of())
        .withoutWhiteSpace();
  }

  /** Spark throws checked exceptions that it does not declare, so all are caught. */
  private static <T> T orRefuse(Location data, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (NerException e) {
      throw e;
    } catch (Exception e) {
      throw ReadFailure.of(data, "PARQUET", e);
    }
  }

  private long readParquet(Location data, Settings settings, Consumer<String> warnings, Sink sink) {
    SparkSession spark = Sessions.open(settings);
    Dataset<Row> rows = parquetRows(spark, data);
    long leftOut = spark.read().parquet(data.uri()).count() - rows.count();
    if (leftOut > 0) {
      warnings.accept(
          String.format(
              Locale.ROOT,
              "%s: rows without %s are left out: %,d",
              data,
              String.join(", ", columns()),
              leftOut));
    }
    long row = 0;
    Iterator<Row> iterator = rows.toLocalIterator();
    while (iterator.hasNext()) {
      SentencePlace place = SentencePlace.row(data.toString(), ++row);
      labeled(data.toString(), columns(), iterator.next())
          .ifPresent(sentence -> sink.add(sentence, place));
    }
    return row;
  }

  /** Of Parquet: those of tokens, tags and attributes, if any. */
  private List<String> columns() {
    return attributes.name() == null
        ? List.of(tokens, tags)
        : List.of(tokens, tags, attributes.name());
  }

  /** Tokens, tags and attributes, if any, of the rows that have all. */
  private Dataset<Row> parquetRows(SparkSession spark, Location data) {
    Dataset<Row> rows = spark.read().parquet(data.uri());
    for (String column : columns()) {
      if (!Arrays.asList(rows.columns()).contains(column)) {
        throw new BadDataException(
            data + ": no column " + column + " among " + String.join(", ", rows.columns()));
      }
      String type = rows.schema().apply(column).dataType().catalogString();
      if (!type.equals("array<string>")) {
        throw new BadDataException(
            data + ": column " + column + " is " + type + ", expected array<string>");
      }
    }
    return rows.select(
            columns().stream().map(name -> functions.col("`" + name + "`")).toArray(Column[]::new))
        .na()
        .drop()
        .where(functions.size(functions.col("`" + tokens + "`")).gt(0));
  }
}
