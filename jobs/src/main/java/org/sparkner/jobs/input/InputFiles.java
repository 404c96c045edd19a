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

package org.sparkner.jobs.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.SparkRuntimeException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.util.CaseInsensitiveMap$;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.InMemoryFileIndex;
import org.apache.spark.sql.execution.datasources.NoopCache$;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.types.StructType;
import org.sparkner.error.BadDataException;
import org.sparkner.jobs.files.Causes;
import org.sparkner.jobs.files.HadoopSettings;
import org.sparkner.jobs.files.ListedFiles;
import org.sparkner.jobs.files.Location;
import org.sparkner.spark.version.ScalaSequence;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;

/**
 * The files that the name of an input stands for: the file of that very name, whatever characters
 * it has; those directly in the directory; or those of the pattern. Names that begin with {@code _}
 * or {@code .} are left out, unless it is the name that was given. Directories named as in {@code
 * year=2026} give columns.
 *
 * @param directories the files, by the values that the names of their directories give
 * @param partitions the columns of those values
 * @param below what a user should know of files in directories below that are not read, or null
 * @param hidden what a user should know of files with such names that are not read, or null
 */
public record InputFiles(
    SparkSession spark,
    List<PartitionDirectory> directories,
    StructType partitions,
    String below,
    String hidden) {
  private static final StructType NONE = new StructType();

  /** What Spark 4 calls it; Spark 3.5 has an assertion. */
  private static final String CONFLICTING_NAMES = "CONFLICTING_PARTITION_COLUMN_NAMES";

  /** The files there are. */
  public static InputFiles of(SparkSession spark, Location input) {
    input.requireExisting();
    Path path = new Path(input.uri());
    return asking(
        input.name(),
        () -> {
          FileSystem files = path.getFileSystem(HadoopSettings.copy());
          if (!input.isPattern()) {
            FileStatus named = files.getFileStatus(path);
            return named.isFile()
                ? new InputFiles(spark, List.of(directory(List.of(named))), NONE, null, null)
                : in(spark, input, files, List.of(named));
          }
          boolean hidden = path.getName().matches("[_.].*");
          return in(
              spark,
              input,
              files,
              Stream.of(files.globStatus(path))
                  .filter(found -> hidden || !isHidden(found))
                  .toList());
        });
  }

  /**
   * Files that were listed before.
   *
   * @param input what they are in
   * @param paths of all
   */
  public static InputFiles of(SparkSession spark, Location input, List<String> paths) {
    Path root = new Path(input.uri());
    boolean partitioned =
        !input.isPattern()
            && input.isDirectory()
            && paths.stream().anyMatch(path -> new Path(path).getParent().getName().contains("="));
    if (partitioned) {
      return partitioned(
          spark, paths.stream().map(Path::new).toList(), Map.of("basePath", root.toString()));
    }
    return asking(
        input.name(),
        () -> {
          List<FileStatus> found = new ArrayList<>();
          for (String name : paths) {
            Path path = new Path(name);
            found.add(path.getFileSystem(HadoopSettings.copy()).getFileStatus(path));
          }
          return new InputFiles(spark, List.of(directory(found)), NONE, null, null);
        });
  }

  private static InputFiles in(
      SparkSession spark, Location input, FileSystem files, List<FileStatus> roots)
      throws IOException {
    List<FileStatus> found = new ArrayList<>();
    List<Path> hidden = new ArrayList<>();
    List<Path> below = new ArrayList<>();
    List<Path> partitions = new ArrayList<>();
    for (FileStatus root : roots) {
      for (FileStatus each : content(files, root)) {
        if (root.isDirectory() && isHidden(each)) {
          if (each.isFile() && isText(each)) {
            hidden.add(each.getPath());
          }
        } else if (each.isFile()) {
          found.add(each);
        } else if (each.getPath().getName().contains("=")) {
          partitions.add(each.getPath());
          addHidden(files, each.getPath(), hidden);
        } else {
          addFiles(files, each.getPath(), below);
        }
      }
    }
    String unnamed =
        notRead(input, hidden, "with names that begin with _ or .", "give the name of the file");
    if (!partitions.isEmpty()) {
      found.forEach(file -> below.add(file.getPath()));
      String beside = "beside directories named as in year=2026";
      String unread = notRead(input, below, beside, "move them into one, or give their name");
      // Spark looks for no other files where it has only the directories that give values.
      InputFiles all =
          roots.size() == 1
              ? partitioned(
                  spark, partitions, Map.of("basePath", roots.get(0).getPath().toString()))
              : partitioned(spark, roots.stream().map(FileStatus::getPath).toList(), Map.of());
      return new InputFiles(spark, all.directories(), all.partitions(), unread, unnamed);
    }
    found.sort(Comparator.comparing(FileStatus::getPath));
    return new InputFiles(
        spark,
        List.of(directory(found)),
        NONE,
        notRead(input, below, "in directories below", "give a pattern, such as " + input + "/*/"),
        unnamed);
  }

  private static void addHidden(FileSystem files, Path directory, List<Path> hidden)
      throws IOException {
    for (FileStatus each : files.listStatus(directory)) {
      if (each.isDirectory() && !isHidden(each)) {
        addHidden(files, each.getPath(), hidden);
      } else if (each.isFile() && isHidden(each) && isText(each)) {
        hidden.add(each.getPath());
      }
    }
  }

  private static boolean isText(FileStatus file) {
    return file.getLen() > 0 && TextFormat.isNamed(file.getPath().getName());
  }

  private static String notRead(Location input, List<Path> files, String which, String remedy) {
    if (files.isEmpty()) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "%s: files %s are not read: %,d, the first %s; to read them, %s",
        input,
        which,
        files.size(),
        shown(files.stream().sorted().findFirst().get()),
        remedy);
  }

  /** As Spark finds them and the values of their directories. */
  private static InputFiles partitioned(
      SparkSession spark, List<Path> roots, Map<String, String> options) {
    InMemoryFileIndex index;
    StructType columns;
    try {
      index =
          new InMemoryFileIndex(
              spark,
              ScalaSequence.of(roots),
              scalaMap(options),
              Option.empty(),
              NoopCache$.MODULE$,
              Option.empty(),
              Option.empty());
      columns = index.partitionSchema();
    } catch (AssertionError e) {
      throw notAlike(roots, e);
    } catch (SparkRuntimeException e) {
      throw CONFLICTING_NAMES.equals(e.getErrorClass()) ? notAlike(roots, e) : e;
    }
    Seq<Expression> noFilters = ScalaSequence.of(List.of());
    return new InputFiles(
        spark,
        JavaConverters.seqAsJavaList(index.listFiles(noFilters, noFilters)),
        columns,
        null,
        null);
  }

  private static BadDataException notAlike(List<Path> roots, Throwable conflict) {
    return new BadDataException(
        shown(roots.get(0))
            + ": found directories that are not named alike, expected the same columns, as in"
            + " year=2026/month=11, for all files; give a pattern for some of them ("
            + Causes.text(conflict)
            + ")",
        conflict);
  }

  /** With the hosts that have them, as Spark lists them. */
  private static List<FileStatus> content(FileSystem files, FileStatus root) throws IOException {
    if (root.isFile()) {
      return List.of(root);
    }
    List<FileStatus> content = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> all = files.listLocatedStatus(root.getPath());
    while (all.hasNext()) {
      content.add(all.next());
    }
    return content;
  }

  private static void addFiles(FileSystem files, Path directory, List<Path> found)
      throws IOException {
    RemoteIterator<LocatedFileStatus> all = files.listFiles(directory, true);
    int above = directory.getParent().depth();
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      boolean hidden = false;
      for (Path at = file.getPath(); at.depth() > above; at = at.getParent()) {
        hidden |= at.getName().matches("[_.].*");
      }
      if (!hidden && file.getLen() > 0) {
        found.add(file.getPath());
      }
    }
  }

  private static boolean isHidden(FileStatus file) {
    return file.getPath().getName().matches("[_.].*");
  }

  private static PartitionDirectory directory(List<FileStatus> files) {
    return PartitionDirectory.apply(InternalRow.empty(), files.toArray(FileStatus[]::new));
  }

  /** A path as a user would write it. */
  static String shown(Path path) {
    return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
  }

  /** All of them. */
  public List<FileStatus> list() {
    return directories.stream()
        .flatMap(each -> JavaConverters.seqAsJavaList(each.files()).stream())
        .map(file -> file.fileStatus())
        .toList();
  }

  /** Those of a kind. */
  InputFiles only(Predicate<FileStatus> kind) {
    List<PartitionDirectory> some =
        directories.stream()
            .map(
                each ->
                    PartitionDirectory.apply(
                        each.values(),
                        JavaConverters.seqAsJavaList(each.files()).stream()
                            .map(file -> file.fileStatus())
                            .filter(kind)
                            .toArray(FileStatus[]::new)))
            .filter(each -> !each.files().isEmpty())
            .toList();
    return new InputFiles(spark, some, partitions, below, hidden);
  }

  /** Those that have something in them. */
  public InputFiles filled() {
    return only(file -> file.getLen() > 0);
  }

  public boolean isEmpty() {
    return directories.stream().allMatch(each -> each.files().isEmpty());
  }

  /** How many bytes they have. */
  public long bytes() {
    return list().stream().mapToLong(FileStatus::getLen).sum();
  }

  /** Whether one is compressed, by its name. */
  public boolean isCompressed() {
    return list().stream().anyMatch(file -> file.getPath().getName().matches(".*\\.(gz|bz2)"));
  }

  /** The columns that Spark finds in them. */
  public StructType infer(FileFormat format, Map<String, String> options) {
    return format.inferSchema(spark, scalaMap(options), ScalaSequence.of(list())).get();
  }

  /**
   * Their rows.
   *
   * @param columns of the files; those of the directories' names are added
   */
  public Dataset<Row> read(FileFormat format, Map<String, String> options, StructType columns) {
    return spark.baseRelationToDataFrame(
        new HadoopFsRelation(
            new ListedFiles(directories, partitions),
            partitions,
            // A file may lack what another must have.
            columns.asNullable(),
            Option.empty(),
            format,
            scalaMap(options),
            spark));
  }

  /** The names of the columns that the directories' names give. */
  public List<String> partitionColumns() {
    return Arrays.asList(partitions.fieldNames());
  }

  private static scala.collection.immutable.Map<String, String> scalaMap(
      Map<String, String> options) {
    scala.collection.immutable.Map<String, String> map =
        scala.collection.immutable.Map$.MODULE$.empty();
    for (Map.Entry<String, String> option : options.entrySet()) {
      map = map.updated(option.getKey(), option.getValue());
    }
    return CaseInsensitiveMap$.MODULE$.apply(map);
  }

  private static <T> T asking(String name, Asking<T> question) {
    try {
      return question.ask();
    } catch (FileNotFoundException e) {
      throw new BadDataException(name + ": cannot be read (" + e.getMessage() + ")", e);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": " + e.getMessage(), e);
    }
  }

  private interface Asking<T> {
    T ask() throws IOException;
  }
}
