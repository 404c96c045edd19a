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

package org.sparkner.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import org.sparkner.model.ModelSource;

/**
 * The parts of a model as resources beside its manifest, all of the same jar. They are read where
 * they are: nothing is unpacked.
 *
 * @param manifest the URL of the manifest
 */
record ResourceModelStorage(URL manifest) implements ModelSource {
  @Override
  public InputStream open(String name) throws IOException {
    return connection(name).getInputStream();
  }

  @Override
  public boolean exists(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in != null;
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  @Override
  public long length(String name) throws IOException {
    URLConnection connection = connection(name);
    try (InputStream in = connection.getInputStream()) {
      long length = connection.getContentLengthLong();
      return length >= 0 ? length : in.transferTo(OutputStream.nullOutputStream());
    }
  }

  @Override
  public String locate(String name) {
    String url = manifest.toString();
    return url.substring(0, url.lastIndexOf('/') + 1) + name;
  }

  /** Without the cache of jars, which would keep one open, and what it was, for good. */
  private URLConnection connection(String name) throws IOException {
    URLConnection connection = new URL(manifest, name).openConnection();
    connection.setUseCaches(false);
    return connection;
  }
}
