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

package org.sparkner.option;

import java.util.regex.Pattern;

/** A device to compute on: the processor, the GPU that is given, or one by its number. */
public record DeviceName() implements Kind<String> {
  private static final long serialVersionUID = 1L;

  private static final Pattern NAME = Pattern.compile("cpu|cuda(:\\d{1,3})?");

  @Override
  public Class<String> type() {
    return String.class;
  }

  @Override
  public String needs() {
    return range();
  }

  @Override
  public String range() {
    return "cpu, cuda or cuda:N";
  }

  @Override
  public boolean accepts(String value) {
    return NAME.matcher(value).matches();
  }

  @Override
  public String parse(String text) {
    return text;
  }
}
