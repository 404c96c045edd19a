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

package org.sparkner.jobs.sign;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.model.SavedModel;
import org.sparkner.signature.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs saved models, and makes the keys for it. */
@Command(
    name = "sign",
    description = {
      "Signs a model, so that others know that it is yours and as you made it.",
      "Who loads it gives the public key with --trusted-keys."
    },
    footer = {
      "",
      "Example:",
      "  spark-ner sign --new-key keys",
      "  spark-ner sign --key keys/private.pem model"
    })
public final class SignCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = "Directory of the model, or its name; it is verified first.")
  private String model;

  @HelpGroup("Keys")
  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Private key for Ed25519: PEM, PKCS#8, without a password.")
  private Path key;

  @HelpGroup("Keys")
  @Option(
      names = "--new-key",
      paramLabel = "DIR",
      description = "Make a pair of keys, private.pem and public.pem, in a new directory.")
  private Path newKey;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (newKey != null && (key != null || model != null)) {
      throw new UsageException("--new-key only makes keys; leave out --key and MODEL");
    }
    if (newKey == null && (key == null || model == null)) {
      throw new UsageException(
          "sign needs --key=FILE and MODEL, or --new-key=DIR to make keys; see spark-ner sign"
              + " --help");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (newKey != null) {
      SigningKey made = SigningKey.generate();
      made.writeTo(newKey);
      out.printf(Locale.ROOT, "key %s%n", made.fingerprint());
      out.printf(
          Locale.ROOT,
          "keep %s to yourself; give %s to who loads your models%n",
          newKey.resolve(SigningKey.PRIVATE),
          newKey.resolve(SigningKey.PUBLIC));
    } else {
      SigningKey signing = SigningKey.read(key);
      SavedModel.sign(model, signing);
      out.printf(Locale.ROOT, "signed %s by the key %s%n", model, signing.fingerprint());
    }
    return 0;
  }
}
