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

package org.sparkner.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkner.error.UsageException;

class Nd4jGpusTest {

  /** A host with GPUs of these architectures, which remembers the one that was selected. */
  private record Host(List<Integer> architectures, List<Integer> selected)
      implements Nd4jGpus.Devices {
    static Host of(Integer... architectures) {
      return new Host(List.of(architectures), new ArrayList<>());
    }

    @Override
    public int count() {
      return architectures.size();
    }

    @Override
    public String name(int device) {
      return "Test GPU " + device;
    }

    @Override
    public int architecture(int device) {
      return architectures.get(device);
    }

    @Override
    public void select(int device) {
      selected.add(device);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {37, 60, 75, 80, 86, 89})
  void aDeviceThatTheBackendHasCodeForIsSelected(int architecture) {
    Host host = Host.of(30, architecture);
    Nd4jGpus.use(1, host);
    assertThat(host.selected()).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {35, 90, 100})
  void anotherArchitectureIsRefusedByName(int architecture) {
    Host host = Host.of(architecture);
    assertThatThrownBy(() -> Nd4jGpus.use(0, host))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "Test GPU 0", architecture / 10 + "." + architecture % 10, "3.7 to 8.9");
    assertThat(host.selected()).isEmpty();
  }

  @Test
  void aDeviceThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Nd4jGpus.use(2, Host.of(70, 70)))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("GPU 2", "shows 2", "nvidia-smi");
  }

  @Test
  void aBuildWithTheProcessorBackendSaysSo() {
    assertThatThrownBy(() -> Nd4jGpus.use(0))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("nd4j-native", "backend torch");
  }
}
