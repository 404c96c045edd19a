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

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * HDFS of one data node and YARN of one node manager, in this process, with containers as processes of their own. Says
 * on standard output where its configuration is, as {@code HADOOP_CONF_DIR} wants it, and ends with standard input.
 */
final class YarnCluster {
  private YarnCluster() {}

  /** The argument is the directory in which everything is kept. */
  public static void main(String[] arguments) throws Exception {
    // Threads of what has started already would keep the process.
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, e) -> {
              e.printStackTrace();
              Runtime.getRuntime().halt(1);
            });
    Path directory = Path.of(arguments[0]).toAbsolutePath();
    Configuration conf = new YarnConfiguration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, directory.resolve("hdfs").toString());
    conf.setInt(YarnConfiguration.YARN_MINICLUSTER_NM_PMEM_MB, 8192);
    conf.setInt(YarnConfiguration.NM_VCORES, 8);
    conf.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 256);
    // A node of a busy machine whose disk is nearly full is a node all the same.
    conf.setFloat(YarnConfiguration.NM_MAX_PER_DISK_UTILIZATION_PERCENTAGE, 99.9f);
    conf.setInt(YarnConfiguration.RM_AM_MAX_ATTEMPTS, 1);
    conf.set("yarn.scheduler.capacity.root.queues", "default");
    conf.set("yarn.scheduler.capacity.root.default.capacity", "100");
    // By default drivers get a tenth of the memory, which on so small a cluster is room for none.
    conf.set("yarn.scheduler.capacity.maximum-am-resource-percent", "0.5");
    // Executors reserve much more than they use.
    conf.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
    conf.set("hadoop.tmp.dir", directory.resolve("tmp").toString());
    System.setProperty("test.build.data", directory.resolve("yarn").toString());

    MiniDFSCluster hdfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    hdfs.waitActive();
    MiniYARNCluster yarn = new MiniYARNCluster("spark-ner", 1, 1, 1);
    yarn.init(conf);
    yarn.start();
    if (!yarn.waitForNodeManagersToConnect(120_000)) {
      throw new IllegalStateException("the node manager has not found the resource manager");
    }

    Configuration clients = new Configuration(yarn.getConfig());
    // A class of the cluster's own tests, which Spark does not have.
    clients.unset("net.topology.node.switch.mapping.impl");
    Path settings = Files.createDirectories(directory.resolve("conf"));
    // In both files, for the defaults of YARN come after what core-site.xml has.
    for (String name : new String[] {"core-site.xml", "yarn-site.xml"}) {
      try (OutputStream file = Files.newOutputStream(settings.resolve(name))) {
        clients.writeXml(file);
      }
    }
    System.out.println(settings);
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
