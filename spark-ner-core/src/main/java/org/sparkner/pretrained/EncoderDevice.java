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

import java.io.Serializable;
import java.util.Locale;
import org.sparkner.error.UsageException;

/**
 * Where an encoder computes.
 *
 * @param kind what is asked for
 * @param address of the GPU as CUDA counts those that this process may see, from 0; 0 for {@link
 *     Kind#CPU}
 */
public record EncoderDevice(Kind kind, int address) implements Serializable {
  /** A GPU where one is usable, else the processor; which one, the log says. */
  public static final EncoderDevice AUTO = new EncoderDevice(Kind.AUTO, 0);

  /** The processor, one thread a caller. */
  public static final EncoderDevice CPU = new EncoderDevice(Kind.CPU, 0);

  /** Whether a device is asked for by name. */
  public enum Kind {
    /** A GPU where one is usable, else the processor. */
    AUTO,
    /** The processor. */
    CPU,
    /** A GPU, and nothing else. */
    CUDA;

    /** The name in a setting, lower case. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public EncoderDevice {
    if (address < 0 || (kind == Kind.CPU && address != 0)) {
      throw new IllegalArgumentException("No address of a " + kind + ": " + address);
    }
  }

  /** A GPU by its address, from 0. */
  public static EncoderDevice cuda(int address) {
    return new EncoderDevice(Kind.CUDA, address);
  }

  /**
   * The device of a name in a setting.
   *
   * @param name {@code auto}, {@code cpu} or {@code cuda}
   * @throws UsageException for any other name
   */
  public static EncoderDevice named(String name) {
    return switch (name) {
      case "auto" -> AUTO;
      case "cpu" -> CPU;
      case "cuda" -> cuda(0);
      default -> throw new UsageException("device needs auto, cpu or cuda, found " + name + ".");
    };
  }

  /** The same wish, for the GPU at an address that a cluster manager gives; not for the CPU. */
  public EncoderDevice at(int gpu) {
    return new EncoderDevice(kind, gpu);
  }

  @Override
  public String toString() {
    return kind == Kind.CUDA ? kind + ":" + address : kind.toString();
  }
}
