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

package org.sparkner.jobs.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a process must not leave behind when a signal ends it. */
public final class Leftovers {
  private static final Set<Runnable> REMOVALS = new LinkedHashSet<>();

  private Leftovers() {}

  /** From now on this is to be run at such an end. */
  public static synchronized void add(Runnable removal) {
    REMOVALS.add(removal);
  }

  /** It need not be run any more. */
  public static synchronized void remove(Runnable removal) {
    REMOVALS.remove(removal);
  }

  /** Does what may not be left half done; nothing is removed meanwhile. */
  static synchronized void undisturbed(Runnable action) {
    action.run();
  }

  /** Removes everything, what came last first, and does what ends the process. */
  public static synchronized void removeAll(Runnable end) {
    List<Runnable> removals = new ArrayList<>(REMOVALS);
    Collections.reverse(removals);
    removals.forEach(Runnable::run);
    end.run();
  }
}
