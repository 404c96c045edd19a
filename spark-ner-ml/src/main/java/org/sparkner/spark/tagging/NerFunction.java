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

package org.sparkner.spark.tagging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.spark.device.TaskDevice;
import org.sparkner.tagger.Entity;
import org.sparkner.tagger.Precision;
import org.sparkner.tagger.Tagger;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * What the SQL function does with a value. A value that cannot be tagged gives null, as in {@code
 * NerTaggerModel}.
 *
 * @param model one instance an executor
 * @param precision of its arithmetic
 * @param device that its pretrained encoder is wished on
 */
public record NerFunction(Broadcast<SharedTagger> model, Precision precision, EncoderDevice device)
    implements Serializable {
  private static final Logger LOG = LoggerFactory.getLogger(NerFunction.class);

  Row[] ofText(String text) {
    if (text == null) {
      return null;
    }
    Tagger tagger = tagger();
    try {
      return OutputColumns.rows(tagger.tag(text));
    } catch (RuntimeException e) {
      LOG.warn("A text of {} characters could not be tagged and gets null.", text.length(), e);
      return null;
    }
  }

  Row[] ofTokens(Seq<String> tokens) {
    if (tokens == null) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (String token : JavaConverters.seqAsJavaList(tokens)) {
      words.add(token == null ? "" : token);
    }
    Tagger tagger = tagger();
    try {
      List<Entity> found = tagger.tagSentences(List.of(words), false).get(0).entities();
      return OutputColumns.rows(found);
    } catch (RuntimeException e) {
      LOG.warn("A sentence of {} tokens could not be tagged and gets null.", words.size(), e);
      return null;
    }
  }

  private Tagger tagger() {
    return model.value().tagger(precision, TaskDevice.ofTask(device));
  }
}
