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

package org.sparkner.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An attribute of a node.
 *
 * @param other fields that this record does not name
 */
public record Attribute(String name, AttributeValue value, ByteBuffer other) {
  private static final int REAL = 1;
  private static final int WHOLE = 2;
  private static final int TEXT = 3;
  private static final int CONSTANT = 4;
  private static final int REALS = 6;
  private static final int WHOLES = 7;

  private static final int TYPE_FIELD = 20;

  /** A number in single precision. */
  public static Attribute of(String name, float value) {
    return of(name, new AttributeValue.Real(value));
  }

  /** A whole number. */
  public static Attribute of(String name, long value) {
    return of(name, new AttributeValue.Whole(value));
  }

  /** A string. */
  public static Attribute of(String name, String value) {
    return of(
        name,
        new AttributeValue.Text(
            ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer()));
  }

  /** Any value but {@link AttributeValue.Other}, which has no bytes of its own. */
  public static Attribute of(String name, AttributeValue value) {
    return new Attribute(name, value, OtherFields.NONE);
  }

  void write(ProtobufOutput out) {
    out.text(1, name);
    long type = 0;
    if (value instanceof AttributeValue.Real real) {
      type = REAL;
      out.realNumber(2, real.value());
    } else if (value instanceof AttributeValue.Whole whole) {
      type = WHOLE;
      out.wholeNumber(3, whole.value());
    } else if (value instanceof AttributeValue.Text text) {
      type = TEXT;
      out.content(4, text.value());
    } else if (value instanceof AttributeValue.Constant constant) {
      type = CONSTANT;
      out.message(5, constant.value()::write);
    } else if (value instanceof AttributeValue.Reals reals) {
      type = REALS;
      reals.values().forEach(each -> out.realNumber(7, each));
    } else if (value instanceof AttributeValue.Wholes wholes) {
      type = WHOLES;
      wholes.values().forEach(each -> out.wholeNumber(8, each));
    } else if (value instanceof AttributeValue.Other otherValue) {
      type = otherValue.type();
    }
    if (type != 0) {
      out.wholeNumber(TYPE_FIELD, type);
    }
    out.bytes(other);
  }

  static Attribute read(ProtobufInput in) {
    String name = "";
    long type = 0;
    float real = 0;
    long whole = 0;
    ByteBuffer text = OtherFields.NONE;
    Optional<ByteBuffer> constant = Optional.empty();
    long constantPosition = 0;
    List<Float> reals = new ArrayList<>();
    List<Long> wholes = new ArrayList<>();
    List<ByteBuffer> values = new ArrayList<>();
    OtherFields other = new OtherFields();
    while (in.next()) {
      ProtobufInput field = in;
      switch (in.number()) {
        case 1 -> name = in.text();
        case TYPE_FIELD -> type = in.wholeNumber();
        case 2, 3, 4, 5, 7, 8 -> {
          ByteBuffer bytes = in.skip();
          values.add(bytes);
          field = new ProtobufInput(bytes, in.position() - bytes.remaining(), in.fault());
          field.next();
          switch (in.number()) {
            case 2 -> real = field.realNumber();
            case 3 -> whole = field.wholeNumber();
            case 4 -> text = field.content().asReadOnlyBuffer();
            case 5 -> {
              ByteBuffer content = field.content();
              constantPosition = field.position() - content.remaining();
              constant = Optional.of(content);
            }
            case 7 -> realsOf(field, reals);
            default -> wholesOf(field, wholes);
          }
        }
        default -> other.skip(in);
      }
    }
    AttributeValue value =
        switch ((int) Math.max(0, Math.min(type, Integer.MAX_VALUE))) {
          case REAL -> new AttributeValue.Real(real);
          case WHOLE -> new AttributeValue.Whole(whole);
          case TEXT -> new AttributeValue.Text(text);
          case CONSTANT ->
              new AttributeValue.Constant(
                  ConstantTensor.read(
                      new ProtobufInput(
                          constant.orElse(OtherFields.NONE), constantPosition, in.fault())));
          case REALS -> new AttributeValue.Reals(List.copyOf(reals));
          case WHOLES -> new AttributeValue.Wholes(List.copyOf(wholes));
          default -> {
            values.forEach(other::add);
            yield new AttributeValue.Other(type);
          }
        };
    return new Attribute(name, value, other.toBuffer());
  }

  private static void realsOf(ProtobufInput in, List<Float> values) {
    if (in.wireType() == ProtobufInput.LENGTH_DELIMITED) {
      ByteBuffer packed = in.content().order(ByteOrder.LITTLE_ENDIAN);
      if (packed.remaining() % Float.BYTES != 0) {
        throw in.faultAtTag("numbers of " + packed.remaining() + " bytes", "4 bytes for each");
      }
      while (packed.hasRemaining()) {
        values.add(packed.getFloat());
      }
    } else {
      values.add(in.realNumber());
    }
  }

  private static void wholesOf(ProtobufInput in, List<Long> values) {
    if (in.wireType() == ProtobufInput.LENGTH_DELIMITED) {
      ProtobufInput packed = in.message();
      while (packed.hasMore()) {
        values.add(packed.varint());
      }
    } else {
      values.add(in.wholeNumber());
    }
  }
}
