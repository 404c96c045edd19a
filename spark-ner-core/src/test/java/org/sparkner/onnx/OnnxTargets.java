package org.sparkner.onnx;

import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;

/** Any bytes in place of a graph. */
public final class OnnxTargets {
  private OnnxTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "onnx", OnnxTargets::graph);
  }

  private static void graph(byte[] file) {
    Outcome.readOrRefused(() -> OnnxFile.read(file, "model.onnx"));
  }
}
