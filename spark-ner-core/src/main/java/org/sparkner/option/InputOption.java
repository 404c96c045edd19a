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

/** What the model reads beside the tokens. */
public final class InputOption {
  public static final OptionGroup GROUP =
      new OptionGroup("Input", "input", "What the model reads beside the tokens.");

  public static final DeclaredOption<String> VECTORS_PATH =
      GROUP
          .option("vectorsPath", new Text())
          .doc(
              "File of pretrained word vectors, of GloVe, word2vec or fastText.",
              "It may be on any Hadoop file system; the driver reads it.")
          .flag("--vectors")
          .heededBy(ModelOption.NETWORK)
          .paramOnly()
          .add();

  public static final DeclaredOption<String> GAZETTEERS_PATH =
      GROUP
          .option("gazetteersPath", new Text())
          .doc(
              "Directory of files with one phrase per line, each named for the type of its phrases.",
              "It may be on any Hadoop file system; the driver reads it.")
          .flag("--gazetteer")
          .heededBy(ModelOption.ALL_BUT_HMM)
          .paramOnly()
          .add();

  public static final DeclaredOption<Boolean> GAZETTEER_IGNORE_CASE =
      GROUP
          .option("gazetteerIgnoreCase", new Flag())
          .byDefault(false)
          .doc("Whether the phrases of gazetteers are found in upper and lower case alike.")
          .heededBy(ModelOption.ALL_BUT_HMM)
          .formerly("training.gazetteer-ignore-case")
          .add();

  public static final DeclaredOption<String> PRETRAINED_ENCODER =
      GROUP
          .option("pretrainedEncoder", new Text())
          .doc(
              "Directory of a pretrained transformer encoder, whose vectors of tokens the network"
                  + " reads.",
              "It holds model.onnx with tokenizer.json, on any Hadoop file system; the driver reads"
                  + " it, and it does not learn.")
          .heededBy(ModelOption.NETWORK)
          .formerly("contextualEncoder", "input.contextual")
          .add();

  public static final DeclaredOption<String> PRETRAINED_ENCODER_OUTPUT =
      GROUP
          .option("pretrainedEncoderOutput", new Text())
          .doc(
              "Name of the output of {pretrainedEncoder} that is read, such as that of an inner"
                  + " layer.",
              "Without it, the output of the last layer is read.")
          .heededBy(ModelOption.NETWORK)
          .formerly("contextualOutput", "input.contextual-output")
          .add();

  public static final DeclaredOption<String> PRETRAINED_ENCODER_LAYERS =
      GROUP
          .option("pretrainedEncoderLayers", new Text())
          .doc(
              "Layers of {pretrainedEncoder} whose mean is read, such as 5-8, or one layer, such as"
                  + " 12; 1 is the lowest.",
              "Without it, the last layer is read. Layers above those that are read are not"
                  + " computed. For encoders whose weights are recognised; name an output of others"
                  + " by {pretrainedEncoderOutput}.")
          .heededBy(ModelOption.NETWORK)
          .add();

  public static final DeclaredOption<Boolean> PRETRAINED_ENCODER_LOWER_CASE =
      GROUP
          .option("pretrainedEncoderLowerCase", new Flag())
          .doc(
              "Whether the vocab.txt of {pretrainedEncoder} is in lower case without accents.",
              "Without it, tokenizer_config.json decides, and without that, it is; a tokenizer.json"
                  + " says so itself.")
          .heededBy(ModelOption.NETWORK)
          .formerly("input.contextual-lower-case")
          .add();

  public static final DeclaredOption<Boolean> PRETRAINED_ENCODER_DOCUMENT =
      GROUP
          .option("pretrainedEncoderDocument", new Flag())
          .byDefault(false)
          .doc(
              "Whether {pretrainedEncoder} reads each sentence within its document rather than by"
                  + " itself.")
          .heededBy(ModelOption.NETWORK)
          .formerly("input.contextual-document")
          .add();

  private InputOption() {}
}
