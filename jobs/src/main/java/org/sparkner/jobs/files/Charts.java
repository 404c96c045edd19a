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

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drawing that may fail: the figures are in a file beside the chart all the same. */
public final class Charts {
  private static final Logger LOG = LoggerFactory.getLogger(Charts.class);

  private Charts() {}

  /** Draws a chart into a file. */
  public interface Drawing {
    void draw(Path file) throws IOException;
  }

  /** Whether the chart was drawn; a machine without fonts cannot, and the log says so. */
  public static boolean draw(Path file, Drawing drawing) throws IOException {
    try {
      drawing.draw(file);
      return true;
    } catch (LinkageError | RuntimeException e) {
      LOG.warn("{} is not drawn: {}.", file.getFileName(), e.toString());
      return false;
    }
  }
}
