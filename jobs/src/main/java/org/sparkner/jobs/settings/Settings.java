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

package org.sparkner.jobs.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.Nearest;
import org.sparkner.train.Preset;

/**
 * What {@code conf/spark-ner.conf} describes: its defaults, overlaid by those of the preset, then
 * by a file of the user's, by the environment and by {@code --set}. A key that the defaults do not
 * have is refused.
 */
public final class Settings {
  private static final String DEFAULTS = "spark-ner.conf";
  private static final String FREE = "spark.conf";
  private static final String ENVIRONMENT = "SPARK_NER_";

  /** Variables that the launcher reads or sets, which are no settings. */
  private static final List<String> LAUNCHER =
      List.of("HOME", "HEAP", "OFFHEAP", "JAVA", "TTY", "STACKTRACE");

  private final Config config;

  private Settings(Config config) {
    this.config = config;
  }

  /**
   * Reads the settings.
   *
   * @param file of the user's, or null
   * @param environment of the process
   * @param overrides from {@code --set}, by key
   * @throws UsageException if a file cannot be read or a key is not known
   */
  public static Settings load(
      Path file, Map<String, String> environment, Map<String, String> overrides) {
    Config defaults =
        ConfigFactory.parseResources(
            Settings.class.getClassLoader(),
            DEFAULTS,
            ConfigParseOptions.defaults().setAllowMissing(false));
    List<String> known = leaves(defaults);
    Config own = ConfigFactory.empty();
    if (file != null) {
      own = overlay(own, parse(file), known, file.toString());
    }
    own = overlay(own, fromEnvironment(environment, known), known, "the environment");
    own = overlay(own, fromOverrides(overrides), known, "--set");
    Preset preset =
        new Settings(own.withFallback(defaults).resolve()).choice("preset", Preset.values());
    Config chosen = ConfigFactory.parseMap(PresetSettings.of(preset), "preset " + preset);
    return new Settings(own.withFallback(chosen).withFallback(defaults).resolve());
  }

  int integer(String key) {
    return value(key, "a whole number", config::getInt);
  }

  /** A whole number of at least 1. */
  public int positive(String key) {
    int value = integer(key);
    if (value < 1) {
      throw refusal(key, "a whole number of at least 1");
    }
    return value;
  }

  /** One of some values by its name. */
  <T> T choice(String key, T[] values) {
    String name = text(key);
    return Arrays.stream(values)
        .filter(value -> value.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                refusal(
                    key,
                    "one of "
                        + Arrays.stream(values)
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))));
  }

  /** A whole number, or nothing where it is null. */
  public Optional<Integer> optionalInteger(String key) {
    return config.getIsNull(key) ? Optional.empty() : Optional.of(integer(key));
  }

  long number(String key) {
    return value(key, "a whole number", config::getLong);
  }

  double real(String key) {
    return value(key, "a number", config::getDouble);
  }

  public boolean flag(String key) {
    return value(key, "true or false", config::getBoolean);
  }

  public String text(String key) {
    return value(key, "a text", config::getString);
  }

  /** A text, or nothing where it is null. */
  public Optional<String> optionalText(String key) {
    return config.getIsNull(key) ? Optional.empty() : Optional.of(text(key));
  }

  /** A duration, or nothing where it is null. */
  public Optional<Duration> duration(String key) {
    return config.getIsNull(key)
        ? Optional.empty()
        : Optional.of(value(key, "a duration such as 90s", config::getDuration));
  }

  /** The settings of Spark itself, by their full names. */
  public Map<String, String> spark() {
    Map<String, String> settings = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> entry : config.getConfig(FREE).entrySet()) {
      settings.put(
          String.join(".", ConfigUtil.splitPath(entry.getKey())),
          String.valueOf(entry.getValue().unwrapped()));
    }
    return settings;
  }

  /** A usage error that names the key, its value and where it comes from. */
  UsageException refusal(String key, String wanted) {
    return refusal(key, wanted, null);
  }

  private UsageException refusal(String key, String wanted, Throwable cause) {
    ConfigValue value = config.getValue(key);
    return new UsageException(
        key
            + " wants "
            + wanted
            + ", found "
            + value.unwrapped()
            + " ("
            + value.origin().description()
            + ")",
        cause);
  }

  private <T> T value(String key, String wanted, Function<String, T> get) {
    try {
      return get.apply(key);
    } catch (ConfigException.WrongType | ConfigException.BadValue e) {
      throw refusal(key, wanted, e);
    }
  }

  private static Config parse(Path file) {
    try {
      return new HoconFile("--config", file).parse();
    } catch (ConfigException e) {
      throw new UsageException("--config " + oneLine(e), e);
    }
  }

  private static Config fromEnvironment(Map<String, String> environment, List<String> known) {
    Config config = ConfigFactory.empty();
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      if (!name.startsWith(ENVIRONMENT) || LAUNCHER.contains(name.substring(10))) {
        continue;
      }
      String key =
          known.stream()
              .filter(k -> variableOf(k).equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(name, known.stream().map(Settings::variableOf).toList()));
      config =
          config.withValue(
              key, ConfigValueFactory.fromAnyRef(variable.getValue(), "variable " + name));
    }
    return config;
  }

  private static String variableOf(String key) {
    return ENVIRONMENT + key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  private static Config fromOverrides(Map<String, String> overrides) {
    Config config = ConfigFactory.empty();
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      String key = override.getKey();
      // Spark's own names have dots: spark.conf.spark.sql.x is one name below spark.conf.
      String path =
          key.startsWith(FREE + ".")
              ? FREE + "." + ConfigUtil.quoteString(key.substring(FREE.length() + 1))
              : key;
      Object value = override.getValue().equals("null") ? null : override.getValue();
      try {
        config = config.withValue(path, ConfigValueFactory.fromAnyRef(value, "--set " + key));
      } catch (ConfigException e) {
        throw new UsageException("--set wants key=value, found key '" + key + "'", e);
      }
    }
    return config;
  }

  private static Config overlay(Config below, Config above, List<String> known, String source) {
    for (String key : leaves(above)) {
      if (!known.contains(key) && !key.startsWith(FREE + ".")) {
        throw unknown(key + " in " + source, known);
      }
    }
    return above.withFallback(below);
  }

  private static UsageException unknown(String name, List<String> known) {
    String key = name.split(" ", 2)[0];
    return new UsageException(
        "unknown setting " + name + "; did you mean " + Nearest.of(key, known) + "?");
  }

  /** The paths of all values, those that are null too. */
  private static List<String> leaves(Config config) {
    Set<String> paths = new TreeSet<>();
    collect("", config.root(), paths);
    return new ArrayList<>(paths);
  }

  private static void collect(String prefix, Map<String, ConfigValue> object, Set<String> into) {
    object.forEach(
        (name, value) -> {
          String path = prefix + name;
          if (value instanceof com.typesafe.config.ConfigObject child) {
            collect(path + ".", child, into);
          } else {
            into.add(path);
          }
        });
  }

  private static String oneLine(ConfigException e) {
    return e.getMessage().replaceAll("\\s+", " ");
  }
}
