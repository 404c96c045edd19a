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

package org.sparkner.option;

/** Which saved models are loaded. */
public final class TrustOption {
  public static final OptionGroup GROUP =
      new OptionGroup("Trust", "models", "Which saved models are loaded.");

  public static final DeclaredOption<String> TRUSTED_KEYS =
      GROUP
          .option("trustedKeys", new Text())
          .doc(
              "File of public keys, or a directory of such files that end in .pem, one of which has"
                  + " to have signed a model that is loaded.",
              "Without it, a model need not be signed.")
          .flag("--trusted-keys")
          .settingOnly()
          .mayChangeOnResume()
          .add();

  private TrustOption() {}
}
