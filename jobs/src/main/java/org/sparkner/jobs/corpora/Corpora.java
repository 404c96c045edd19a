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

package org.sparkner.jobs.corpora;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.CollectionAccumulator;
import org.sparkner.check.CheckedSentences;
import org.sparkner.corpus.LabelMap;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.SourceCounts;
import org.sparkner.corpus.Supervision;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.BadDataException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.spark.training.SerializableSentence;
import org.sparkner.tags.TagCounts;
import org.sparkner.tags.TagSpelling;
import org.sparkner.train.TrainingData;

/**
 * The sources of a training as a file declares them. A type that some source annotates is latent in
 * the sentences of a source that does not.
 */
public final class Corpora {
  private final String file;
  private final List<Source> train;
  private final List<Source> valid;
  private final SortedSet<String> types = new TreeSet<>();

  Corpora(String file, List<Source> train, List<Source> valid) {
    this.file = file;
    this.train = train;
    this.valid = valid;
    List<Source> deciding = train.isEmpty() ? valid : train;
    deciding.forEach(source -> types.addAll(source.types()));
    Agreement.require(train, valid, types);
  }

  /**
   * Reads what a file declares, but no source.
   *
   * @throws UsageException naming the file, the line and what is wrong there
   */
  public static Corpora read(Path file) {
    return CorporaFile.read(file);
  }

  /**
   * The same of a file that is to declare what to train on.
   *
   * @throws UsageException if it does not
   */
  public static Corpora readForTraining(Path file) {
    Corpora corpora = read(file);
    if (corpora.train.isEmpty()) {
      throw new UsageException(
          corpora
              + " declares no source to train on; add train { NAME { path = FILE, labels { … } } }");
    }
    return corpora;
  }

  /**
   * Refuses options that say of one source what the sources of a file say each for themselves.
   *
   * @param others those that are given beside the file
   * @throws UsageException naming the first of them
   */
  public static void refuseBeside(List<String> others) {
    if (!others.isEmpty()) {
      throw new UsageException(
          others.get(0)
              + " does not go with --corpora, whose sources say it each for themselves; leave it"
              + " out");
    }
  }

  /** Tells which files are read. */
  public RunFiles addTo(RunFiles files) {
    for (Source source : sources()) {
      source.paths().forEach(path -> files.reads("source " + source.name(), path));
    }
    return files;
  }

  /** Whether a source says where attributes of tokens are. */
  public boolean readsAttributes() {
    return sources().stream().anyMatch(source -> source.data().attributes().name() != null);
  }

  /**
   * Checks that a network is to read the attributes that the sources have.
   *
   * @param dimension of the vectors of attributes
   * @throws UsageException naming a source where only one of the two is asked for
   */
  public void requireAttributes(int dimension) {
    for (Source source : sources()) {
      try {
        source.data().attributes().requireWith(dimension);
      } catch (UsageException e) {
        throw new UsageException(source.place() + ": " + e.getMessage().replace("--", ""), e);
      }
    }
  }

  /** Whether there is a source to validate on. */
  public boolean validates() {
    return !valid.isEmpty();
  }

  private List<Source> sources() {
    List<Source> all = new ArrayList<>(train);
    all.addAll(valid);
    return all;
  }

  /**
   * Reads the sentences of all sources.
   *
   * @throws BadDataException naming the source that cannot be read, or a label without a mapping
   */
  public TrainingData data(SourceReading reading) {
    requireExisting(sources());
    List<LabeledSentence> sentences = new ArrayList<>();
    train.forEach(source -> sentences.addAll(read(source, reading).sentences()));
    return new TrainingData(sentences, validation(reading));
  }

  /** Reads the sentences to validate on. */
  public List<LabeledSentence> validation(SourceReading reading) {
    requireExisting(valid);
    List<LabeledSentence> sentences = new ArrayList<>();
    valid.forEach(source -> sentences.addAll(read(source, reading).sentences()));
    return sentences;
  }

  /**
   * The sources to validate on, each by itself.
   *
   * @param names of those to read; none for all
   * @throws UsageException if there is none, or none of a name
   */
  public List<ValidationSource> validationSources(List<String> names, SourceReading reading) {
    if (valid.isEmpty()) {
      throw new UsageException(
          file + " declares no source to validate on; add valid { NAME { path = … } }");
    }
    names.forEach(this::requireValid);
    List<Source> chosen =
        valid.stream()
            .filter(source -> names.isEmpty() || names.stream().anyMatch(source::isCalled))
            .toList();
    requireExisting(chosen);
    return chosen.stream()
        .map(source -> new ValidationSource(source.name(), source.types(), read(source, reading)))
        .toList();
  }

  private void requireValid(String name) {
    if (valid.stream().noneMatch(source -> source.isCalled(name))) {
      throw new UsageException(
          file
              + " has no source valid."
              + name
              + "; it has "
              + String.join(", ", valid.stream().map(Source::name).toList()));
    }
  }

  private static void requireExisting(List<Source> sources) {
    for (Source source : sources) {
      for (String path : source.paths()) {
        if (!Location.of(path).exists()) {
          throw new UsageException(
              source.place() + ": " + path + " does not exist; correct its path");
        }
      }
    }
  }

  private LabeledData.Placed read(Source source, SourceReading reading) {
    reading.progress().accept("reading " + source.name());
    LabeledData.Placed all = new LabeledData.Placed(new ArrayList<>(), new ArrayList<>());
    SourceCounts counts = new SourceCounts();
    for (String path : source.paths()) {
      LabeledData.Placed placed = read(source, path, reading);
      placed.sentences().forEach(sentence -> counts.add(sentence.tags()));
      all.sentences().addAll(placed.sentences());
      all.places().addAll(placed.places());
    }
    Supervision supervision = accept(source, counts, reading);
    all.sentences().replaceAll(sentence -> mapped(sentence, source.labels(), supervision));
    return all;
  }

