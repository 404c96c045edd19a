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

package org.sparkner.option.generate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.OptionGroup;

/**
 * The interface of the stages that have the params of a group: a param, a getter and a setter each.
 *
 * @param group whose params they are
 * @param license that stands at the beginning of each source
 */
record ParamsSource(OptionGroup group, String license) {
  private static final String PACKAGE = "org.sparkner.spark.param";

  private String name() {
    return "Has" + group.name() + "Params";
  }

  String path() {
    return "spark-ner-ml/src/main/java/" + PACKAGE.replace('.', '/') + "/" + name() + ".java";
  }

  private Set<String> imports() {
    Set<String> imports = new TreeSet<>();
    imports.add("org.sparkner.option." + group.name() + "Option");
    for (DeclaredOption<?> option : group.params()) {
      imports.add("org.apache.spark.ml.param." + Types.of(option).param().replace("<String>", ""));
    }
    return imports;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  private String constant(DeclaredOption<?> option) {
    return group.name() + "Option." + option.constant();
  }

  String text() {
    JavaSource source = new JavaSource(license, PACKAGE, imports());
    source.line("/**");
    source.paragraph(group.title() + " " + JavaSource.WRITTEN);
    source.line(" *");
    source.line(" * @param <S> the stage, which the setters return");
    source.line(" */");
    source.line("public interface " + name() + "<S> extends HasParams<S> {");
    String between = "";
    for (DeclaredOption<?> option : group.params()) {
      source.line(between.isEmpty() ? "" : between);
      between = "";
      param(source, option);
    }
    return source.line("}").toString().replace("<S> {\n\n", "<S> {\n");
  }

  private void param(JavaSource source, DeclaredOption<?> option) {
    Types types = Types.of(option);
    String name = option.name();
    source.javadoc("  ", option.doc());
    source.line("  default " + types.param() + " " + name + "() {");
    source.line("    return stageParams()." + method(types) + "(" + constant(option) + ");");
    source.line("  }").line("");
    String unset =
        option.defaultText().isPresent()
            ? ""
            : "; throws {@link java.util.NoSuchElementException} where it is not set";
    source.javadoc("  ", "The value of {@link #" + name + "}" + unset + ".");
    source.line("  default " + types.value() + " get" + capital(name) + "() {");
    source.line("    return " + types.get() + "getOrDefault(" + name + "());");
    source.line("  }").line("");
    source.javadoc("  ", "Sets {@link #" + name + "}: " + option.doc());
    source.line("  default S set" + capital(name) + "(" + types.value() + " value) {");
    source.line("    set(" + name + "(), value);").line("    return self();").line("  }");
  }

  private static String method(Types types) {
    return List.of("IntParam", "LongParam", "DoubleParam", "BooleanParam").contains(types.param())
        ? types.param().replace("Param", "").toLowerCase(java.util.Locale.ROOT) + "Param"
        : "textParam";
  }
}
