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

package org.sparkner.jobs.corpora;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sparkner.corpus.LabelMap;
import org.sparkner.corpus.Supervision;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.Nearest;
import org.sparkner.jobs.labeled.LabeledData;
import org.sparkner.jobs.settings.HoconFile;

/**
 * The file that declares the sources of a training, in HOCON: {@code train { NAME { path = …,
 * labels { … } … } … }}, and {@code valid { … }} likewise.
 */
final class CorporaFile {
  /** The option that names it. */
  static final String OPTION = "--corpora";

  private static final String TRAIN = "train";
  private static final String VALID = "valid";
  private static final String PATH = "path";
  private static final String LABELS = "labels";
  private static final String TYPES = "types";
  private static final String WEIGHT = "weight";
  private static final String LANGUAGE = "language";
  private static final String ALL_OTHERS = "*";

  /** Those keys that are also options of the commands, without their dashes. */
  private static final List<String> READING =
      List.of(
          "format",
          "token-column",
          "tag-column",
          "attribute-column",
          "comments",
          "tokens-col",
          "tags-col");

  private final HoconFile file;

  private CorporaFile(Path file) {
    this.file = new HoconFile(OPTION, file);
  }

  /**
   * What the file declares.
   *
   * @throws UsageException naming the file, the line and what is wrong there
   */
  static Corpora read(Path file) {
    return new CorporaFile(file).read();
  }

  private Corpora read() {
    ConfigObject root = file.read("sources");
    requireKnown(root, List.of(TRAIN, VALID), file.toString());
    return new Corpora(file.toString(), sources(root, TRAIN), sources(root, VALID));
  }

