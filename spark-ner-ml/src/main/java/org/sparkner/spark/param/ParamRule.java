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

package org.sparkner.spark.param;

import java.io.Serializable;
import org.sparkner.error.UsageException;
import org.sparkner.option.DeclaredOption;
import org.sparkner.option.Kind;
import scala.runtime.AbstractFunction1;

/**
 * What values a param takes. Spark asks it when a value is set; what it says of a wrong one is one
 * line with what the option needs, where Spark would name the value alone.
 *
 * @param <T> of the values, as Spark has them
 */
final class ParamRule<T> extends AbstractFunction1<T, Object> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final Kind<?> kind;

  ParamRule(String name, Kind<?> kind) {
    this.name = name;
    this.kind = kind;
  }

  /**
   * Whether a value is one.
   *
   * @throws IllegalArgumentException if not, as Spark's params do; its cause is a {@link
   *     UsageException}
   */
  @Override
  public Object apply(T value) {
    if (value != null && accepts(kind, value)) {
      return true;
    }
    String message = DeclaredOption.refusal(name, kind, text(kind, value));
    throw new IllegalArgumentException(message, new UsageException(message));
  }

  private static <V> boolean accepts(Kind<V> kind, Object value) {
    try {
      return kind.accepts(typed(kind, value));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static <V> String text(Kind<V> kind, Object value) {
    return kind.type().isInstance(value) ? kind.text(typed(kind, value)) : String.valueOf(value);
  }

  /** The value, where it is none of the kind's but the text that stands for one. */
  @SuppressWarnings("unchecked") // it is one of the kind's type
  private static <V> V typed(Kind<V> kind, Object value) {
    return kind.type().isInstance(value) ? (V) value : kind.parse((String) value);
  }
}
