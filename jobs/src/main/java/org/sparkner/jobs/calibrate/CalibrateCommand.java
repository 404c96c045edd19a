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

package org.sparkner.jobs.calibrate;

import java.util.List;
import java.util.concurrent.Callable;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.corpora.ComparedData;
import org.sparkner.jobs.corpora.SourceReading;
import org.sparkner.jobs.corpora.ValidationSource;
import org.sparkner.jobs.files.OutputDirectory;
import org.sparkner.jobs.model.ModelCalibration;
import org.sparkner.jobs.model.NewModelOption;
import org.sparkner.jobs.model.SavedModelOption;
import org.sparkner.jobs.model.TrainedEntities;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.DeviceOption;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import org.sparkner.model.NerModel;
import org.sparkner.train.Calibration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Fits the confidences of a trained model to other labelled sentences. */
@Command(
    name = "calibrate",
    description = {
      "Writes a model with confidences fitted to labelled sentences.",
      "The sentences must not be those it was trained on; best is text of the kind",
      "that it will tag. The new model finds the same entities."
    },
    footer = {
      "",
      "Example:",
      "  spark-ner calibrate --model model --data dev.conll --output calibrated"
    })
public final class CalibrateCommand implements Callable<Integer> {
  @Mixin private SavedModelOption model;

  @Mixin private ComparedData data;

  @Mixin private NewModelOption output;

  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Settings all = settings.load(model.setting());
    data.open(spec);
    output.addTo(data.addTo(model.addTo(settings.files()))).requireApart();
    try (OutputDirectory claimed = output.claim();
        StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      progress.begin("loading " + model.name());
      NerModel trained = model.read(all).on(DeviceOption.in(all));
      data.format().attributes().requireFor(trained.readsAttributes());
      List<ValidationSource> sources = data.read(reading(trained, all, progress), trained.labels());
      List<LabeledSentence> sentences = data.counted(sources, trained.labels()).sentences();
      if (TrainedEntities.areOf(trained, asRead(sources))) {
        progress.print(
            "warning: "
                + data
                + ": the model was trained on these sentences, where it is right too often; its"
                + " confidences will be too high elsewhere");
      }
      Calibration calibration = ModelCalibration.run(trained, sentences, progress);
      long found = calibration.before().predictions();
      if (found < Calibration.FEWEST_ENTITIES) {
        throw new BadDataException(
            data
                + ": the model finds "
                + found
                + " entities, expected at least "
                + Calibration.FEWEST_ENTITIES
                + "; give more labelled sentences");
      }
      if (calibration.before().right() == 0) {
        throw new BadDataException(
            data
                + ": none of the "
                + found
                + " entities that the model finds is right, so there is nothing to fit; give data"
                + " with tags of the model's types");
      }
      progress.begin("saving " + output.name());
      claimed.publish(calibration.model(), Sessions.open(all), unused -> {});
    } finally {
      Sessions.close();
    }
    return 0;
  }

  private static SourceReading reading(NerModel trained, Settings all, StatusLine progress) {
    return new SourceReading(
        all,
        trained.training().language(),
        progress::begin,
        progress::print,
        line -> progress.print("warning: " + line));
  }

  /** With all their entities, as a training reads them. */
  private static List<LabeledSentence> asRead(List<ValidationSource> sources) {
    return sources.stream().flatMap(each -> each.data().sentences().stream()).toList();
  }
}
