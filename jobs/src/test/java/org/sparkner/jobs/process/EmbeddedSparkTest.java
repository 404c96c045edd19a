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

package org.sparkner.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.jobs.JavaProcess;

/** What becomes of a process whose embedded Spark loses its own executor from sight. */
class EmbeddedSparkTest {
  /** Beyond what Spark's driver waits for an executor by default. */
  private static final int STOP_SECONDS = 135;

  @TempDir private Path directory;

  @Test
  @Tag("slow")
  void endOfTheProcessBySparkIsAnInterruptionInOneLine() throws Exception {
    JavaProcess idle =
        start(
            "--unheard",
            120,
            "spark.executor.heartbeatInterval=1s",
            "spark.executor.heartbeat.maxFailures=2");

    assertThat(idle.process().waitFor(100, TimeUnit.SECONDS)).isTrue();

    assertThat(idle.errors())
        .containsExactly(
            "error: interrupted: Spark ended the process; give the same command again");
    assertThat(idle.process().exitValue()).isEqualTo(5);
  }

  @Test
  @Tag("long")
  void processThatIsStoppedForLongGoesOn() throws Exception {
    JavaProcess idle =
        start(
            20,
            "spark.executor.heartbeatInterval=1s",
            "spark.executor.heartbeat.maxFailures=3",
            "spark.network.timeoutInterval=1s");
    while (!idle.output().contains(IdleProgram.STARTED)) {
      assertThat(idle.process().isAlive()).isTrue();
      Thread.sleep(100);
    }

    idle.signal("STOP");
    Thread.sleep(STOP_SECONDS * 1000L);
    idle.signal("CONT");

    assertThat(idle.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(idle.errors()).isEmpty();
    assertThat(idle.output()).endsWith(IdleProgram.COUNTED);
    assertThat(idle.process().exitValue()).isZero();
  }

  private JavaProcess start(Object... arguments) throws IOException {
    Object[] command = Stream.concat(Stream.of("idle"), Stream.of(arguments)).toArray();
    return JavaProcess.start(directory, IdleProgram.class, List.of(), command);
  }
}
