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

import java.util.List;

/** What is read and what is written when text is tagged, and how. */
public final class TaggingOption {
  public static final OptionGroup GROUP =
      new OptionGroup("Tagging", "tagging", "What is read and written when text is tagged.");

  public static final DeclaredOption<String> INPUT_COL =
      column("inputCol")
          .byDefault("tokens")
          .doc(
              "Column to read.",
              "A string is split and tokenised; an array of strings is taken as the tokens of one"
                  + " sentence. A field of a struct is written with dots.")
          .add();

  public static final DeclaredOption<String> ATTRIBUTE_COL =
      column("attributeCol")
          .doc(
              "Column of an attribute of each token, such as its part of speech.",
              "It is an array of strings, as long as the tokens, for a network with"
                  + " {attributeDimension}, memm and crf.")
          .flag("--attribute-column")
          .heededBy(ModelOption.ALL_BUT_HMM)
          .formerly("posCol", "--pos-column")
          .add();

  public static final DeclaredOption<String> ENTITIES_COL =
      column("entitiesCol").byDefault("entities").doc("Column of the entities found.").add();

  public static final DeclaredOption<String> TAGS_COL =
      column("tagsCol")
          .doc("Column of one predicted tag per token, which is made only if this is set.")
          .add();

  public static final DeclaredOption<String> TOKENS_COL =
      column("tokensCol")
          .doc("Column of the tokens with their offsets, which is made only if this is set.")
          .add();

  public static final DeclaredOption<String> MARGINALS_COL =
      column("marginalsCol")
          .doc(
              "Column of the posterior probability of each label for each token, which is made only"
                  + " if this is set.")
          .add();

  public static final DeclaredOption<String> SCHEME =
      GROUP
          .option("scheme", new Choice(List.of("IOB1", "IOB2", "BIOES")))
          .byDefault("IOB2")
          .doc("Scheme of the tags in {tagsCol}.", "A model of plain labels ignores it.")
          .paramOnly()
          .add();

  public static final DeclaredOption<String> PRECISION =
      GROUP
          .option("precision", new Choice(List.of("auto", "f32", "int8")))
          .byDefault("auto")
          .doc(
              "Arithmetic of the recurrent product.",
              "int8 is a little less exact, and faster where a native library has it; auto chooses"
                  + " it where the machine gains by it.")
          .heededBy(ModelOption.NETWORK)
          .add();

  public static final DeclaredOption<String> DEVICE =
      GROUP
          .option("device", new Choice(List.of("auto", "cpu", "cuda")))
          .byDefault("auto")
          .doc(
              "Device that computes a pretrained encoder, in tagging and, if it does not learn, in"
                  + " training.",
              "auto takes a GPU where Spark gives the task one or, without Spark, where one is"
                  + " usable; cuda fails where there is none.")
          .heededBy(ModelOption.NETWORK)
          .add();

  public static final DeclaredOption<Integer> BATCH_ROWS =
      GROUP
          .option("batchRows", WholeNumber.atLeast(1))
          .byDefault(256)
          .doc("Largest number of rows that are tagged together.")
          .paramOnly()
          .add();

  public static final DeclaredOption<Integer> BATCH_BYTES =
      GROUP
          .option("batchBytes", WholeNumber.atLeast(1))
          .byDefault(1 << 20)
          .doc("Number of UTF-16 bytes of input after which no further row joins a batch.")
          .paramOnly()
          .add();

  private TaggingOption() {}

  private static Declaration<String> column(String name) {
    return GROUP.option(name, new Text()).paramOnly();
  }
}
