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

/**
 * What a training reads besides sentences: word vectors, gazetteers and pretrained encoders, from
 * any file system. These classes take values, so the stages and the command line read by the same
 * ones, refuse the same and say the same; how each finds its files is behind {@link
 * org.sparkner.spark.resource.Resource}.
 *
 * <p>To add a resource:
 *
 * <ol>
 *   <li>What it holds is a class of the core, and so is its reader, which takes streams and a name
 *       for messages: see {@code org.sparkner.lexicon.GazetteersBuilder}.
 *   <li>Give it a class here that opens a {@code Resource} and hands it to that reader. It asks
 *       {@code ResourceFault} whether the file is there, and never throws an {@code IOException}.
 *   <li>Ask for it in {@link org.sparkner.train.TrainingParts}, so that {@link
 *       org.sparkner.train.Training} reads it once, when it is needed, and refuses what it does not
 *       go with. The compiler then names who has to give it: the stage, {@code train} and {@code
 *       ablate}.
 *   <li>Declare the option that names it, and tell {@code RunFiles} of the command line that it is
 *       read, so that no output replaces it.
 * </ol>
 *
 * <p>A pretrained encoder of another kind needs nothing here: {@link org.sparkner.pretrained} says
 * how it is added.
 */
package org.sparkner.spark.resource;
