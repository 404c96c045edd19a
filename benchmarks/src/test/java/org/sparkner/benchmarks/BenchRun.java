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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.sparkner.jobs.process.Program;

/**
 * A run of {@code bench} in this JVM that ended.
 *
 * @param code exit code
 * @param out lines of standard output
 * @param err lines of standard error
 */
record BenchRun(int code, List<String> out, List<String> err) {
  static BenchRun of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] strings =
        Stream.concat(Stream.of("bench"), Stream.of(args))
            .map(Object::toString)
            .toArray(String[]::new);
    int code =
        Program.run(new Main(), new PrintWriter(out, true), new PrintWriter(err, true), strings);
    return new BenchRun(code, out.toString().lines().toList(), err.toString().lines().toList());
  }

  String lastOut() {
    return out.get(out.size() - 1);
  }

  String lastErr() {
    return err.get(err.size() - 1);
  }
}
