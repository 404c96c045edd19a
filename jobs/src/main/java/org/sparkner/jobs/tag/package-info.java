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
 * The command {@code tag}: finds the entities of text, once or incrementally, and writes them in a
 * format of the user's choice.
 *
 * <p>To add an output format, write its lines in {@code org.sparkner.spark.format}, give {@link
 * org.sparkner.jobs.tag.TaggedFormat} a constant, and have {@link org.sparkner.jobs.tag.TaggingRun}
 * choose it.
 */
package org.sparkner.jobs.tag;
