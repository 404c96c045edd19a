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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ParameterAverageTest {
  private final float[] parameters = {8};

  @Test
  void weighsStepsByTheirAge() {
    ParameterAverage average = new ParameterAverage(parameters, 4);

    // From the twelfth step on, a third of the steps so far is no less than the window.
    average.add(12);
    parameters[0] = 0;
    average.add(2);
    average.add(2);
    average.exchange();

    double first = 8 * Math.exp(-4 / 4.0);
    assertThat(parameters[0]).isCloseTo((float) first, within(1e-6f));
  }

  @Test
  void isNoLongerThanAThirdOfTheStepsSoFar() {
    ParameterAverage average = new ParameterAverage(parameters, 1000);

    parameters[0] = 0;
    average.add(6);
    average.exchange();

    assertThat(parameters[0]).isCloseTo((float) (8 * Math.exp(-3)), within(1e-6f));
  }

  @Test
  void givesTheLiveParametersBack() {
    ParameterAverage average = new ParameterAverage(parameters, 4);
    parameters[0] = 3;
    average.add(1);

    average.exchange();
    average.exchange();

    assertThat(parameters[0]).isEqualTo(3);
  }

  @Test
  void withoutAWindowLeavesTheParametersAlone() {
    ParameterAverage average = new ParameterAverage(parameters, 0);

    average.add(5);
    average.exchange();

    assertThat(parameters[0]).isEqualTo(8);
  }

  @Test
  void goesOnFromWhatWasWritten() throws IOException {
    ParameterAverage average = new ParameterAverage(parameters, 4);
    average.add(3);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    average.write(new DataOutputStream(written));
    float[] others = {100};
    ParameterAverage read = new ParameterAverage(others, 4);
    read.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));

    parameters[0] = 1;
    others[0] = 1;
    average.add(2);
    read.add(2);
    average.exchange();
    read.exchange();

    assertThat(others).isEqualTo(parameters);
  }
}
