package org.sparkner.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;

/** Any bytes in place of a part of a saved model. */
public final class ModelTargets {
  private ModelTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "manifest", ModelTargets::manifest,
        "weights", ModelTargets::weights);
  }

  private static final PartFault FAULT = new PartFault("model/part");

  private static void manifest(byte[] file) {
    Outcome.readOrRefused(() -> ManifestJson.read(file, FAULT));
  }

  private static void weights(byte[] file) {
    Manifest.Part part = new Manifest.Part(Safetensors.NAME, file.length, "");
    Map<String, int[]> expected = Map.of("a", new int[] {2, 3}, "b", new int[] {4});
    try (DigestThread digests = new DigestThread()) {
      Outcome.readOrRefused(
          () -> {
            PartInput in = new PartInput(new ByteArrayInputStream(file), part, FAULT, digests);
            try {
              return Safetensors.read(
                  in, expected, name -> EnumSet.allOf(ElementType.class), FAULT);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
