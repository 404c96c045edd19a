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

package org.sparkner.onnx;

/**
 * Operators that a model uses.
 *
 * @param domain empty for those of ONNX itself
 * @param version of the set
 */
public record OperatorSet(String domain, long version) {
  void write(ProtobufOutput out) {
    out.text(1, domain);
    out.wholeNumber(2, version);
  }

  static OperatorSet read(ProtobufInput in) {
    String domain = "";
    long version = 0;
    while (in.next()) {
      switch (in.number()) {
        case 1 -> domain = in.text();
        case 2 -> version = in.wholeNumber();
        default -> in.skip();
      }
    }
    return new OperatorSet(domain, version);
  }
}