  private List<Source> sources(ConfigObject root, String part) {
    if (!root.containsKey(part)) {
      return List.of();
    }
    return inOrder(object(root.get(part), file + ": " + part)).stream()
        .map(entry -> source(part, entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Entries as they stand in the file. */
  private static List<Map.Entry<String, ConfigValue>> inOrder(ConfigObject object) {
    return object.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, ConfigValue>>comparingInt(
                    entry -> entry.getValue().origin().lineNumber())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private Source source(String part, String name, ConfigValue value) {
    String place = file + ", line " + value.origin().lineNumber() + ": source " + part + "." + name;
    ConfigObject own = object(value, place);
    List<String> keys = new ArrayList<>(List.of(PATH, LABELS, TYPES, LANGUAGE));
    keys.addAll(READING);
    if (part.equals(TRAIN)) {
      keys.add(WEIGHT);
    }
    requireKnown(own, keys, place);
    SortedSet<String> types =
        new TreeSet<>(own.containsKey(TYPES) ? strings(own, TYPES, place) : List.of());
    types.remove(LabelMap.OUTSIDE);
    LabelMap labels = labels(own, types, place);
    if (types.isEmpty()) {
      types.addAll(labels.targets());
    }
    requireAnnotated(labels, types, place);
    return SourceBuilder.builder()
        .name(part + "." + name)
        .place(place)
        .paths(paths(own, place))
        .data(data(own, place))
        .language(own.containsKey(LANGUAGE) ? string(own, LANGUAGE, place) : null)
        .labels(labels)
        .types(types)
        .weight(weight(own, place))
        .build();
  }

  private static LabelMap labels(ConfigObject own, SortedSet<String> types, String place) {
    if (!own.containsKey(LABELS)) {
      if (types.isEmpty()) {
        throw new UsageException(
            place
                + " says neither what its labels stand for nor which types it annotates; add labels"
                + " { PER = PER, ORG = ORG, … }, or types = [PER, ORG, …] if its labels are these"
                + " types");
      }
      return LabelMap.identity(types);
    }
    SortedMap<String, String> map = new TreeMap<>();
    ConfigObject labels = object(own.get(LABELS), place + ": labels");
    for (String label : labels.keySet()) {
      if (labels.get(label).valueType() == ConfigValueType.OBJECT) {
        throw new UsageException(
            place + ": labels has a label " + label + " with a dot; write it in quotes");
      }
      map.put(label, string(labels, label, place + ": labels"));
    }
    String others = map.remove(ALL_OTHERS);
    if (map.isEmpty() && others == null) {
      throw new UsageException(place + ": labels is empty; say what each label stands for");
    }
    return new LabelMap(map, others);
  }

  private static void requireAnnotated(LabelMap labels, SortedSet<String> types, String place) {
    SortedSet<String> missing = new TreeSet<>(labels.targets());
    missing.removeAll(types);
    if (!missing.isEmpty()) {
      throw new UsageException(
          place
              + ": its labels stand for "
              + String.join(", ", missing)
              + ", which its types leave out as not annotated; add to types, or map the labels to O");
    }
    if (types.isEmpty()) {
      throw new UsageException(
          place + ": all of its labels stand for O; map one to a type, or leave the source out");
    }
  }

  private List<String> paths(ConfigObject own, String place) {
    if (!own.containsKey(PATH)) {
      throw new UsageException(place + " has no path; add path = FILE, or path = [FILE, FILE]");
    }
    List<String> names = strings(own, PATH, place);
    if (names.isEmpty()) {
      throw new UsageException(
          place + " has an empty path; add path = FILE, or path = [FILE, FILE]");
    }
    return names.stream().map(this::resolved).toList();
  }

  /** Names are relative to the directory of the file. */
  private String resolved(String name) {
    Path parent = file.path().getParent();
    boolean relative = !name.startsWith("/") && !name.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    return relative && parent != null ? parent.resolve(name).toString() : name;
  }

  private static LabeledData data(ConfigObject own, String place) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String key : READING) {
      if (own.containsKey(key)) {
        options.put("--" + key, string(own, key, place));
      }
    }
    try {
      return LabeledData.of(options);
    } catch (UsageException e) {
      throw new UsageException(place + ": " + e.getMessage(), e);
    }
  }

  private static double weight(ConfigObject own, String place) {
    if (!own.containsKey(WEIGHT)) {
      return 1;
    }
    String value = string(own, WEIGHT, place);
    try {
      double weight = Double.parseDouble(value);
      if (Supervision.isWeight(weight)) {
        return weight;
      }
    } catch (NumberFormatException e) {
      throw refusedWeight(place, value, e);
    }
    throw refusedWeight(place, value, null);
  }

  private static UsageException refusedWeight(String place, String value, Exception cause) {
    return new UsageException(
        place
            + ": weight is "
            + value
            + "; it needs a number above 0, such as 0.5. To leave a source out, delete it",
        cause);
  }

  private static void requireKnown(ConfigObject object, List<String> keys, String place) {
    for (String key : object.keySet()) {
      if (!keys.contains(key)) {
        throw new UsageException(
            place
                + " has an unknown key "
                + key
                + "; did you mean "
                + Nearest.of(key, keys)
                + "? It takes "
                + String.join(", ", keys));
      }
    }
  }

  private static ConfigObject object(ConfigValue value, String place) {
    if (value instanceof ConfigObject object) {
      return object;
    }
    throw new UsageException(place + " needs { … }, found " + value.unwrapped());
  }

  private static String string(ConfigObject own, String key, String place) {
    ConfigValue value = own.get(key);
    if (value instanceof ConfigObject || value instanceof ConfigList || isNull(value)) {
      throw new UsageException(place + ": " + key + " needs one value, found " + text(value));
    }
    return value.unwrapped().toString();
  }

  private static List<String> strings(ConfigObject own, String key, String place) {
    if (own.get(key) instanceof ConfigList list) {
      for (ConfigValue value : list) {
        if (value instanceof ConfigObject || value instanceof ConfigList || isNull(value)) {
          throw new UsageException(place + ": " + key + " has " + text(value) + " in its list");
        }
      }
      return list.stream().map(value -> value.unwrapped().toString()).toList();
    }
    return List.of(string(own, key, place));
  }

  private static boolean isNull(ConfigValue value) {
    return value.valueType() == ConfigValueType.NULL;
  }

  private static String text(ConfigValue value) {
    return isNull(value) ? "null" : value.render(ConfigRenderOptions.concise());
  }
}
