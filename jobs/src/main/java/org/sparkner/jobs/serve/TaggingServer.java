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

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.sparkner.error.UsageException;

/** The server of the JDK with a model behind it. */
final class TaggingServer implements AutoCloseable {
  /** Connections that wait to be accepted. */
  private static final int BACKLOG = 64;

  /** Requests that are read and answered at the same time for each that is tagged. */
  private static final int CONNECTIONS_PER_THREAD = 4;

  private static final int WAITING = 256;
  private static final int IDLE_SECONDS = 30;

  /** Running requests have this long to end. */
  private static final int STOP_SECONDS = 5;

  private final HttpServer server;
  private final ThreadPoolExecutor connections;
  private final TaggingGate gate;
  private final AtomicLong requests;

  private TaggingServer(
      HttpServer server, ThreadPoolExecutor connections, TaggingGate gate, AtomicLong requests) {
    this.server = server;
    this.connections = connections;
    this.gate = gate;
    this.requests = requests;
  }

  /**
   * Begins to serve.
   *
   * @param errors receives a line of JSON for each request that failed
   * @throws UsageException if the address is taken or not of this machine
   */
  static TaggingServer start(
      ServedModel model, Limits limits, InetSocketAddress address, PrintWriter errors) {
    // The JDK's server reads them when its first object is made.
    String seconds = Long.toString(limits.time().toSeconds());
    System.setProperty("sun.net.httpserver.maxReqTime", seconds);
    System.setProperty(
        "sun.net.httpserver.maxRspTime", Long.toString(2 * limits.time().toSeconds()));
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server;
    try {
      server = HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new UsageException(
          address.getHostString()
              + ":"
              + address.getPort()
              + " cannot be listened at ("
              + e.getMessage()
              + "); give another --port, or a --host of this machine",
          e);
    }
    // Where all are taken, the thread that accepts connections serves one itself, and so waits.
    int most = CONNECTIONS_PER_THREAD * limits.threads();
    ThreadPoolExecutor connections =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> daemon(task, "request"),
            new ThreadPoolExecutor.CallerRunsPolicy());
    connections.allowCoreThreadTimeOut(true);
    server.setExecutor(connections);
    TaggingGate gate = new TaggingGate(limits);
    AtomicLong requests = new AtomicLong();
    boolean loopback = server.getAddress().getAddress().isLoopbackAddress();
    server.createContext(
        "/",
        new Exchanges(
            new Routes(model, gate, requests), limits.bytes(), loopback, new ErrorLog(errors)));
    server.start();
    return new TaggingServer(server, connections, gate, requests);
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Where a browser finds it. */
  String url() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /** Requests that were answered. */
  long requests() {
    return requests.get();
  }

  /** Takes no more requests and waits a while for those that run. */
  void stop() {
    connections.shutdown();
    try {
      boolean unused = connections.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    gate.close();
  }

  @Override
  public void close() {
    server.stop(0);
    connections.shutdownNow();
    gate.close();
  }
}
