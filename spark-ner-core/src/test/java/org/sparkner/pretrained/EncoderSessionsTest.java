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

package org.sparkner.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkner.error.UsageException;

/** With the jar for processors, which the tests have. */
class EncoderSessionsTest {
  @Test
  void encodersOfEqualFilesShareASession() {
    PretrainedEncoder one = TinyEncoder.read();
    PretrainedEncoder other = TinyEncoder.read();

    assertThat(one.session()).isSameAs(other.session());
    assertThat(one.withCache(0).on(EncoderDevice.CPU).session()).isSameAs(one.session());
  }

  @Test
  void autoTakesTheProcessorWhereThereIsNoGpu() {
    assertThat(TinyEncoder.read().on(EncoderDevice.AUTO).session().device())
        .isEqualTo(EncoderDevice.CPU);
  }

  @Test
  void aGpuThatIsAskedForByNameIsRefusedInOneLineByTheJarForProcessors() {
    PretrainedEncoder encoder = TinyEncoder.read().on(EncoderDevice.cuda(0));

    assertThatThrownBy(encoder::open)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("A GPU is asked for (device = cuda), but the class path has")
        .hasMessageContaining("com.microsoft.onnxruntime:onnxruntime_gpu of the same version")
        .hasMessageContaining("device = cpu")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    assertThatThrownBy(() -> encoder.encode(List.of("the"))).isInstanceOf(UsageException.class);
  }

  @Test
  void devicesHaveNames() {
    assertThat(List.of("auto", "cpu", "cuda"))
        .extracting(EncoderDevice::named)
        .containsExactly(EncoderDevice.AUTO, EncoderDevice.CPU, EncoderDevice.cuda(0));
    assertThatThrownBy(() -> EncoderDevice.named("gpu"))
        .isInstanceOf(UsageException.class)
        .hasMessage("device needs auto, cpu or cuda, found gpu.");
    assertThat(EncoderDevice.cuda(0).at(2)).hasToString("cuda:2");
  }
}
