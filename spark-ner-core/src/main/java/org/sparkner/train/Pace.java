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

package org.sparkner.train;

/**
 * How fast a process trains. What a run did before it was resumed, perhaps elsewhere, beside others
 * or while it was stopped, does not count.
 *
 * @param epochsBefore epochs, and the part of one, that were done when the process began
 * @param secondsBefore seconds of the run until then
 */
record Pace(double epochsBefore, double secondsBefore) {
  static final Pace FROM_THE_BEGINNING = new Pace(0, 0);

  /**
   * How long more epochs take at this pace.
   *
   * @param more epochs to come
   * @param epochs of the run that are done
   * @param seconds that the run has taken
   */
  double secondsFor(double more, double epochs, double seconds) {
    // Of a process that has done nothing yet, the pace of the run is the best guess.
    return epochs > epochsBefore
        ? (seconds - secondsBefore) / (epochs - epochsBefore) * more
        : seconds / epochs * more;
  }
}
