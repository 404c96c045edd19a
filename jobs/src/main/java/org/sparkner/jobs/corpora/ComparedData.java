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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sparkner.corpus.TagReading;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.RunFiles;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.tags.LabelSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Labelled sentences that a model is compared with: of one place, or of the sources to validate on
 * that a file declares; and which of their entities count.
 */
@HelpGroup("Labelled sentences")
public final class ComparedData {
  @Option(names = "--data", paramLabel = "PATH", description = "Labelled sentences (or --corpora).")
  private String data;

  @Option(
      names = "--corpora",
      paramLabel = "FILE",
      description = "The sources to validate on of this file, in place of --data.")
  private Path corpora;

  @Option(
      names = "--source",
      paramLabel = "NAMES",
      split = ",",
      hideParamSyntax = true,
      description = "Only these of the sources.")
  private List<String> chosen = List.of();

  @Option(
      names = "--types",
      paramLabel = "TYPES",
      split = ",",
      description = "Count only entities of these types, such as PER,LOC.")
  private Set<String> types;

  @Mixin private LabeledData format;

  private Corpora declared; // null for --data

  /** How {@code --data} is read. */
  public LabeledData format() {
    return format;
  }

  /**
   * Reads what the file of sources declares, but no sentence.
   *
   * @param command with these options
   * @throws UsageException if there is neither {@code --data} nor {@code --corpora}, or both
   */
  public void open(CommandSpec command) {
    if (data == null && corpora == null) {
      throw new UsageException(
          "Missing required option: '--data=PATH'; or give --corpora FILE for its sources");
    }
    List<String> others = new ArrayList<>(LabeledData.given(command));
    others.addAll(data == null ? List.of() : List.of("--data"));
    if (corpora != null) {
      Corpora.refuseBeside(others);
    }
    if (!chosen.isEmpty() && corpora == null) {
      throw new UsageException("--source is one of --corpora FILE; give the file too");
    }
    declared = corpora == null ? null : Corpora.read(corpora);
  }

  /** Tells which files are read; to be called once {@linkplain #open opened}. */
  public RunFiles addTo(RunFiles files) {
    files.reads("--data", data).reads("--corpora", corpora);
    return declared == null ? files : declared.addTo(files);
  }

  /**
   * Reads the sentences, each source by itself.
   *
   * @param labels of the model
   * @throws UsageException for a type that the model does not find
   * @throws org.sparkner.error.BadDataException naming what cannot be read
   */
  public List<ValidationSource> read(SourceReading reading, LabelSet labels) {
    if (types != null) {
      CountedTypes.requireKnown(types, labels);
    }
    return declared == null
        ? List.of(new ValidationSource(data, null, read(data, reading, labels)))
        : declared.validationSources(chosen, reading);
  }

  /** Reads sentences of another place as {@code --data} is read. */
  public LabeledData.Placed read(String place, SourceReading reading, LabelSet labels) {
    reading.progress().accept("reading " + place);
    Consumer<String> warnings = reading.warnings();
    return format.readPlaced(
        Location.of(place),
        reading.language(),
        reading.settings(),
        TagReading.of(labels.scheme()),
        warnings);
  }

  /** The sentences of all sources, with the entities of those types that count there. */
  public LabeledData.Placed counted(List<ValidationSource> sources, LabelSet labels) {
    LabeledData.Placed all = new LabeledData.Placed(new ArrayList<>(), new ArrayList<>());
    for (ValidationSource each : sources) {
      Set<String> wanted = wanted(each);
      LabeledData.Placed placed =
          wanted == null ? each.data() : new CountedTypes(wanted, labels).of(each.data());
      all.sentences().addAll(placed.sentences());
      all.places().addAll(placed.places());
    }
    return all;
  }

  /** Null where all types count. */
  private Set<String> wanted(ValidationSource each) {
    if (each.types() == null) {
      return types;
    }
    Set<String> wanted = new TreeSet<>(each.types());
    if (types != null) {
      wanted.retainAll(types);
    }
    return wanted;
  }

  /** What is read, for messages. */
  @Override
  public String toString() {
    return declared == null ? data : declared.toString();
  }
}
