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

package org.sparkner.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.CommandLineRun;
import org.sparkner.jobs.JsonRows;
import org.sparkner.jobs.TinyModel;

/** Every path on the file system that it names, on a real HDFS of one data node. */
@Tag("slow")
@Tag("lines")
class HdfsTest {
  private static final String DEFAULT = "spark.hadoop.fs.defaultFS";

  @TempDir private static Path shared;
  private static MiniDFSCluster cluster;
  private static FileSystem hdfs;
  @TempDir private Path directory;

  @BeforeAll
  static void startCluster() throws IOException {
    Configuration conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, shared.resolve("hdfs").toString());
    cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    cluster.waitActive();
    hdfs = cluster.getFileSystem();
  }

  @AfterAll
  static void stopCluster() {
    cluster.shutdown();
  }

  @Test
  void everythingMayBeOnHdfsWhileTheDefaultIsTheLocalDisk() throws IOException {
    String home = cluster.getURI() + "/everything/";
    put(TinyModel.sentences(directory, "wikigold/train.conll", 60), home + "train.conll");
    put(TinyModel.sentences(directory, "wikigold/dev.conll", 20), home + "dev.conll");
    Path document = directory.resolve("1.jsonl");
    JsonRows.write(document, 1, 2);
    put(document, home + "in/1.jsonl");

    done(
        "train",
        "--train",
        home + "train.conll",
        "--valid",
        home + "dev.conll",
        "--model",
        home + "model",
        "--checkpoint",
        home + "training",
        "--log",
        directory.resolve("log"),
        "--epochs",
        1,
        "--set",
        "network.hidden=8");
    done(
        "evaluate",
        "--model",
        home + "model",
        "--data",
        home + "dev.conll",
        "--report",
        home + "report");
    done("inspect", "--model", home + "model");
    done(tag(home + "model", home + "in", home + "out", "--checkpoint", home + "checkpoint"));
    done(tag(home + "model", home + "in", home + "tagged"));

    assertThat(names("/everything"))
        .containsExactlyInAnyOrder(
            "train.conll", "dev.conll", "in", "model", "report", "out", "checkpoint", "tagged");
    assertThat(names("/everything/out")).containsExactly("batch=0");
    assertThat(names("/everything/report"))
        .containsExactlyInAnyOrder(
            "report.html", "report.md", "report.json", "errors.md", "predictions.conll");
  }

  @Test
  void outputThatHarmsTheInputIsRefusedHoweverTheUriIsSpelled() throws IOException {
    String uri = cluster.getURI().toString();
    String numbers = uri.replace("localhost", "127.0.0.1");
    Path document = directory.resolve("1.jsonl");
    JsonRows.write(document, 1);
    put(document, uri + "/held/in/1.jsonl");
    String[][] pairs = {
      {uri + "/held/in", numbers + "/held/in/"},
      {numbers + "/held", uri + "//held/./in"},
      {uri + "/held/in/out", numbers + "/held/in"},
      {numbers + "/held", uri + "/held/i*/*.jsonl"}
    };

    for (String[] pair : pairs) {
      assertThatThrownBy(
              new RunFiles().reads("--input", pair[1]).replaces("--output", Location.of(pair[0]))
                  ::requireApart)
          .as("%s, %s", pair[0], pair[1])
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("--input");
    }
    new RunFiles()
        .reads("--input", uri + "/held/in")
        .replaces("--output", Location.of(uri + "/held/inn"))
        .requireApart();
  }

  @Test
  void localPathsAreLocalWhileTheDefaultIsHdfs() throws IOException {
    Path model = TinyModel.random(directory);
    Path in = Files.createDirectory(directory.resolve("in"));
    JsonRows.write(in.resolve("1.jsonl"), 1, 2);
    List<String> before = names("/");
    System.setProperty(DEFAULT, cluster.getURI().toString());
    try {
      done(
          tag(
              model.toString(),
              in.toString(),
              directory.resolve("out").toString(),
              "--checkpoint",
              directory.resolve("checkpoint").toString()));
      done(
          "evaluate",
          "--model",
          model,
          "--data",
          CommandLineRun.SAMPLE.resolve("wikigold/dev.conll"),
          "--report",
          directory.resolve("report"));
    } finally {
      System.clearProperty(DEFAULT);
    }

    assertThat(names("/")).isEqualTo(before);
    assertThat(JsonRows.ids(directory.resolve("out"))).containsExactlyInAnyOrder(1, 2);
    assertThat(directory.resolve("report/report.md")).exists();
  }

  @Test
  void anInterruptedTrainingAcrossExecutorsGoesOnFromItsCheckpointOnHdfs() throws Exception {
    String home = cluster.getURI() + "/interrupted/";
    put(TinyModel.sentences(directory, "wikigold/train.conll", 60), home + "train.conll");
    List<Object> training =
        new java.util.ArrayList<>(
            List.of("train", "--train", home + "train.conll", "--model", home + "model"));
    training.addAll(List.of("--checkpoint", home + "training", "--epochs", 3, "--workers", 1));
    training.addAll(List.of("--log", directory.resolve("log"), "--set", "network.hidden=8"));
    Thread here = Thread.currentThread();
    // What SIGTERM does to a command that can be resumed.
    Thread signal = new Thread(() -> whenThereIs(home + "training/checkpoint-1", here::interrupt));
    signal.start();

    CommandLineRun interrupted = CommandLineRun.here(training.toArray());
    signal.join();

    assertThat(interrupted.code()).as(interrupted.err().toString()).isEqualTo(5);
    assertThat(names("/interrupted")).containsExactly("train.conll", "training");
    training.add("--resume");
    CommandLineRun resumed = CommandLineRun.here(training.toArray());
    assertThat(resumed.code()).as(resumed.err().toString()).isZero();
    assertThat(resumed.err()).noneMatch(line -> line.startsWith("    1  "));
    assertThat(names("/interrupted")).containsExactly("model", "train.conll");
  }

  private static void whenThereIs(String uri, Runnable action) {
    try {
      while (!hdfs.exists(new org.apache.hadoop.fs.Path(uri))) {
        Thread.sleep(5);
      }
      action.run();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With a checkpoint, of what is new. */
  private static Object[] tag(String model, String input, String output, String... checkpoint) {
    List<Object> arguments =
        new java.util.ArrayList<>(
            List.of("tag", "--model", model, "--input", input, "--input-format", "jsonl"));
    arguments.addAll(List.of("--output", output, "--output-format", "jsonl"));
    if (checkpoint.length > 0) {
      arguments.add("--incremental");
      arguments.addAll(Arrays.asList(checkpoint));
    }
    return arguments.toArray();
  }

  private static void done(Object... arguments) {
    CommandLineRun run = CommandLineRun.here(arguments);
    assertThat(run.code()).as(run.err().toString()).isZero();
  }

  private static void put(Path file, String uri) throws IOException {
    hdfs.copyFromLocalFile(
        new org.apache.hadoop.fs.Path(file.toUri()), new org.apache.hadoop.fs.Path(uri));
  }

  private static List<String> names(String directory) throws IOException {
    return Arrays.stream(hdfs.listStatus(new org.apache.hadoop.fs.Path(directory)))
        .map((FileStatus status) -> status.getPath().getName())
        .sorted()
        .toList();
  }
}
