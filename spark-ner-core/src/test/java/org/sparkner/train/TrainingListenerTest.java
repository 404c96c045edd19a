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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingListenerTest {
  private final List<String> heard = new ArrayList<>();

  static Stream<Method> events() {
    return Arrays.stream(TrainingListener.class.getMethods())
        .filter(method -> method.getName().startsWith("on"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void joinedListenersHearEveryEventInTheirOrder(Method event) throws ReflectiveOperationException {
    TrainingListener all =
        TrainingListener.NONE.and(named("a")).and(named("b").and(TrainingListener.NONE));
    Object[] arguments =
        Arrays.stream(event.getParameterTypes())
            .map(type -> type == double.class ? 0.5 : null)
            .toArray();

    event.invoke(all, arguments);

    assertThat(heard).containsExactly("a " + event.getName(), "b " + event.getName());
  }

  /** A listener that keeps what it hears. */
  private TrainingListener named(String name) {
    return new JoinedListeners(
        TrainingListener.NONE,
        (TrainingListener)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TrainingListener.class},
                (proxy, method, arguments) -> {
                  heard.add(name + " " + method.getName());
                  return null;
                }));
  }

  @Test
  void nobodyHearsWhatAListenerBeforeRefused() {
    TrainingListener refusing =
        new TrainingListener() {
          @Override
          public void onStart(CorpusReport report) {
            throw new IllegalStateException("no");
          }
        };

    assertThatThrownBy(() -> refusing.and(named("b")).onStart(null)).hasMessage("no");

    assertThat(heard).isEmpty();
  }
}
