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

package org.sparkner.tagger;

/**
 * A found entity.
 *
 * @param begin first code point of the text, from 0; for tokens given, the first token's index
 * @param end after the last code point or token
 * @param type entity type
 * @param text the text between begin and end; for tokens given, the tokens with a space between
 * @param confidence posterior probability of the whole span under the CRF, 0 to 1
 */
public record Entity(int begin, int end, String type, String text, double confidence) {}
