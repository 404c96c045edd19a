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

/** The parts of the network and their sizes. The defaults are those of Ma &amp; Hovy (2016). */
public final class NetworkOption {
  /** Above any size in use; it keeps every product of two sizes within an int. */
  private static final int MOST = 1 << 14;

  /** The longest vector of a feature. */
  private static final int LONGEST_FEATURE = 1 << 10;

  private static final WholeNumber SIZE = WholeNumber.within(1, MOST);

  public static final OptionGroup GROUP =
      new OptionGroup("Network", "network", "The parts of the network and their sizes.");

  public static final DeclaredOption<String> WORD_ENCODER =
      network(
              "wordEncoder",
              new Choice(
                  List.of("lstm", "gru", "sru", "rnn", "linear-rnn", "cnn", "ffnn-window", "none")))
          .byDefault("lstm")
          .doc(
              "Layers that read the tokens of a sentence.",
              "sru (elementwise and therefore faster), rnn (Elman's) and linear-rnn (a diagonal"
                  + " linear recurrence) are recurrent like lstm and gru; cnn (convolutions over the"
                  + " sentence) and ffnn-window (a feed-forward network over a window of words) are"
                  + " not. With none, the decoder reads the vectors of the tokens themselves.")
          .formerly("encoder")
          .add();

  public static final DeclaredOption<Integer> LAYERS =
      network("layers", WholeNumber.within(1, 3))
          .byDefault(1)
          .doc("Number of layers of the word encoder, with dropout before each.")
          .add();

  public static final DeclaredOption<Boolean> BIDIRECTIONAL =
      network("bidirectional", new Flag())
          .byDefault(true)
          .doc(
              "Whether each layer of a recurrent word encoder reads the sentence backward as well.")
          .add();

  public static final DeclaredOption<Integer> HIDDEN =
      network("hidden", SIZE)
          .byDefault(200)
          .doc("Number of units of each layer of the word encoder, per direction.")
          .add();

  public static final DeclaredOption<Integer> WINDOW_WIDTH =
      network("windowWidth", WholeNumber.odd(MOST))
          .byDefault(5)
          .doc("Number of tokens that a layer of a word encoder without recurrence sees.")
          .add();

  public static final DeclaredOption<String> DECODER =
      network("decoder", new Choice(List.of("crf", "softmax", "crf-bigram")))
          .byDefault("crf")
          .doc(
              "How labels are chosen.",
              "crf chooses the best legal sequence; crf-bigram does so with transitions that depend"
                  + " on the token; softmax chooses the label of each token by itself.")
          .add();

  public static final DeclaredOption<String> CHARACTER_ENCODER =
      network("characterEncoder", new Choice(List.of("none", "cnn", "lstm", "intnet")))
          .byDefault("cnn")
          .doc("What makes a vector of a word's characters.", "intnet is a funnel of convolutions.")
          .formerly("charEncoder")
          .add();

  public static final DeclaredOption<Integer> CHARACTER_DIMENSION =
      network("characterDimension", SIZE).byDefault(30).doc("Size of a character's vector.").add();

  public static final DeclaredOption<Integer> CHARACTER_FILTERS =
      network("characterFilters", SIZE)
          .byDefault(30)
          .doc(
              "Number of filters of each character convolution, or of units per direction of the"
                  + " character LSTM.")
          .add();

  public static final DeclaredOption<Integer> CHARACTER_WIDTH =
      network("characterWidth", WholeNumber.odd(MOST))
          .byDefault(3)
          .doc("Number of characters that a filter sees.")
          .add();

  public static final DeclaredOption<List<Integer>> CHARACTER_WIDTHS =
      network("characterWidths", new Widths())
          .doc(
              "Several widths of filters, separated by commas, in place of {characterWidth}.",
              "There are {characterFilters} filters of each.")
          .add();

  public static final DeclaredOption<Integer> CHARACTER_BLOCKS =
      network("characterBlocks", SIZE)
          .byDefault(2)
          .doc("Number of blocks of an intnet after its first convolutions.")
          .add();

  public static final DeclaredOption<Integer> MAX_WORD_LENGTH =
      network("maxWordLength", SIZE)
          .byDefault(45)
          .doc("Number of characters of a word that the character encoder sees.")
          .add();

  public static final DeclaredOption<Integer> WORD_DIMENSION =
      network("wordDimension", WholeNumber.within(0, MOST))
          .byDefault(100)
          .doc(
              "Size of a word's vector where there are no pretrained ones.",
              "0 for none, if the network reads something else of a token.")
          .add();

  public static final DeclaredOption<Integer> CAPITALISATION_DIMENSION =
      feature("capitalisationDimension")
          .doc("Size of the vector of a word's capitalisation; 0 for none.")
          .add();

  public static final DeclaredOption<Integer> AFFIX_DIMENSION =
      feature("affixDimension")
          .doc("Size of the vector of each prefix and suffix of a word; 0 for none.")
          .add();

  public static final DeclaredOption<Integer> GAZETTEER_DIMENSION =
      network("gazetteerDimension", WholeNumber.within(1, LONGEST_FEATURE))
          .byDefault(5)
          .doc("Size of the vector of a token's place in the phrases of each type of gazetteer.")
          .add();

  public static final DeclaredOption<Integer> ATTRIBUTE_DIMENSION =
      feature("attributeDimension")
          .doc(
              "Size of the vector of a token's attribute, such as its part of speech, in"
                  + " {attributeCol}; 0 for none.")
          .formerly("posDimension")
          .add();

  private NetworkOption() {}

  private static <T> Declaration<T> network(String name, Kind<T> kind) {
    return GROUP.option(name, kind).heededBy(ModelOption.NETWORK);
  }

  private static Declaration<Integer> feature(String name) {
    return network(name, WholeNumber.within(0, LONGEST_FEATURE)).byDefault(0);
  }
}
