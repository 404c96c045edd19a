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

package org.sparkner.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the commands of {@code jcmd} tell of this process. */
final class Diagnostics {
  private static final Pattern COMMITTED = Pattern.compile("Total: .*?committed=(\\d+)KB");

  private Diagnostics() {}

  /** How many objects of just this class are alive; collects garbage. */
  static long live(Class<?> type) {
    Pattern line =
        Pattern.compile(
            "(?m)^ *\\d+: +(\\d+) +\\d+ +" + Pattern.quote(type.getName()) + "( \\(.*)?$");
    Matcher found = line.matcher(ask("gcClassHistogram"));
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  /**
   * Megabytes that the JVM itself has of the system, its heap included; NaN where it does not count
   * them ({@code -XX:NativeMemoryTracking=summary}).
   */
  static double nativeMegabytes() {
    Matcher found = COMMITTED.matcher(ask("vmNativeMemory"));
    return found.find() ? Long.parseLong(found.group(1)) / 1024.0 : Double.NaN;
  }

  private static String ask(String command) {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  command,
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException("This JVM has no diagnostic command " + command + ".", e);
    }
  }
}
