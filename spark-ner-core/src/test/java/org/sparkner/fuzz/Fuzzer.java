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

package org.sparkner.fuzz;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What Jazzer calls with input after input, for the reader that the system property {@value
 * #TARGET} names, of those of the class that {@value #READERS} names.
 */
public final class Fuzzer {
  static final String READERS = "fuzz.readers";
  static final String TARGET = "fuzz.target";

  private static Consumer<byte[]> target;

  private Fuzzer() {}

  /** Called once, by its name. */
  public static void fuzzerInitialize() throws ReflectiveOperationException {
    String name = System.getProperty(TARGET, "");
    Map<String, Consumer<byte[]>> readers = readers();
    target = readers.get(name);
    if (target == null) {
      throw new IllegalArgumentException(
          TARGET + "=" + name + ": there is no such reader; choose of " + readers.keySet());
    }
  }

  /** Called with each input, by its name. */
  public static void fuzzerTestOneInput(byte[] input) {
    target.accept(input);
  }

  /** Prints the names of the readers, one a line. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    new TreeSet<>(readers().keySet()).forEach(System.out::println);
  }

  private static Map<String, Consumer<byte[]>> readers() throws ReflectiveOperationException {
    return Class.forName(System.getProperty(READERS, ""))
        .asSubclass(FuzzedReaders.class)
        .getConstructor()
        .newInstance()
        .all();
  }
}
