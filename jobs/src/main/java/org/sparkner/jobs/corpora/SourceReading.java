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

import java.util.function.Consumer;
import org.sparkner.jobs.settings.Settings;

/**
 * What reading sources needs and whom it tells.
 *
 * @param settings of the command
 * @param language BCP 47 tag of the training, for texts that need splitting
 * @param progress hears what is being read
 * @param report hears what was found, one line a source
 * @param warnings hears what to be wary of, one line each
 */
public record SourceReading(
    Settings settings,
    String language,
    Consumer<String> progress,
    Consumer<String> report,
    Consumer<String> warnings) {}
