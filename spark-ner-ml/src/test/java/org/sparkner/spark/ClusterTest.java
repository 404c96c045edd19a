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

package org.sparkner.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.spark.training.GpuJob;

/** Jobs in processes of their own. */
@Tag("slow")
@Tag("lines")
class ClusterTest {
  @TempDir private static Path shared;
  private static String report;
  @TempDir Path home;

  @BeforeAll
  static void run() throws Exception {
    report = SparkProcess.run(shared, "1g", ClusterJob.class);
  }

  @Test
  void aFreshModelIsBuiltOnceInEachExecutorAndFindsTheSame() {
    assertThat(report).contains("executors=2 taggers=2 sameAsTheDriver=true samePretrained=true");
  }

  @Test
  void executorsTrainByLibtorchAndSayWhyTheyCannotOnAGpu() {
    assertThat(report)
        .contains("types: PER LOC")
        .contains("error: Device cuda:0 is asked for, but the libtorch on the class path is the");
  }

  @Tag("long")
  @Test
  void eachTaskHasTheGpuThatTheDiscoveryScriptFound() throws Exception {
    Path command = Files.createDirectories(home.resolve("bin")).resolve("nvidia-smi");
    Files.writeString(command, "#!/bin/sh\necho 0\necho 1\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    String script = Path.of("..", "conf", "gpu-discovery.sh").toRealPath().toString();
    assertThat(SparkProcess.run(home, "1g", GpuJob.class, script))
        .contains("GPUs of two tasks at once: 0, 1")
        .contains("error: A GPU is asked for, but this build has ND4J's processor backend");
  }

  @Tag("long")
  @Test
  void skewedDocumentsStreamThroughASmallHeap() throws Exception {
    assertThat(SparkProcess.run(home, "512m", SkewJob.class))
        .contains("rows=120401 unread=20000 tokens=130400 entities=true");
  }

  @Tag("long")
  @Test
  void aTrainingWhoseExecutorIsKilledEndsWithTheWeightsOfTheUnbrokenOne() throws Exception {
    assertThat(SparkProcess.run(home, "1g", KilledExecutorJob.class))
        .contains("killed=1 tasksAfterIt=true sameAsUnbroken=true sameAsTheDriver=true");
  }
}
