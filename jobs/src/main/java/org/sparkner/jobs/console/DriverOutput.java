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

package org.sparkner.jobs.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.DeployMessages.DriverStatusResponse;
import org.apache.spark.deploy.DeployMessages.MasterStateResponse;
import org.apache.spark.deploy.DeployMessages.RequestDriverStatus;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.master.WorkerInfo;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.util.Utils;
import scala.Option;
import scala.reflect.ClassTag;

/**
 * Prints what a driver printed that ran on a standalone cluster: its standard output, and the last
 * line of its standard error. The master knows the worker that ran it, whose web pages have both.
 *
 * <p>Arguments are the URL of the master and the driver's id. Ends with 1 where the output cannot
 * be had.
 */
public final class DriverOutput {
  private static final int MILLIS = 10_000;

  private DriverOutput() {}

  public static void main(String[] args) {
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    try {
      String pages = pagesOfWorker(args[0], args[1]);
      read(pages, args[1], "stdout").forEach(out::println);
      List<String> errors = read(pages, args[1], "stderr");
      if (!errors.isEmpty()) {
        err.println(errors.get(errors.size() - 1));
      }
    } catch (IOException | RuntimeException e) {
      err.println(e);
      System.exit(1);
    }
  }

  private static String pagesOfWorker(String masters, String driver) {
    SparkConf conf = new SparkConf();
    SecurityManager security = new SecurityManager(conf, Option.empty(), null);
    RpcEnv rpc = RpcEnv.create("driverOutput", Utils.localHostName(), 0, conf, security, true);
    RuntimeException last = null;
    try {
      for (String url : Utils.parseStandaloneMasterUrls(masters)) {
        try {
          return pagesOfWorker(
              rpc.setupEndpointRef(RpcAddress.fromSparkURL(url), Master.ENDPOINT_NAME()), driver);
        } catch (RuntimeException e) {
          last = e;
        }
      }
    } finally {
      rpc.shutdown();
    }
    throw last;
  }

  private static String pagesOfWorker(RpcEndpointRef master, String driver) {
    DriverStatusResponse status =
        master.askSync(new RequestDriverStatus(driver), ClassTag.apply(DriverStatusResponse.class));
    MasterStateResponse state =
        master.askSync(
            org.apache.spark.deploy.DeployMessages.RequestMasterState$.MODULE$,
            ClassTag.apply(MasterStateResponse.class));
    for (WorkerInfo worker : state.workers()) {
      if (status.workerId().contains(worker.id())) {
        return worker.webUiAddress();
      }
    }
    throw new IllegalStateException("no worker has " + driver);
  }

  /** The end of a file of the driver's, as far as the worker gives it. */
  private static List<String> read(String pages, String driver, String file) throws IOException {
    URI page = URI.create(pages + "/log/?driverId=" + driver + "&logType=" + file);
    var connection = page.toURL().openConnection();
    connection.setConnectTimeout(MILLIS);
    connection.setReadTimeout(MILLIS);
    try (InputStream in = connection.getInputStream()) {
      // The first line tells which bytes of the file follow.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
