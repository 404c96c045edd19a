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

package org.sparkner.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkner.kernel.KernelProvider;
import org.sparkner.model.RandomModel;

/**
 * One model on processors with vectors of other widths, and without: JVMs that are told to leave
 * out what this processor has find what one finds that uses all of it.
 */
@Tag("slow")
class ProcessorsTest {
  private static final String MODULE = "--add-modules=jdk.incubator.vector";

  /** Marginal probabilities in single precision; the sums of kernels differ in their order. */
  private static final double SINGLE = 1e-5;

  /** In 8 bits, where a state between two steps is rounded to one or the other. */
  private static final double EIGHT_BITS = 2e-2;

  /** What a JVM finds. */
  private record Findings(String kernels, List<String> entities, List<double[]> marginals) {}

  private static Findings here;

  /** Tags made up sentences in either precision, and prints what it finds. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      System.out.println(KernelProvider.best().name());
      for (Precision precision : List.of(Precision.F32, Precision.INT8)) {
        Tagger tagger = Tagger.of(RandomModel.ofDefaultSizes(200, 7), precision);
        StringBuilder entities = new StringBuilder();
        StringBuilder marginals = new StringBuilder();
        for (TaggedSentence sentence : tagger.tagSentences(sentences(), true)) {
          for (Entity entity : sentence.entities()) {
            entities
                .append(entity.begin())
                .append('-')
                .append(entity.end())
                .append(entity.type())
                .append(' ');
          }
          entities.append("; ");
          for (float[] token : sentence.marginals()) {
            for (float probability : token) {
              marginals.append(probability).append(' ');
            }
          }
        }
        System.out.println(entities);
        System.out.println(marginals);
      }
    }

    private static List<List<String>> sentences() {
      SplittableRandom random = new SplittableRandom(3);
      List<List<String>> sentences = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        List<String> tokens = new ArrayList<>();
        int length = random.nextInt(1, 40);
        for (int t = 0; t < length; t++) {
          String word = "w" + random.nextInt(1, 300);
          tokens.add(random.nextInt(4) == 0 ? word.toUpperCase(Locale.ROOT) : word);
        }
        sentences.add(tokens);
      }
      return sentences;
    }
  }

  private static Findings run(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as("%s", options).isZero();
    assertThat(lines).hasSize(5);
    return new Findings(
        lines.get(0),
        List.of(lines.get(1), lines.get(3)),
        List.of(numbers(lines.get(2)), numbers(lines.get(4))));
  }

  private static double[] numbers(String line) {
    return line.lines()
        .flatMap(text -> List.of(text.trim().split(" ")).stream())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @BeforeAll
  static void runWithAllThatThisProcessorHas() throws Exception {
    here = run(List.of(MODULE));
  }

  static List<Arguments> processors() {
    List<Arguments> processors = new ArrayList<>();
    if (here.kernels().equals("vector-512") && System.getProperty("os.arch").equals("amd64")) {
      processors.add(
          Arguments.of("vector-256", List.of(MODULE, "-XX:UseAVX=2", "-XX:MaxVectorSize=32")));
    }
    processors.add(Arguments.of("plain", List.of(MODULE, "-Dsparkner.kernels=plain")));
    // In single precision by oneDNN too, where its jar is, as it is in the tests.
    processors.add(Arguments.of("plain", List.of()));
    return processors;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("processors")
  void findsTheSame(String kernels, List<String> options) throws Exception {
    Findings other = run(options);

    assertThat(other.kernels()).isEqualTo(kernels);
    assertThat(other.entities().get(0)).isEqualTo(here.entities().get(0)).contains("PER");
    assertClose(other.marginals().get(0), here.marginals().get(0), SINGLE);
    assertClose(other.marginals().get(1), here.marginals().get(1), EIGHT_BITS);
  }

  private static void assertClose(double[] found, double[] expected, double bound) {
    assertThat(found).hasSameSizeAs(expected);
    double most = 0;
    for (int i = 0; i < found.length; i++) {
      most = Math.max(most, Math.abs(found[i] - expected[i]));
    }
    assertThat(most).isCloseTo(0, within(bound));
  }
}
