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

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;

/**
 * How a pretrained encoder learns.
 *
 * @param layerDecay factor from a layer's learning rate to that of the layer below, above 0 to 1
 *     (Howard and Ruder 2018); the embeddings count as the lowest layer
 * @param frozenLayers layers, from the embeddings on, that stay as they are; 0 for none, 1 for the
 *     embeddings alone
 * @param weightDecay of matrices, not of biases and normalisations
 * @param dropout probability that a value within the encoder is dropped, 0 to below 1
 * @param capitalisation whether it also learns a vector of the capitalisation of each piece's word,
 *     which is added to what the lowest level that learns reads: to the piece's embedding, or to
 *     the output of the highest frozen layer; for encoders without upper case
 * @param mixedPrecision whether products are in 16 bits where the device is faster with them
 * @param recompute whether what a layer computed is computed again on the way back instead of being
 *     kept (Chen et al. 2016), for less memory
 * @param device {@code cpu} or {@code cuda:N}
 * @param seed of dropout
 */
@RecordBuilder
public record EncoderTuning(
    double layerDecay,
    int frozenLayers,
    double weightDecay,
    double dropout,
    boolean capitalisation,
    boolean mixedPrecision,
    boolean recompute,
    String device,
    long seed)
    implements Serializable {}
