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

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.MachineFiles;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.option.SparkOption;
import org.sparkner.spark.version.SparkLine;

/** The Spark session of a command: that of {@code spark-submit}, or an embedded one. */
public final class Sessions {
  /** Spark counts milliseconds of it in 32 bits. */
  private static final String LONGEST_STOP = "20d";

  private Sessions() {}

  /** Gives the running session or starts one. */
  public static SparkSession open(Settings settings) {
    return open(settings, settings.get(SparkOption.MASTER));
  }

  /**
   * Gives the running session or starts one.
   *
   * @param master of an embedded Spark
   */
  public static SparkSession open(Settings settings, String master) {
    SparkConf conf = new SparkConf().setAppName("Spark NER");
    if (!conf.contains("spark.master")) {
      embed(conf, master);
    }
    // Counts of running tasks come to the driver with the heartbeats.
    conf.setIfMissing("spark.executor.heartbeatInterval", "4s");
    // Dates and times before 1582-10-15 are written as they were read, not refused.
    conf.setIfMissing("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED");
    conf.setIfMissing("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED");
    settings.spark().forEach(conf::set);
    return start(conf);
  }

  /** Starts an embedded one of so many cores. */
  public static SparkSession openLocal(Settings settings, int cores) {
    SparkConf conf = new SparkConf().setAppName("Spark NER");
    embed(conf, "local[" + cores + "]");
    settings.spark().forEach(conf::set);
    return start(conf);
  }

  /** Stops the session, if one runs. */
  public static void close() {
    if (SparkSession.getDefaultSession().isDefined()) {
      SparkSession.getDefaultSession().get().stop();
    }
  }

  /** Ends what the session runs, and the session. */
  static void cancel() {
    if (SparkSession.getDefaultSession().isDefined()) {
      SparkSession.getDefaultSession().get().sparkContext().cancelAllJobs();
    }
    close();
  }

  private static void embed(SparkConf conf, String master) {
    if (!master.matches("local(\\[([1-9]\\d*|\\*)(, *\\d+)?])?|local-cluster\\[.*]|spark://.+")) {
      throw new UsageException(
          "spark.master is "
              + master
              + ", but the embedded Spark runs as local, local[2] or local[*]; for a cluster give"
              + " --master, with SPARK_HOME set to a Spark "
              + SparkLine.current().spark());
    }
    conf.setMaster(master)
        .setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.ui.showConsoleProgress", "false")
        .setIfMissing("spark.driver.host", "localhost")
        .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
        .setIfMissing("spark.sql.shuffle.partitions", "4")
        .setIfMissing("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
        // It reads names with a colon too.
        .setIfMissing("spark.hadoop.fs.file.impl", MachineFiles.class.getName())
        // Hadoop would go on with another one that was used before in this process.
        .setIfMissing("spark.hadoop.fs.file.impl.disable.cache", "true")
        // A task without memory fails; it does not end the process without a word.
        .setIfMissing("spark.executor.killOnFatalError.depth", "0")
        // Weights hardly shrink, and a round of workers waits for them.
        .setIfMissing("spark.broadcast.compress", "false")
        // Nothing travels within a process.
        .setIfMissing("spark.broadcast.checksum", "false")
        .setIfMissing("spark.task.maxDirectResultSize", "32m")
        // Small files are cut for all cores too; a cluster's default is 4 MB.
        .setIfMissing("spark.sql.files.openCostInBytes", "65536");
  }

  private static SparkSession start(SparkConf conf) {
    String master = conf.get("spark.master");
    if (master.startsWith("local")) {
      // Where it cannot write, Spark ends the process.
      for (String directory : temporary(conf).split(",")) {
        TemporaryDirectory.requireUsable(Path.of(directory.strip()));
      }
    }
    if (master.equals("local") || master.startsWith("local[")) {
      // Who stops the process for a while, or closes a laptop, stops the driver and its executor
      // together: neither is to give up the other, as Spark would, which then ends the process.
      conf.setIfMissing("spark.network.timeout", LONGEST_STOP);
      Ending.embedded();
    }
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** Where Spark keeps what it has no memory for; by commas. */
  private static String temporary(SparkConf conf) {
    String own = System.getenv("SPARK_LOCAL_DIRS");
    return own != null ? own : conf.get("spark.local.dir", TemporaryDirectory.parent().toString());
  }
}
