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

package org.sparkner.jobs.process;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.HeartbeatReceiver;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.RpcUtils;
import org.sparkner.jobs.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A program whose only command has an embedded Spark and computes something else. */
@Command(name = "idle-program", subcommands = IdleProgram.Idle.class)
final class IdleProgram {
  static final String STARTED = "Spark has started";
  static final String COUNTED = "Spark has counted 7";

  /** Runs as a process of its own, given {@code idle}, seconds, and settings of Spark. */
  public static void main(String... args) {
    Program.main(new IdleProgram(), args);
  }

  /** Does nothing for some seconds, then has Spark count. */
  @Command(name = "idle")
  static final class Idle implements Callable<Integer> {
    @Option(names = "--unheard", description = "let the driver hear no heartbeat of its executor")
    private boolean unheard;

    @Parameters(index = "0")
    private int seconds;

    @Parameters(index = "1..*")
    private String[] spark = {};

    @Override
    public Integer call() throws InterruptedException {
      Map<String, String> settings =
          Stream.of(spark)
              .map(setting -> setting.split("=", 2))
              .collect(Collectors.toMap(pair -> "spark.conf." + pair[0], pair -> pair[1]));
      SparkSession session = Sessions.openLocal(Settings.load(null, Map.of(), settings), 1);
      if (unheard) {
        stopHearing(SparkEnv.get());
      }
      System.out.println(STARTED);
      Thread.sleep(seconds * 1000L);
      System.out.println("Spark has counted " + session.range(7).repartition(2).count());
      Sessions.close();
      return 0;
    }

    private static void stopHearing(SparkEnv environment) {
      environment
          .rpcEnv()
          .stop(
              RpcUtils.makeDriverRef(
                  HeartbeatReceiver.ENDPOINT_NAME(), environment.conf(), environment.rpcEnv()));
    }
  }
}
