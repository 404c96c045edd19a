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

package org.sparkner.jobs.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.corpora.Corpora;
import org.sparkner.jobs.corpora.SourceReading;
import org.sparkner.jobs.corpora.ValidationSource;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.option.TrainingOption;
import org.sparkner.tagger.Tagger;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say what the entities of a model are compared with. */
@HelpGroup("What to compare")
final class EvaluationData {
  @Option(names = "--data", paramLabel = "PATH", description = "Labelled sentences (or --corpora).")
  private String data;

  @Option(
      names = "--corpora",
      paramLabel = "FILE",
      description = "The sources to validate on of this file, in place of --data.")
  private Path corpora;

  @Option(names = "--source", paramLabel = "NAME", description = "Only this one of the sources.")
  private String source;

  @Option(
      names = "--types",
      paramLabel = "TYPES",
      split = ",",
      description = "Count only entities of these types, such as PER,LOC.")
  private Set<String> types;

  @Mixin private LabeledData format;

  /** What {@link #corpora} declares, or null. */
  private Corpora declared;

  /** Reads the declaration of the sources, if there is one, and says that a run reads all this. */
  RunFiles addTo(RunFiles files) {
    files.reads("--data", data).reads("--corpora", corpora);
    declared = corpora == null ? null : Corpora.read(corpora);
    if (declared != null) {
      declared.addTo(files);
    }
    return files;
  }

  /** As the user named it. */
  String name() {
    return declared == null ? data : declared.toString();
  }

  void requireOneSource(CommandSpec spec) {
    if (data == null && corpora == null) {
      throw new UsageException(
          "Missing required option: '--data=PATH'; or give --corpora FILE for its sources");
    }
    List<String> others = new ArrayList<>(LabeledData.given(spec));
    others.addAll(data == null ? List.of() : List.of("--data"));
    if (corpora != null && !others.isEmpty()) {
      throw new UsageException(
          others.get(0)
              + " does not go with --corpora, whose sources say it each for themselves; leave it"
              + " out");
    }
    if (source != null && corpora == null) {
      throw new UsageException("--source is one of --corpora FILE; give the file too");
    }
  }

  /**
   * @throws UsageException if a model needs attributes that are not named, or does not know a type
   */
  void requireFor(Tagger tagger) {
    format.attributes().requireFor(tagger.readsAttributes());
    if (types != null) {
      CountedTypes.requireKnown(types, tagger.labels());
    }
  }

  List<ValidationSource> read(Tagger tagger, Settings all, StatusLine progress) {
    return declared == null
        ? List.of(new ValidationSource(data, types, read(data, tagger, all, progress)))
        : declared.validationSources(
            source,
            new SourceReading(
                all,
                all.get(TrainingOption.LANGUAGE),
                progress::begin,
                progress::print,
                line -> progress.print("warning: " + line)));
  }

  /** The sentences of a file of the same format. */
  List<LabeledSentence> sentences(String name, Tagger tagger, Settings all, StatusLine progress) {
    return read(name, tagger, all, progress).sentences();
  }

  private LabeledData.Placed read(String name, Tagger tagger, Settings all, StatusLine progress) {
    progress.begin("reading " + name);
    return format.readPlaced(
        Location.of(name),
        all.get(TrainingOption.LANGUAGE),
        all,
        TagReading.of(tagger.labels().scheme()),
        line -> progress.print("warning: " + line));
  }

  /** The sentences of all sources, of which those types count that are annotated there. */
  LabeledData.Placed counted(List<ValidationSource> sources, Tagger tagger) {
    LabeledData.Placed all = new LabeledData.Placed(new ArrayList<>(), new ArrayList<>());
    for (ValidationSource each : sources) {
      Set<String> wanted = each.types() == null ? null : new TreeSet<>(each.types());
      if (wanted != null && types != null) {
        wanted.retainAll(types);
      }
      LabeledData.Placed placed =
          wanted == null ? each.data() : new CountedTypes(wanted, tagger.labels()).of(each.data());
      all.sentences().addAll(placed.sentences());
      all.places().addAll(placed.places());
    }
    return all;
  }
}
