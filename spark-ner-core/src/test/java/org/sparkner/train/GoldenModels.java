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

package org.sparkner.train;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.sparkner.corpus.LabeledSentence;
import org.sparkner.lexicon.Gazetteers;
import org.sparkner.lexicon.GazetteersBuilder;
import org.sparkner.model.IfExists;
import org.sparkner.model.InputFeatures;
import org.sparkner.model.ModelWriter;
import org.sparkner.model.NerModel;

/**
 * Makes the models of a format version that {@code GoldenModelTest} reads: a network with features
 * of all kinds and a conditional random field, both small, trained on the sentences of {@link
 * ToyCorpus}. It is run once for each format version, never again:
 *
 * <pre>
 * mvn -q -pl spark-ner-core test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * cd spark-ner-core
 * java --add-modules jdk.incubator.vector \
 *   -cp target/test-classes:target/classes:$(cat target/classpath.txt) \
 *   org.sparkner.train.GoldenModels src/test/resources/models/version-1
 * </pre>
 */
final class GoldenModels {
  private static final List<LabeledSentence> TRAIN = ToyCorpus.sentences(150, 1);
  private static final List<LabeledSentence> VALID = ToyCorpus.sentences(40, 2);
  private static final double TEMPERATURE = 1.25;

  private GoldenModels() {}

  /**
   * Writes the models.
   *
   * @param args the directory to make
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    write(network(), directory.resolve("network"));
    write(linear(), directory.resolve("linear"));
  }

  private static void write(NerModel model, Path directory) {
    ModelWriter.write(model.withTemperature(TEMPERATURE), directory, IfExists.REPLACE);
  }

  private static NerModel network() throws IOException {
    TrainingOptions toy = ToyCorpus.options(8, 1);
    InputFeatures features =
        InputFeatures.NONE
            .withCapitalisationDimension(3)
            .withAffixDimension(2)
            .withGazetteerDimension(2)
            .withAttributeDimension(2);
    TrainingOptions options =
        toy.withGazetteers(towns()).withArchitecture(toy.architecture().withFeatures(features));
    return new Trainer(options)
        .train(TRAIN, VALID, ToyCorpus.NO_VECTORS, Checkpointing.NONE, TrainingListener.NONE);
  }

  private static NerModel linear() throws IOException {
    LinearOptions options =
        LinearOptions.DEFAULT
            .withGazetteers(towns())
            .withReadsAttributes(true)
            .withLinear(LinearOptions.DEFAULT.linear().withPasses(3));
    return new LinearTrainer(options).train(TRAIN, VALID, TrainingListener.NONE);
  }

  private static Gazetteers towns() throws IOException {
    GazetteersBuilder towns = new GazetteersBuilder("en", false);
    byte[] lines = "Oslo\nNew Haven\nQuito\n".getBytes(StandardCharsets.UTF_8);
    towns.add("TOWN", new ByteArrayInputStream(lines), "towns");
    return towns.build();
  }
}
