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

package org.sparkner.view;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Writes a page of HTML that needs no other file and no network. Its policy (Content Security
 * Policy, level 3) allows its own scripts by their digests and nothing else; data cannot end the
 * element that holds it, since JSON is written without {@code <}. Data may be added until the page
 * is closed, so a large page needs no memory of its size.
 */
public final class Page implements Closeable {
  private static final ObjectMapper JSON =
      new ObjectMapper(new JsonFactoryBuilder().characterEscapes(new MarkupEscapes()).build())
          .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final Writer out;
  private final PageParts parts;

  private Page(Writer out, PageParts parts) {
    this.out = out;
    this.parts = parts;
  }

  /**
   * Begins a page.
   *
   * @param out takes the page, in UTF-8; closed with it
   * @param title of any characters
   */
  public static Page open(Writer out, String title, PageParts parts) throws IOException {
    Page page = new Page(out, parts);
    page.head(title);
    return page;
  }

  private void head(String title) throws IOException {
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.write("<title>" + escaped(title) + "</title>\n");
    for (String style : parts.styles()) {
      out.write("<style>\n" + style + "</style>\n");
    }
    out.write("</head>\n<body>\n" + parts.body());
  }

  private String policy() {
    StringBuilder scripts = new StringBuilder();
    for (String script : parts.scripts()) {
      scripts.append(" 'sha256-").append(digest(script)).append('\'');
    }
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src"
        + " 'unsafe-inline'; script-src"
        + (scripts.isEmpty() ? " 'none'" : scripts);
  }

  private static String digest(String script) {
    try {
      byte[] bytes = element(script).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands between the tags of a script, as a browser reads it. */
  private static String element(String script) {
    return "\n" + script.replace("\r\n", "\n");
  }

  /**
   * Adds data, which the page's scripts read as {@code SparkNer.data(name)}.
   *
   * @param name lower-case letters, digits and hyphens
   * @param value what Jackson writes: maps, lists, strings, numbers, records
   */
  public void data(String name, Object value) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Data of a page wants a name of lower-case letters, digits and hyphens, found " + name);
    }
    out.write("<script type=\"application/json\" id=\"data-" + name + "\">");
    JSON.writeValue(out, value);
    out.write("</script>\n");
  }

  /** Ends the page. */
  @Override
  public void close() throws IOException {
    try (out) {
      for (String script : parts.scripts()) {
        out.write("<script>" + element(script) + "</script>\n");
      }
      out.write("</body>\n</html>\n");
    }
  }

  /** A text as it stands in HTML, in elements and attributes alike. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
