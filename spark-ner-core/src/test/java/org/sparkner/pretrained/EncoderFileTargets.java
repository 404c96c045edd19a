package org.sparkner.pretrained;

import java.util.Map;
import java.util.function.Consumer;
import org.sparkner.error.Outcome;

/** Any bytes in place of the files beside an encoder's graph. */
public final class EncoderFileTargets {
  private EncoderFileTargets() {}

  /** What reads the bytes, by name. */
  public static Map<String, Consumer<byte[]>> all() {
    return Map.of(
        "tokenizer", EncoderFileTargets::tokenizer,
        "vocabulary", EncoderFileTargets::vocabulary,
        "encoder-config", EncoderFileTargets::config,
        "encoder-weights", EncoderFileTargets::weights);
  }

  private static final PretrainedEncoderFault FAULT = new PretrainedEncoderFault("dir/file");

  private static void tokenizer(byte[] file) {
    Outcome.readOrRefused(() -> TokenizerFacts.of(file, FAULT));
  }

  private static void vocabulary(byte[] file) {
    Outcome.readOrRefused(() -> new VocabularyFile(file, FAULT).tokenizer(true, true));
  }

  private static void config(byte[] file) {
    Outcome.readOrRefused(() -> EncoderConfig.parse(file, "dir/config.json"));
  }

  private static void weights(byte[] file) {
    Outcome.readOrRefused(() -> SafetensorsFile.read(file, FAULT));
  }
}
