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
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.Nearest;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.ModelOption;
import org.sparkner.option.OptionValues;
import org.sparkner.option.Options;
import org.sparkner.train.Preset;

/**
 * The settings of the command line: the declared options, and what is set of them by the user's
 * file, then by the environment and by {@code --set}, each over those before it; under all by the
 * preset. A key that is no option's is refused.
 */
public final class Settings implements OptionValues {
  private static final String DEFAULT = "the default";
  private static final String FREE = "spark.conf";

  /** Where settings come from, in messages. */
  private static final String SOURCES = "what --config, the environment and --set say";

  private static final String ENVIRONMENT = "SPARK_NER_";

  /** Variables that are no settings: the launcher's, and those that name places. */
  private static final List<String> OTHERS =
      List.of("HOME", "HEAP", "OFFHEAP", "JAVA", "TTY", "STACKTRACE", "SPARK", "DATA", "MODELS");

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
    Config own = file == null ? ConfigFactory.empty() : read(file);
    own = overlay(own, fromEnvironment(environment), "the environment");
    own = overlay(own, fromOverrides(overrides), "--set");
    Settings chosen = new Settings(resolved(own.withFallback(defaults()), SOURCES));
    Config preset = preset(Preset.named(chosen.get(ModelOption.PRESET)));
    return new Settings(resolved(own.withFallback(preset).withFallback(defaults()), SOURCES));
  }

  /** What is set by nobody; a reference in a file may be to it. */
  private static Config defaults() {
    Config config = ConfigFactory.empty();
    for (DeclaredOption<?> option : Options.settings().toList()) {
      Object text = option.defaultText().orElse(null);
      config = config.withValue(option.key(), ConfigValueFactory.fromAnyRef(text, DEFAULT));
    }
    return config;
  }

  /** What a preset says otherwise than the default one. */
  private static Config preset(Preset preset) {
    Config config = ConfigFactory.empty();
    Map<DeclaredOption<?>, String> plain = Preset.DEFAULT.optionValues().texts();
    for (Map.Entry<DeclaredOption<?>, String> value : preset.optionValues().texts().entrySet()) {
      if (!value.getValue().equals(plain.get(value.getKey()))) {
        config =
            config.withValue(
                value.getKey().key(),
                ConfigValueFactory.fromAnyRef(value.getValue(), "preset " + preset));
      }
    }
    return config;
  }

  /**
   * What a setting is set to, by the user or by the preset; empty where it is null or has its
   * default.
   *
   * @throws UsageException that names the key, its value and where it comes from, if the option
   *     does not take it
   */
  @Override
  public <T> Optional<T> find(DeclaredOption<T> option) {
    String key = option.key();
    if (!option.isSetting() || !config.hasPath(key)) {
      return Optional.empty();
    }
    ConfigValue value = config.getValue(key);
    String origin = value.origin().description();
    if (origin.equals(DEFAULT)) {
      return Optional.empty();
    }
    String text = String.valueOf(value.unwrapped());
    try {
      return Optional.of(option.parse(key, text));
    } catch (UsageException e) {
      throw new UsageException(option.refusal(key, text, origin), e);
    }
  }

  /** The settings of Spark itself, by their full names. */
  public Map<String, String> spark() {
    Map<String, String> settings = new TreeMap<>();
    if (!config.hasPath(FREE)) {
      return settings;
    }
    for (Map.Entry<String, ConfigValue> entry : config.getConfig(FREE).entrySet()) {
      settings.put(
          String.join(".", ConfigUtil.splitPath(entry.getKey())),
          String.valueOf(entry.getValue().unwrapped()));
    }
    return settings;
  }

  /** A file's settings, whose references may be to what is set elsewhere. */
  private static Config read(Path file) {
    HoconFile hocon = new HoconFile("--config", file);
    Config config;
    try {
      config = hocon.parse();
    } catch (ConfigException e) {
      throw new UsageException("--config " + oneLine(e), e);
    }
    Config whole = resolved(config.withFallback(defaults()), hocon.toString());
    requireKnown(config.resolveWith(whole), file.toString());
    return config;
  }

  private static Config resolved(Config config, String source) {
    try {
      return config.resolve();
    } catch (ConfigException.UnresolvedSubstitution e) {
      throw new UsageException(
          source + " has a reference that leads nowhere: " + oneLine(e) + "; name a setting there",
          e);
    } catch (ConfigException e) {
      throw new UsageException(source + " cannot be put together: " + oneLine(e), e);
    }
  }

  private static Config fromEnvironment(Map<String, String> environment) {
    Config config = ConfigFactory.empty();
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      if (!name.startsWith(ENVIRONMENT) || OTHERS.contains(name.substring(ENVIRONMENT.length()))) {
        continue;
      }
      DeclaredOption<?> option =
          Options.settings()
              .filter(known -> known.variable().equals(name))
              .findFirst()
              .orElseThrow(() -> unknownVariable(name));
      config =
          config.withValue(
              option.key(), ConfigValueFactory.fromAnyRef(variable.getValue(), "variable " + name));
    }
    return config;
  }

  private static UsageException unknownVariable(String name) {
    String key = name.substring(ENVIRONMENT.length()).replace('_', '-').toLowerCase(Locale.ROOT);
    for (DeclaredOption<?> option : Options.settings().toList()) {
      if (option.formerKeys().stream().anyMatch(former -> former.replace('.', '-').equals(key))) {
        return new UsageException("the variable " + name + " is now " + option.variable());
      }
    }
    return unknown(name, Options.settings().map(DeclaredOption::variable).toList());
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
        throw new UsageException("--set needs key=value, found key '" + key + "'", e);
      }
    }
    return config;
  }

  private static Config overlay(Config below, Config above, String source) {
    requireKnown(above, source);
    return above.withFallback(below);
  }

  private static void requireKnown(Config config, String source) {
    List<String> known = Options.settings().map(DeclaredOption::key).toList();
    for (String key : leaves(config)) {
      if (!known.contains(key) && !key.startsWith(FREE + ".")) {
        throw Options.formerlyOfKey(key)
            .map(now -> new UsageException(key + " in " + source + " is now " + now.key()))
            .orElseGet(() -> unknown(key + " in " + source, known));
      }
    }
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
