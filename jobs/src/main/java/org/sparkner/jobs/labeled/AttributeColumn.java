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

package org.sparkner.jobs.labeled;

import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import picocli.CommandLine.Option;

/** Where a network finds the attribute of each token, or another label. */
@HelpGroup("Reading the data")
public final class AttributeColumn {
  @Option(
      names = "--attribute-column",
      paramLabel = "COLUMN",
      description = "Another label per token, such as its POS tag.")
  private String name;

  /** As the user gave it, or null. */
  public String name() {
    return name;
  }

  /**
   * Checks that a model is given what it reads.
   *
   * @throws UsageException if it reads attributes and there is no saying where they are
   */
  public void requireFor(boolean readsAttributes) {
    if (readsAttributes && name == null) {
      throw new UsageException(
          "the model reads an attribute of each token, such as its part of speech; say by --attribute-column"
              + " where it is");
    }
  }

  /**
   * Checks that a network is to read what it is given.
   *
   * @param dimension of the vectors of attributes
   * @throws UsageException if only one of the two is asked for
   */
  public void requireWith(int dimension) {
    if (dimension > 0 && name == null) {
      throw new UsageException(
          "network.attribute-dimension is "
              + dimension
              + "; say by --attribute-column where the attributes are, or leave it at 0");
    }
    if (dimension == 0 && name != null) {
      throw new UsageException(
          "--attribute-column names what the network does not read; give it vectors of some floats, such"
              + " as --set network.attribute-dimension=20, or leave it out");
    }
  }
}
