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

package org.sparkner.jobs.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sparkner.corpus.LineReader;
import org.sparkner.error.UsageException;

/** A file in HOCON that an option names. */
public record HoconFile(String option, Path path) {
  /**
   * What is in it; at least one key.
   *
   * @param entries what the keys stand for, for messages, such as {@code rows}
   * @throws UsageException if it cannot be read, is no HOCON or has no key
   */
  public ConfigObject read(String entries) {
    ConfigObject root;
    try {
      root = parse().resolve().root();
    } catch (ConfigException e) {
      throw new UsageException(option + " " + e.getMessage().replaceAll("\\s+", " "), e);
    }
    if (root.isEmpty()) {
      throw new UsageException(this + " has no " + entries);
    }
    return root;
  }

  /**
   * The settings in it, whose references are not resolved yet.
   *
   * @throws UsageException if it cannot be read or is nested too deep
   * @throws org.sparkner.error.BadDataException naming the line that is not UTF-8
   * @throws ConfigException if it is no HOCON
   */
  Config parse() {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new UsageException(this + " is no readable file");
    }
    requireUtf8();
    try {
      return ConfigFactory.parseFile(
          path.toFile(), ConfigParseOptions.defaults().setIncluder(new LocalIncludes(this, null)));
    } catch (StackOverflowError e) {
      throw new UsageException(this + " is nested too deep; expected settings", e);
    }
  }

  /** The library reads other bytes as replacement characters. */
  private void requireUtf8() {
    if (!Files.isRegularFile(path)) {
      // What comes from another process can be read only once.
      return;
    }
    try (LineReader lines = new LineReader(Files.newInputStream(path), toString())) {
      String line;
      do {
        line = lines.next();
      } while (line != null);
    } catch (IOException e) {
      throw new UsageException(this + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** For messages. */
  @Override
  public String toString() {
    return option + " " + path;
  }

  /**
   * Includes of files of this machine. HOCON knows URLs too, but settings fetch nothing.
   *
   * @param file that includes
   * @param rest what includes files; null before the library has said
   */
  private record LocalIncludes(HoconFile file, ConfigIncluder rest)
      implements ConfigIncluder, ConfigIncluderURL {
    private static final String URLS = "[A-Za-z][A-Za-z0-9+.-]+:.*";

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return new LocalIncludes(file, fallback);
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      if (what.matches(URLS)) {
        throw refusal(what);
      }
      return rest.include(context, what);
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
      throw refusal(what.toString());
    }

    private UsageException refusal(String what) {
      return new UsageException(
          file + " includes " + what + "; only files of this machine are included, by their paths");
    }
  }
}
