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

package org.sparkner.option;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sparkner.error.UsageException;
import org.sparkner.text.EditDistance;

/**
 * An option as it is declared: its name, the values that it takes, its default and what it does.
 * All doors have it from here: the records of the core, the params of Spark's stages, the settings
 * of the command line, Python and the documents. Immutable.
 *
 * @param <T> of the values
 */
public final class DeclaredOption<T> {
  private static final Pattern REFERENCE = Pattern.compile("\\{(\\w+)}");
  private static final String ENVIRONMENT = "SPARK_NER_";

  private final OptionGroup group;
  private final String name;
  private final Kind<T> kind;
  private final T byDefault;
  private final String summary;
  private final String more;
  private final String flag;
  private final List<String> formerly;
  private final List<String> heededBy;
  private final boolean param;
  private final boolean setting;
  private final boolean mayChangeOnResume;

  DeclaredOption(Declaration<T> declaration) {
    group = declaration.group;
    name = declaration.name;
    kind = declaration.kind;
    byDefault = declaration.byDefault;
    summary = declaration.summary;
    more = declaration.more;
    flag = declaration.flag;
    formerly = declaration.formerly;
    heededBy = declaration.heededBy;
    param = declaration.param;
    setting = declaration.setting;
    mayChangeOnResume = declaration.mayChangeOnResume;
  }

  /** The name in camel case, such as {@code learningRate}: that of the param. */
  public String name() {
    return name;
  }

  public OptionGroup group() {
    return group;
  }

  public Kind<T> kind() {
    return kind;
  }

  /** The default; null where the option is not set by default. */
  public T byDefault() {
    return byDefault;
  }

  /** The names of the algorithms that heed it. */
  public List<String> heededBy() {
    return heededBy;
  }

  /** Whether Spark's stages have it as a param. */
  public boolean isParam() {
    return param;
  }

  /** Whether the settings of the command line have it. */
  public boolean isSetting() {
    return setting;
  }

  /** The option of commands that sets it too, such as {@code --epochs}. */
  public Optional<String> flag() {
    return Optional.ofNullable(flag);
  }

  /** Whether a resumed run may have another value than the run that it goes on from. */
  public boolean mayChangeOnResume() {
    return mayChangeOnResume;
  }

  /** The name of its declaration, such as {@code LEARNING_RATE}. */
  public String constant() {
    return words('_').toUpperCase(Locale.ROOT);
  }

  /**
   * The name in its section of the settings, such as {@code learning-rate}; without the section's
   * own name, if it begins with that.
   */
  public String keyInSection() {
    String words = words('-');
    String section = group.section() + "-";
    return words.startsWith(section) ? words.substring(section.length()) : words;
  }

  /** The key in the settings, such as {@code training.learning-rate}. */
  public String key() {
    return group.section().isEmpty() ? keyInSection() : group.section() + "." + keyInSection();
  }

  /** The variable of the environment, such as {@code SPARK_NER_TRAINING_LEARNING_RATE}. */
  public String variable() {
    return ENVIRONMENT + key().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  private String words(char between) {
    return name.replaceAll("([A-Z])", between + "$1").toLowerCase(Locale.ROOT);
  }

  /** Params that it was called before. */
  public List<String> formerNames() {
    return formerly.stream().filter(former -> former.matches("\\w+")).toList();
  }

  /** Keys that it had before. */
  public List<String> formerKeys() {
    return formerly.stream()
        .filter(former -> !former.startsWith("-"))
        .map(former -> former.contains(".") ? former : renamed(former).key())
        .toList();
  }

  /** Options of commands that it was before. */
  public List<String> formerFlags() {
    return formerly.stream().filter(former -> former.startsWith("-")).toList();
  }

  private DeclaredOption<T> renamed(String former) {
    return new DeclaredOption<>(new Declaration<>(group, former, kind));
  }

  /** The documentation as the params have it, the range with it, in one line. */
  public String doc() {
    return doc(DeclaredOption::name);
  }

  /** The documentation as the settings have it, the range with it, in one line. */
  public String settingDoc() {
    return doc(this::nameInSettings);
  }

  /** The first sentence of the documentation as the settings have it, without the range. */
  public String settingSummary() {
    return replaced(summary, this::nameInSettings);
  }

  private String nameInSettings(DeclaredOption<?> option) {
    if (!option.setting) {
      return option.flag().orElse(option.name);
    }
    return option.group == group ? option.keyInSection() : option.key();
  }

  private String doc(Function<DeclaredOption<?>, String> names) {
    String sentence = summary.substring(0, summary.length() - 1);
    String range = kind.range().isEmpty() ? "" : " (" + kind.range() + ")";
    String text = sentence + range + "." + (more.isEmpty() ? "" : " " + more);
    return replaced(text, names);
  }

  private static String replaced(String text, Function<DeclaredOption<?>, String> names) {
    return REFERENCE
        .matcher(text)
        .replaceAll((MatchResult found) -> names.apply(Options.named(found.group(1))));
  }

  /** The text that stands for the default; empty where it is not set. */
  public Optional<String> defaultText() {
    return Optional.ofNullable(byDefault).map(kind::text);
  }

  /**
   * The value, if it is in the range; null, for one that is not set, is.
   *
   * @throws UsageException in one line if not
   */
  public T check(T value) {
    if (value != null && !kind.accepts(value)) {
      throw new UsageException(refusal(name, kind.text(value)));
    }
    return value;
  }

  /**
   * The value that a text stands for.
   *
   * @param given what the option is called where the text stands
   * @throws UsageException in one line if it stands for none, or for one out of the range
   */
  public T parse(String given, String text) {
    try {
      T value = kind.parse(text);
      if (kind.accepts(value)) {
        return value;
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(refusal(given, text), e);
    }
    throw new UsageException(refusal(given, text));
  }

  /**
   * What is wrong with a value, in one line: what the option needs, what was found, and the choice
   * that was meant, if any is near.
   *
   * @param given what the option is called where the value stands
   */
  public String refusal(String given, String found) {
    return refusal(given, kind, found);
  }

  /** The same for an option of this kind. */
  public static String refusal(String given, Kind<?> kind, String found) {
    return refusal(given, kind, found, "");
  }

  /**
   * The same with the place where the value stands.
   *
   * @param given what the option is called there
   * @param place such as a line of a file
   */
  public String refusal(String given, String found, String place) {
    return refusal(given, kind, found, " (" + place + ")");
  }

  private static String refusal(String given, Kind<?> kind, String found, String place) {
    String meant =
        kind instanceof Choice choice
            ? nearest(found, choice.names()).map(near -> "; did you mean " + near + "?").orElse("")
            : "";
    return given + " needs " + kind.needs() + ", found " + found + place + meant;
  }

  private static Optional<String> nearest(String typed, List<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(choice -> distance(typed, choice)))
        .filter(choice -> distance(typed, choice) <= (choice.length() + 1) / 2);
  }

  private static int distance(String typed, String choice) {
    return EditDistance.of(typed.toLowerCase(Locale.ROOT), choice.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name;
  }
}
