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

package org.sparkner.catalog;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkner.error.BadModelException;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelSource;

/**
 * The one place where names of models, such as {@code en}, become models. They are looked for among
 * the resources of the class path, then in directories of models, in their order. A model is read
 * where it lies, and nothing is fetched from anywhere.
 */
public final class ModelCatalog {
  /** The variable of the environment that names directories of models, separated as in a PATH. */
  public static final String VARIABLE = "SPARK_NER_MODELS";

  /** The variable by which the launcher says where the project is, whose models are the default. */
  private static final String HOME = "SPARK_NER_HOME";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final ModelShelf classPath;
  private final List<ModelsDirectory> directories;
  private final Path home;

  /**
   * @param home of the project; null where that is not known
   */
  private ModelCatalog(ModelShelf classPath, List<ModelsDirectory> directories, Path home) {
    this.classPath = classPath;
    this.directories = directories;
    this.home = home;
  }

  /**
   * What this thread's class path has, and the directories that {@value #VARIABLE} names; where it
   * names none, {@code models} of the project, for programs that its launcher started.
   */
  public static ModelCatalog here() {
    return of(Thread.currentThread().getContextClassLoader(), System.getenv());
  }

  /**
   * @param loader asked before the one that loaded this class; may be null
   * @param environment where the variables are looked up
   */
  static ModelCatalog of(ClassLoader loader, Map<String, String> environment) {
    String home = environment.get(HOME);
    String named =
        environment.getOrDefault(VARIABLE, home == null ? "" : Path.of(home, "models").toString());
    return new ModelCatalog(
            new ClassPathModels(loader, ModelCatalog.class.getClassLoader()),
            List.of(),
            home == null ? null : Path.of(home))
        .withDirectories(named);
  }

  /**
   * This catalogue with more directories of models, which go before those that it has.
   *
   * @param paths directories of this machine, separated as in a PATH; empty for none
   */
  public ModelCatalog withDirectories(String paths) {
    Stream<ModelsDirectory> more =
        Stream.of(paths.split(Pattern.quote(File.pathSeparator)))
            .filter(path -> !path.isBlank())
            .map(path -> new ModelsDirectory(Path.of(path)));
    return new ModelCatalog(classPath, Stream.concat(more, directories.stream()).toList(), home);
  }

  /**
   * Whether this may be the name of a model: words of lower-case letters and digits, with hyphens.
   */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * The parts of a model.
   *
   * @param name a path of this machine where there is something of this name, else the name of a
   *     model
   * @throws BadModelException if there is neither; the message lists the names that there are
   */
  public ModelSource find(String name) {
    Path path = path(name).orElse(null);
    if (path != null && (Files.exists(path) || !isName(name))) {
      return ModelReader.source(path);
    }
    return named(name);
  }

  /**
   * The parts of the model of this name, which is not taken for a path.
   *
   * @throws BadModelException if there is none; the message lists the names that there are
   */
  public ModelSource named(String name) {
    return lookup(name).orElseThrow(() -> unknown(name));
  }

  /** The parts of the model of this name, which is not taken for a path; empty if there is none. */
  public Optional<ModelSource> lookup(String name) {
    return isName(name)
        ? shelves().flatMap(shelf -> shelf.find(name).stream()).findFirst()
        : Optional.empty();
  }

  /** The names of all models that can be listed, in their order, each with where it lies. */
  public Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    shelves().forEach(shelf -> shelf.names().forEach(names::putIfAbsent));
    return names;
  }

  private Stream<ModelShelf> shelves() {
    return Stream.concat(Stream.of(classPath), directories.stream());
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** How the project makes the model, where this is the project and it has a recipe. */
  private String recipe(String name) {
    return home != null && Files.exists(home.resolve("models/recipes/" + name + ".toml"))
        ? "; models/make " + name + " makes it"
        : "";
  }

  private BadModelException unknown(String name) {
    List<String> known = new ArrayList<>();
    names().forEach((found, where) -> known.add(found + " (" + where + ")"));
    String places =
        directories.stream()
            .map(shelf -> shelf.directory().toString())
            .collect(Collectors.joining(" or "));
    return new BadModelException(
        "There is no model '"
            + name
            + "': found no directory of that name, and "
            + (known.isEmpty()
                ? "no model that has a name"
                : "the names " + String.join(", ", known))
            + (isName(name)
                ? "; to add it, put spark-ner-model-"
                    + name
                    + ".jar on the class path, install the Python package spark_ner_model_"
                    + name.replace('-', '_')
                    + " or put its directory into "
                    + (places.isEmpty() ? "one that " + VARIABLE + " names" : places)
                    + recipe(name)
                    + "."
                : "; give one of them, or the path of a saved model."));
  }
}
