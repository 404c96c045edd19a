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

package org.sparkner.jobs.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.TextFile;
import org.sparkner.jobs.files.WriteFailure;
import org.sparkner.train.TrainingListener;

/**
 * The rounds of a training across executors as a CSV file: what each sent, and where its time went.
 * There is no file without rounds. A resumed training goes on in it, from the round at which it
 * does.
 */
final class RoundsFile implements TrainingListener {
  private static final String HEADER =
      "epoch,first_batch,steps,sentences,tokens,bytes_sent,bytes_received,seconds,compute_seconds,"
          + "send_seconds,wait_seconds";

  /** A line; its fields are those of {@link RoundReport}. */
  record Row(
      int epoch,
      int firstBatch,
      double bytesSent,
      double bytesReceived,
      double computeSeconds,
      double sendSeconds,
      double waitSeconds) {
    private static Row parse(String line) {
      String[] fields = line.split(",");
      return new Row(
          Integer.parseInt(fields[0]),
          Integer.parseInt(fields[1]),
          Double.parseDouble(fields[5]),
          Double.parseDouble(fields[6]),
          Double.parseDouble(fields[8]),
          Double.parseDouble(fields[9]),
          Double.parseDouble(fields[10]));
    }
  }

  private final Path file;
  private final boolean resume;
  private boolean begun;

  RoundsFile(Path file, boolean resume) {
    this.file = file;
    this.resume = resume;
  }

  @Override
  public void onRound(RoundReport round) {
    try {
      if (!begun) {
        begin(round);
        begun = true;
      }
      TextFile.write(file, line(round) + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw WriteFailure.of(Location.of(file.toString()), e);
    }
  }

  private void begin(RoundReport first) throws IOException {
    List<String> kept = new ArrayList<>(List.of(HEADER));
    if (resume && Files.exists(file)) {
      Files.readAllLines(file).stream()
          .skip(1)
          .filter(line -> precedes(Row.parse(line), first))
          .forEach(kept::add);
    }
    TextFile.write(file, kept);
  }

  private static boolean precedes(Row row, RoundReport first) {
    return row.epoch() < first.epoch()
        || (row.epoch() == first.epoch() && row.firstBatch() < first.firstBatch());
  }

  /** The rounds of a file. */
  static List<Row> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(Row::parse).toList();
  }

  private static String line(RoundReport round) {
    return String.format(
        Locale.ROOT,
        "%d,%d,%d,%d,%d,%d,%d,%.4f,%.4f,%.4f,%.4f",
        round.epoch(),
        round.firstBatch(),
        round.steps(),
        round.sentences(),
        round.tokens(),
        round.bytesSent(),
        round.bytesReceived(),
        round.seconds(),
        round.computeSeconds(),
        round.sendSeconds(),
        round.waitSeconds());
  }
}
