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

package org.sparkner.jobs.console;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Lists the options of a command by their {@link HelpGroup}, the groups in the order in which the
 * first option of each is declared.
 */
public final class GroupedOptions implements IHelpSectionRenderer {
  private static final String OTHER = "Settings and help";

  private GroupedOptions() {}

  /** Has a command and all its subcommands list their options so. */
  public static void in(CommandLine line) {
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new GroupedOptions());
    line.getSubcommands().values().forEach(GroupedOptions::in);
  }

  @Override
  public String render(Help help) {
    Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
    help.commandSpec().options().stream()
        .filter(option -> !option.hidden())
        .forEach(
            option ->
                groups.computeIfAbsent(group(option), unused -> new ArrayList<>()).add(option));
    List<OptionSpec> last = groups.remove(OTHER);
    if (last != null) {
      groups.put(OTHER, last);
    }
    HelpElsewhere elsewhere =
        help.commandSpec().userObject().getClass().getAnnotation(HelpElsewhere.class);
    return groups.entrySet().stream()
        .map(
            group ->
                elsewhere != null && elsewhere.group().equals(group.getKey())
                    ? help.createHeading(
                        "%n" + group.getKey() + ": as help " + elsewhere.command() + " lists it.%n")
                    : help.createHeading("%n" + group.getKey() + ":%n")
                        + help.optionListExcludingGroups(group.getValue()))
        .collect(Collectors.joining());
  }

  private static String group(OptionSpec option) {
    if (!(option.userObject() instanceof Field field)) {
      return OTHER;
    }
    HelpGroup own = field.getAnnotation(HelpGroup.class);
    HelpGroup shared = field.getDeclaringClass().getAnnotation(HelpGroup.class);
    return own != null ? own.value() : shared != null ? shared.value() : OTHER;
  }
}
