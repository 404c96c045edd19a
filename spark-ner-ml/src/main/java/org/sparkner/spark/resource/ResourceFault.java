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

package org.sparkner.spark.resource;

import java.io.IOException;
import org.sparkner.error.BadDataException;

/** What is wrong with a resource that a user named, in one line, whoever asks. */
final class ResourceFault {
  private ResourceFault() {}

  /**
   * @param option by which the user named it
   */
  static void requireExisting(Resource resource, String option) {
    if (!resource.exists()) {
      throw new BadDataException(
          resource.name() + ": no such file or directory; check the path of " + option);
    }
  }

  static BadDataException unreadable(Resource resource, IOException cause) {
    return new BadDataException(
        resource.name() + ": cannot be read (" + cause.getMessage() + ")", cause);
  }
}