  private static LabeledData.Placed read(Source source, String path, SourceReading reading) {
    return orNamed(
        source,
        () ->
            source
                .data()
                .readPlaced(
                    Location.of(path),
                    source.languageOr(reading.language()),
                    reading.settings(),
                    TagReading.CHUNKS,
                    warning -> reading.warnings().accept(source.name() + ": " + warning)));
  }

  private static LabeledSentence mapped(
      LabeledSentence sentence, LabelMap labels, Supervision supervision) {
    return sentence.withTags(labels.map(sentence.tags())).withSupervision(supervision);
  }

  /** The sentences to train on, read again each time. */
  public CheckedSentences rereadTraining(SourceReading reading) {
    return reread(train, reading);
  }

  /** The sentences to validate on, read again each time; none where no source has any. */
  public CheckedSentences rereadValidation(SourceReading reading) {
    return reread(valid, reading);
  }

  private CheckedSentences reread(List<Source> sources, SourceReading reading) {
    requireExisting(sources);
    List<CheckedSentences> all = sources.stream().map(source -> reread(source, reading)).toList();
    return action -> all.forEach(each -> each.forEach(action));
  }

  private CheckedSentences reread(Source source, SourceReading reading) {
    reading.progress().accept("reading " + source.name());
    List<CheckedSentences> files =
        source.paths().stream().map(path -> reread(source, path, reading)).toList();
    SourceCounts counts = new SourceCounts();
    files.forEach(file -> file.forEach((sentence, place) -> counts.add(sentence.tags())));
    Supervision supervision = accept(source, counts, reading);
    LabelMap labels = source.labels();
    return action ->
        files.forEach(
            file ->
                file.forEach(
                    (sentence, place) ->
                        action.accept(mapped(sentence, labels, supervision), place)));
  }

  private static CheckedSentences reread(Source source, String path, SourceReading reading) {
    return orNamed(
        source,
        () ->
            source
                .data()
                .reread(
                    Location.of(path),
                    source.languageOr(reading.language()),
                    reading.settings(),
                    TagReading.CHUNKS,
                    warning -> reading.warnings().accept(source.name() + ": " + warning)));
  }

  /** Failures name the source. */
  private static <T> T orNamed(Source source, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (BadDataException e) {
      throw new BadDataException(source.place() + ": " + e.getMessage(), e);
    } catch (UsageException e) {
      throw new UsageException(source.place() + ": " + e.getMessage(), e);
    }
  }

  /** Checks what was found in a source, and tells it. */
  private Supervision accept(Source source, SourceCounts counts, SourceReading reading) {
    source.requireMapped(counts.entities());
    SourceReport report = new SourceReport(source, counts, source.supervision(types));
    reading.report().accept(report.toString());
    SortedSet<String> absent = new TreeSet<>(source.types());
    absent.removeAll(report.entities().keySet());
    if (!absent.isEmpty()) {
      reading
          .warnings()
          .accept(
              source.name()
                  + ": has no entity of "
                  + String.join(", ", absent)
                  + ", which it says that it annotates; if it does not, leave it out of types, or"
                  + " every entity of the type there counts as none");
    }
    return report.supervision();
  }

  /**
   * Has the executors read the sentences to train on: three times, to find how tags are spelled,
   * what labels there are, and then to train.
   *
   * @param warnings receives those of the reading
   * @throws BadDataException as {@link #data} does
   */
  public JavaRDD<SerializableSentence> distributed(
      SourceReading reading, CollectionAccumulator<String> warnings) {
    requireExisting(train);
    JavaRDD<SerializableSentence> all = null;
    for (Source source : train) {
      JavaRDD<SerializableSentence> sentences = distributed(source, reading, warnings);
      all = all == null ? sentences : all.union(sentences);
    }
    return all;
  }

  private JavaRDD<SerializableSentence> distributed(
      Source source, SourceReading reading, CollectionAccumulator<String> warnings) {
    reading.progress().accept("reading " + source.name());
    JavaRDD<SerializableSentence> all = null;
    for (String path : source.paths()) {
      JavaRDD<SerializableSentence> sentences = spelled(source, path, reading, warnings);
      all = all == null ? sentences : all.union(sentences);
    }
    SourceCounts counts =
        all.aggregate(
            new SourceCounts(),
            (found, sentence) -> found.add(sentence.sentence().tags()),
            SourceCounts::merge);
    Supervision supervision = accept(source, counts, reading);
    LabelMap labels = source.labels();
    return all.map(sentence -> sentence.with(mapped(sentence.sentence(), labels, supervision)));
  }

  private static JavaRDD<SerializableSentence> spelled(
      Source source, String path, SourceReading reading, CollectionAccumulator<String> warnings) {
    Location data = Location.of(path);
    String language = source.languageOr(reading.language());
    JavaRDD<SerializableSentence> sentences =
        source.data().readDistributed(data, language, reading.settings(), warnings);
    TagCounts tags =
        sentences.aggregate(
            new TagCounts(),
            (found, sentence) -> {
              found.add(sentence.sentence().tags());
              return found;
            },
            (found, other) -> {
              found.merge(other);
              return found;
            });
    if (tags.tags().isEmpty()) {
      throw new BadDataException(data + ": found no sentence, expected at least one");
    }
    TagSpelling spelling =
        TagReading.CHUNKS.spelling(
            tags, tag -> source.data().placeOf(tag, data, language, reading.settings()));
    return sentences.map(
        sentence -> sentence.with(TagReading.read(List.of(sentence.sentence()), spelling).get(0)));
  }

  /** The file that declares them, for messages. */
  @Override
  public String toString() {
    return file;
  }
}
