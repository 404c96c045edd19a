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

package org.sparkner.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkner.error.BadModelException;

class EncoderConfigTest {
  private static final String SIZES =
      "\"vocab_size\": 20, \"hidden_size\": 8, \"num_hidden_layers\": 3,"
          + " \"num_attention_heads\": 2, \"intermediate_size\": 12,"
          + " \"max_position_embeddings\": 18";

  @Test
  void readsTheSizesOfEachArchitecture() throws IOException {
    EncoderConfig mpnet = new SmallEncoder("mpnet").config();
    assertThat(mpnet.architecture()).isEqualTo(EncoderArchitecture.MPNET);
    assertThat(mpnet.positions()).isEqualTo(16);
    assertThat(mpnet.positionOffset()).isEqualTo(2);
    assertThat(mpnet.relativeBuckets()).isEqualTo(32);
    assertThat(mpnet.epsilon()).isEqualTo(1e-5);
    assertThat(new SmallEncoder("roberta").config().activation()).isEqualTo(Activation.GELU_TANH);
    EncoderConfig distil = new SmallEncoder("distilbert").config();
    assertThat(distil.layers()).isEqualTo(3);
    assertThat(distil.intermediate()).isEqualTo(12);
    assertThat(distil.activation()).isEqualTo(Activation.RELU);
    assertThat(new SmallEncoder("electra").config().embedding()).isEqualTo(6);
    assertThat(new SmallEncoder("bert").config().positionOffset()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                   | no model_type, expected one whose weights are known (bert,
          {"model_type": "t5"}                                 | model_type t5, expected one whose weights are known
          {"model_type": "bert"}                               | no hidden_size, expected a whole number
          {"model_type": "bert", S, "hidden_act": "swish"}     | hidden_act swish, expected one of gelu
          {"model_type": "bert", S, "layer_norm_eps": 2}       | layer_norm_eps 2.0
          {"model_type": "roberta", S, "pad_token_id": 30}     | max_position_embeddings 18, expected more than the 31
          {"model_type": "bert", S, "position_embedding_type": "relative_key"} | position_embedding_type "relative_key", expected absolute
          {"model_type": "bert", "hidden_size": -3}            | hidden_size -3, expected a whole number from 1
          {"model_type": "bert", "hidden_size": 8, "num_attention_heads": 3} | 3 heads for 8 floats
          [1]                                                  | no JSON object
          {"model_type"                                        | no JSON (
          """)
  void refusesWhatItDoesNotKnow(String json, String message) {
    byte[] config = json.replace("S,", SIZES + ",").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> EncoderConfig.parse(config, "config.json"))
        .isInstanceOf(BadModelException.class)
        .hasMessageStartingWith("Encoder config.json cannot be used: found ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 17",
    "-1, 1",
    "7, 23",
    "8, 24",
    "-8, 8",
    "-11, 8",
    "-12, 9",
    "16, 26",
    "-16, 10",
    "64, 30",
    "-90, 14",
    "-91, 15",
    "127, 31",
    "500, 31",
    "-500, 15"
  })
  void distancesHaveTheClassesThatMpnetLearnt(int distance, int expected) {
    assertThat(RelativePositions.bucket(distance, 32)).isEqualTo(expected);
  }
}
