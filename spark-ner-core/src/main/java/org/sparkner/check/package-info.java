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
 * Looks at labelled data before anything is trained on it: what is wrong, what is odd, whether it
 * is enough. {@link org.sparkner.check.DataCheck} reads the sentences twice, one at a time; what it
 * keeps is bounded, however many there are. {@link org.sparkner.check.DataReport} is what it found.
 *
 * <p>To add a check, give {@link org.sparkner.check.CheckKind} a constant, count what it needs in a
 * class of its own that one of the two passes calls, and turn that into a {@link
 * org.sparkner.check.Finding}.
 */
package org.sparkner.check;
