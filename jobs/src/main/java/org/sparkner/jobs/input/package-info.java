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
 * Text to tag, as rows: which files a path stands for, their formats (text, CSV, JSON lines,
 * Parquet, CoNLL columns), their encodings, and rows that hold something else than their columns
 * say.
 *
 * <p>To add a format, give {@link org.sparkner.jobs.input.TextFormat} a constant with its file
 * endings, and write the class that opens it beside {@link org.sparkner.jobs.input.CsvFiles}. No
 * row may be lost: what cannot be read is counted in {@link org.sparkner.jobs.input.Broken} and
 * kept.
 */
package org.sparkner.jobs.input;
