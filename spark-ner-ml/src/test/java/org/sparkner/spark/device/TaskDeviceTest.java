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

package org.sparkner.spark.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.resource.ResourceInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.UsageException;
import org.sparkner.pretrained.EncoderDevice;

class TaskDeviceTest {
  private static final EncoderDevice CUDA = EncoderDevice.cuda(0);

  private static ResourceInformation gpu(String... addresses) {
    return new ResourceInformation("gpu", addresses);
  }

  @Test
  void aTaskComputesOnTheGpuThatSparkGaveIt() {
    assertThat(TaskDevice.of(CUDA, gpu("3", "5"), false)).isEqualTo(EncoderDevice.cuda(3));
    assertThat(TaskDevice.of(EncoderDevice.AUTO, gpu("3"), false))
        .isEqualTo(EncoderDevice.AUTO.at(3));
  }

  @Test
  void withoutAGpuOfItsOwnATaskOfAClusterTakesNone() {
    assertThat(TaskDevice.of(EncoderDevice.AUTO, null, false)).isEqualTo(EncoderDevice.CPU);
    assertThatThrownBy(() -> TaskDevice.of(CUDA, null, false))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "device = cuda, but Spark gives the tasks of this application no GPU")
        .hasMessageContaining("spark.task.resource.gpu.amount")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void inLocalModeWhereSparkGivesNoneTheFirstIsMeant() {
    assertThat(TaskDevice.of(CUDA, null, true)).isEqualTo(CUDA);
    assertThat(TaskDevice.of(EncoderDevice.AUTO, null, true)).isEqualTo(EncoderDevice.AUTO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GPU-4f2", "", "-1"})
  void anAddressThatIsNoNumberIsOneLine(String address) {
    assertThatThrownBy(() -> TaskDevice.of(CUDA, gpu(address), false))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("The GPU address '" + address + "' is no number")
        .hasMessageContaining("conf/gpu-discovery.sh");
  }

  @Test
  void outsideOfTasksTheWishStands() {
    assertThat(TaskDevice.ofTask(CUDA)).isEqualTo(CUDA);
  }
}
