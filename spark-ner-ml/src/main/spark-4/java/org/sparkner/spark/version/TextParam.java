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

package org.sparkner.spark.version;

import java.lang.reflect.Constructor;
import org.apache.spark.ml.param.Param;
import scala.Function1;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Params that hold a text. Spark 4.0.0 alone has other constructors than those before and after it,
 * which its own later versions took back; so one of them is looked up there.
 */
final class TextParam {
  private TextParam() {}

  static Param<String> of(String owner, String name, String doc, Function1<String, Object> rule) {
    try {
      return new Param<>(owner, name, doc, rule, String.class);
    } catch (NoSuchMethodError e) {
      return tagged(owner, name, doc, rule);
    }
  }

  @SuppressWarnings("unchecked") // the tag is that of a string
  private static Param<String> tagged(
      String owner, String name, String doc, Function1<String, Object> rule) {
    try {
      Constructor<?> constructor =
          Param.class.getConstructor(
              String.class, String.class, String.class, Function1.class, ClassTag.class);
      return (Param<String>)
          constructor.newInstance(owner, name, doc, rule, ClassTag$.MODULE$.apply(String.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no constructor of Param takes a rule", e);
    }
  }
}
