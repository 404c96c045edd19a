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
 * Which line of Spark this artefact is built for, asked by everything that Spark calls, and what
 * the lines do differently. {@code CurrentLine} is of one line alone and stands in {@code
 * src/main/spark-3} and {@code src/main/spark-4}; the build takes one of the folders.
 */
package org.sparkner.spark.version;
