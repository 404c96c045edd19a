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
 * Measurements of this machine with the code that trains and tags; nothing knows this module.
 * {@code Main} is the program of the command {@code bench}, whose figures are those of the whole
 * way. {@code Jmh} runs the classes with annotations of JMH, each for one step of it. The other
 * classes with a main method compare or count for a document; {@code benchmarks/run} starts them.
 */
package org.sparkner.benchmarks;
