package org.sparkner.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

/** What may become of bytes from outside: they are read, or refused in one clear line. */
public final class Outcome {
  private static final int LONGEST_MESSAGE = 5_000;

  private Outcome() {}

  /** Reads; fails by whatever is thrown but an error of the project that a person can act on. */
  public static <T> T readOrRefused(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (NerException refused) {
      assertThat(refused.getMessage())
          .isNotBlank()
          .hasSizeLessThan(LONGEST_MESSAGE)
          .doesNotContain("\n", "\r");
      return null;
    }
  }
}
