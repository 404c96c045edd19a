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
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.sparkner.model.NerModel;

/**
 * A model and its broadcast, made when it is first needed and shared by all copies of a stage. A
 * new Spark context gets a new one.
 */
public final class ModelBroadcast implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SharedTagger tagger;
  private transient SparkContext context;
  private transient Broadcast<SharedTagger> broadcast;

  public ModelBroadcast(NerModel model) {
    this.tagger = new SharedTagger(model);
  }

  public NerModel model() {
    return tagger.model();
  }

  public synchronized Broadcast<SharedTagger> in(SparkSession session) {
    if (context != session.sparkContext()) {
      context = session.sparkContext();
      broadcast = JavaSparkContext.fromSparkContext(context).broadcast(tagger);
    }
    return broadcast;
  }
}
