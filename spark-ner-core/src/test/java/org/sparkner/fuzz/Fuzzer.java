package org.sparkner.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sparkner.corpus.CorpusTargets;
import org.sparkner.lexicon.LexiconTargets;
import org.sparkner.model.ModelTargets;
import org.sparkner.onnx.OnnxTargets;
import org.sparkner.pretrained.EncoderFileTargets;
import org.sparkner.text.TextTargets;

/**
 * What Jazzer calls with input after input, for the reader that the system property {@value
 * #TARGET} names.
 */
public final class Fuzzer {
  static final String TARGET = "fuzz.target";

  private static Consumer<byte[]> target;

  private Fuzzer() {}

  /** Every reader of bytes from outside, by name. */
  static Map<String, Consumer<byte[]>> targets() {
    Map<String, Consumer<byte[]>> all = new TreeMap<>();
    Stream.of(
            CorpusTargets.all(),
            LexiconTargets.all(),
            ModelTargets.all(),
            OnnxTargets.all(),
            EncoderFileTargets.all(),
            TextTargets.all())
        .forEach(all::putAll);
    return all;
  }

  /** Called once, by its name. */
  public static void fuzzerInitialize() {
    String name = System.getProperty(TARGET, "");
    target = targets().get(name);
    if (target == null) {
      throw new IllegalArgumentException(
          TARGET + "=" + name + ": there is no such reader; choose of " + targets().keySet());
    }
  }

  /** Called with each input, by its name. */
  public static void fuzzerTestOneInput(byte[] input) {
    target.accept(input);
  }

  /** Prints the names of the readers, one a line. */
  public static void main(String[] arguments) {
    targets().keySet().forEach(System.out::println);
  }
}
