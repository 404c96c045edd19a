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

package org.sparkner.jobs.tracking;

import java.nio.file.Path;
import java.util.Map;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.option.TrackingOption;
import org.sparkner.train.TrainingListener;

/**
 * What records a training. It is opened before any data is read, begun when the training begins,
 * and closed at its end, however that comes. A tracker that fails after the beginning is a warning,
 * for no model is to be lost by it.
 */
public interface Tracking extends AutoCloseable {
  /**
   * The tracker of the settings; it is asked whether it is there.
   *
   * @throws org.sparkner.error.UsageException if it cannot be used
   */
  static Tracking open(Settings all, StatusLine progress) {
    return all.get(TrackingOption.TRACKER).equals(TrackingOption.MLFLOW)
        ? MlflowTracking.open(all, System.getenv(), progress)
        : new NoTracking();
  }

  /**
   * What a record tells of a training besides its options.
   *
   * @param command that repeats it
   * @param files that it reads, by the names of options without dashes
   */
  record Inputs(String command, Map<String, String> files) {}

  /**
   * Begins a record, or goes on with that of an interrupted training.
   *
   * @param record file beside the log of the training that names its record until it ends well
   * @param resume whether to go on with the record that the file names, if there is one
   * @throws org.sparkner.error.UsageException if the tracker refuses
   */
  TrainingListener begin(Inputs inputs, Path record, boolean resume);

  /** Ends the record for now: the training was interrupted and may be resumed. */
  void interrupted();

  /** Ends the record with a model that was saved. */
  void finish(Location model);

  /** Ends a record that was begun and not finished: the training has failed. */
  @Override
  void close();
}
