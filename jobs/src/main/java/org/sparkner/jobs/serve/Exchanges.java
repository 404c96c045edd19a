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

package org.sparkner.jobs.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sparkner.error.NerException;

/**
 * From a request of HTTP to its answer: sizes, headers, errors. A page of another site can send
 * nothing here: a body has to be declared as JSON, which browsers ask leave for first, and at a
 * loopback address the server has to be called by a name of this machine (against DNS rebinding).
 */
final class Exchanges implements HttpHandler {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Routes routes;
  private final int mostBytes;
  private final boolean loopback;
  private final ErrorLog errors;

  /**
   * @param loopback whether the server listens at a loopback address
   */
  Exchanges(Routes routes, int mostBytes, boolean loopback, ErrorLog errors) {
    this.routes = routes;
    this.mostBytes = mostBytes;
    this.loopback = loopback;
    this.errors = errors;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    try {
      requireOwnName(exchange.getRequestHeaders());
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      Route route = routes.find(method, path);
      return route.answer(method.equals("POST") ? body(exchange) : new byte[0]);
    } catch (Refusal e) {
      return refused(exchange, e.status(), e.getMessage());
    } catch (NerException e) {
      return refused(exchange, 400, e.getMessage());
    } catch (RuntimeException e) {
      return refused(exchange, 500, "internal error: " + e);
    }
  }

  private Answer refused(HttpExchange exchange, int status, String message) {
    errors.add(status, exchange.getRequestMethod(), exchange.getRequestURI().getPath(), message);
    if (status == 413 || status == 503) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    if (status == 503) {
      exchange.getResponseHeaders().set("Retry-After", "1");
    }
    return Answer.json(status, Map.of("error", message));
  }

  private void requireOwnName(Headers headers) {
    String host = headers.getFirst("Host");
    if (loopback && host != null) {
      String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
      if (!OWN_NAMES.contains(name)) {
        throw new Refusal(
            403, "called as " + host + "; at a loopback address it is localhost or 127.0.0.1");
      }
    }
  }

  private byte[] body(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json( *;.*)?")) {
      throw new Refusal(415, "the content type is " + type + ", expected application/json");
    }
    byte[] body = exchange.getRequestBody().readNBytes(mostBytes + 1);
    if (body.length > mostBytes) {
      throw new Refusal(
          413,
          "the request has over "
              + (mostBytes >> 20)
              + " MB; send less at a time, or start the server with more --max-megabytes");
    }
    return body;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), head ? -1 : answer.content().length);
    if (!head) {
      exchange.getResponseBody().write(answer.content());
    }
  }
}
