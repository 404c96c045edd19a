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

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.model.TextTaggerOptions;
import org.sparkner.jobs.process.Interruption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a model on this machine until a signal ends it. */
@Command(
    name = "serve",
    description = {
      "Serves a model on this machine: a page, JSON, and Label Studio's protocol.",
      "POST /tag with {\"text\": \"\u2026\"} tags a text. As a machine learning backend of Label",
      "Studio it gives pre-annotations with scores. Ctrl-C or SIGTERM ends it."
    },
    footer = {"", "Example:", "  spark-ner serve --model model --port 9090"})
public final class ServeCommand implements Callable<Integer> {
  private static final int MOST_MEGABYTES = 1024;
  private static final int LAST_PORT = 65_535;

  @Mixin private TextTaggerOptions model;

  @HelpGroup("Server")
  @Option(
      names = "--port",
      defaultValue = "9090",
      paramLabel = "N",
      description = "Port (${DEFAULT-VALUE}); 0 for a free one.")
  private int port;

  @HelpGroup("Server")
  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = {
        "Address to listen at (${DEFAULT-VALUE}). There is no password: any other",
        "address lets whoever reaches it use the model."
      })
  private String host;

  @HelpGroup("Limits")
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Requests that are tagged at the same time (the cores).")
  private Integer threads;

  @HelpGroup("Limits")
  @Option(
      names = "--max-megabytes",
      defaultValue = "4",
      paramLabel = "N",
      description = "Size of a request, 1 to 1024 (${DEFAULT-VALUE}).")
  private int megabytes;

  @HelpGroup("Limits")
  @Option(
      names = "--max-seconds",
      defaultValue = "30",
      paramLabel = "N",
      description = "Time of a request, 1 to 3600 (${DEFAULT-VALUE}).")
  private int seconds;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Limits limits = limits();
    InetSocketAddress address = new InetSocketAddress(host, requirePort());
    if (address.isUnresolved()) {
      throw new UsageException(
          "--host " + host + " stands for no address; give one of this machine");
    }
    ServedModel served = load();
    PrintWriter out = spec.commandLine().getOut();
    try (Interruption signals = new Interruption(Thread.currentThread());
        TaggingServer server =
            TaggingServer.start(served, limits, address, spec.commandLine().getErr())) {
      out.printf(
          Locale.ROOT,
          "%s tags with %s (%s); Ctrl-C ends it%n",
          server.url(),
          model.name(),
          served.version());
      out.flush();
      await();
      server.stop();
      out.printf(Locale.ROOT, "ended after %,d requests%n", server.requests());
    }
    return 0;
  }

  /** Waits for a signal. */
  private static void await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // What it waits for; the server ends in order.
    }
  }

  private Limits limits() {
    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    requireWithin("--threads", cores, 1024);
    requireWithin("--max-megabytes", megabytes, MOST_MEGABYTES);
    requireWithin("--max-seconds", seconds, 3600);
    return new Limits(cores, megabytes << 20, Duration.ofSeconds(seconds));
  }

  private static void requireWithin(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new UsageException(option + " needs a number from 1 to " + most + ", found " + value);
    }
  }

  private int requirePort() {
    if (port < 0 || port > LAST_PORT) {
      throw new UsageException("--port needs a number from 0 to 65535, found " + port);
    }
    return port;
  }

  private ServedModel load() {
    TextTaggerOptions.Loaded loaded = model.load(spec.commandLine().getErr());
    return new ServedModel(loaded.tagger(), ServedModel.version(model.name(), loaded.manifest()));
  }
}
