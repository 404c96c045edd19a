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

import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The option of a saved model, where two that are compared may stand in its place. */
final class OptionalModel implements IModelTransformer {
  @Override
  public CommandSpec transform(CommandSpec spec) {
    OptionSpec model = spec.findOption("--model");
    spec.remove(model);
    String[] description = model.description().clone();
    description[0] = description[0].replace(" Required.", " Required without --compare.");
    return spec.addOption(model.toBuilder().required(false).description(description).build());
  }
}
