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
 * Training across executors by dl4j-spark's parameter averaging, subclassed where it loses state,
 * data or determinism ({@link org.sparkner.spark.training.dl4j.AveragingMaster} lists where). The
 * only package outside of the core that knows types of DeepLearning4J; none of them is in a public
 * signature. dl4j-spark is no longer maintained upstream: all that knows it is here, and nothing
 * elsewhere knows this package but {@code META-INF/services}.
 */
package org.sparkner.spark.training.dl4j;
