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

package org.sparkner.jobs.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sparkner.fuzz.FuzzedReaders;
import org.sparkner.jobs.ablate.AblationTargets;
import org.sparkner.jobs.corpora.CorporaTargets;
import org.sparkner.jobs.input.InputTargets;
import org.sparkner.jobs.serve.ServeTargets;
import org.sparkner.jobs.settings.SettingsTargets;
import org.sparkner.jobs.train.TrainingTargets;

/** The readers of the command line and its server. */
public final class JobsReaders implements FuzzedReaders {
  @Override
  public Map<String, Consumer<byte[]>> all() {
    Map<String, Consumer<byte[]>> all = new TreeMap<>();
    Stream.of(
            AblationTargets.all(),
            CorporaTargets.all(),
            InputTargets.all(),
            ServeTargets.all(),
            SettingsTargets.all(),
            TrainingTargets.all())
        .forEach(all::putAll);
    return all;
  }
}
