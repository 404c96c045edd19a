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

package org.sparkner.jobs.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The objects in a piece of JSON, each a record: one, several, or those of arrays. */
final class JsonRecords {
  /** Reads what Spark's own reader does by default. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** Stands in objects that are empty, while columns are looked for. */
  private static final String EMPTY = "__ner_empty";

  /** Characters of {@code false}, the longest token that is looked at as one. */
  private static final int LONGEST_WORD = 5;

  private final String text;
  private final DataType known;
  private final List<JsonRecord> records = new ArrayList<>();
  private int done;

  /**
   * An object, or what is none.
   *
   * @param json text of the object, or null
   * @param broken what is kept as it was found, since the object does not hold all of it, or null
   * @param begin where it begins, from 0
   */
  record JsonRecord(String json, String broken, int begin) {}

  private JsonRecords(String text, DataType known) {
    this.text = text;
    this.known = known;
  }

  /**
   * Finds the objects. What is not whole comes as one broken record, from where it begins to the
   * end; an object that has a key twice, an empty one, or one that is not known, comes whole and is
   * kept as it was found too.
   *
   * @param known columns that there may be, or null for any
   */
  static List<JsonRecord> of(String text, StructType known) {
    JsonRecords found = new JsonRecords(text, known);
    found.read();
    return found.records;
  }

  private void read() {
    try (JsonParser json = FACTORY.createParser(text)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          while (json.nextToken() != JsonToken.END_ARRAY) {
            readRecord(json);
          }
          done = offset(json);
        } else {
          readRecord(json);
        }
      }
    } catch (JsonProcessingException e) {
      keepRest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepRest() {
    int begin = afterSpace(done);
    if (begin < text.length() && text.charAt(begin) == ',') {
      // It stands between the lines of an array.
      begin = afterSpace(begin + 1);
    }
    if (begin < text.length()) {
      records.add(new JsonRecord(null, text.substring(begin).strip(), begin));
    }
  }

  private int afterSpace(int begin) {
    int at = begin;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private void readRecord(JsonParser json) throws IOException {
    int begin = (int) json.currentTokenLocation().getCharOffset();
    boolean object = json.currentToken() == JsonToken.START_OBJECT;
    boolean whole = isHeld(json, object && known != null ? known : null);
    done = offset(json);
    String found = text.substring(begin, done);
    records.add(
        object
            ? new JsonRecord(found, whole ? null : found, begin)
            : new JsonRecord(null, found, begin));
  }

  private static int offset(JsonParser json) {
    return (int) json.currentLocation().getCharOffset();
  }

  /**
   * Reads a value to its end: whether no key is empty or comes twice and the type has all of them.
   *
   * @param type null for any
   */
  private static boolean isHeld(JsonParser json, DataType type) throws IOException {
    boolean held = true;
    if (json.currentToken() == JsonToken.START_ARRAY) {
      DataType element = type instanceof ArrayType array ? array.elementType() : null;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        held &= isHeld(json, element);
      }
    } else if (json.currentToken() == JsonToken.START_OBJECT) {
      Set<String> names = new HashSet<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        held &= !name.isEmpty() && names.add(name);
        DataType of = null;
        if (type instanceof StructType struct) {
          if (struct.getFieldIndex(name).isDefined()) {
            of = struct.apply(name).dataType();
          } else {
            held = false;
          }
        } else if (type instanceof MapType map) {
          of = map.valueType();
        }
        json.nextToken();
        held &= isHeld(json, of);
      }
    } else if (json.currentToken() == JsonToken.VALUE_STRING) {
      // Escapes are looked at only where the text is asked for.
      json.getTextLength();
    }
    return held;
  }

  /** An object without the keys that come again; of each the last counts, as Spark has it. */
  static String withDistinctNames(String json) throws IOException {
    if (json == null) {
      return null;
    }
    ObjectMapper mapper = new ObjectMapper(FACTORY);
    return mapper.writeValueAsString(mapper.readTree(json));
  }

  /** With something in each object that is empty, which Spark would find no type for. */
  static String withEmptyMarked(String json) throws IOException {
    if (json == null) {
      return null;
    }
    StringWriter marked = new StringWriter();
    try (JsonParser in = FACTORY.createParser(json);
        JsonGenerator out = FACTORY.createGenerator(marked)) {
      JsonToken before = null;
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.END_OBJECT && before == JsonToken.START_OBJECT) {
          out.writeNumberField(EMPTY, 1);
        }
        out.copyCurrentEvent(in);
        before = token;
      }
    }
    return marked.toString();
  }

  /** The columns without the marks: what is an empty object in each row is a map. */
  static StructType withoutMarks(StructType columns) {
    StructType own = new StructType();
    for (StructField field : columns.fields()) {
      if (!field.name().equals(EMPTY)) {
        own = own.add(field.name(), typeWithoutMarks(field.dataType()));
      }
    }
    return own;
  }

  private static DataType typeWithoutMarks(DataType type) {
    if (type instanceof ArrayType array) {
      return new ArrayType(typeWithoutMarks(array.elementType()), array.containsNull());
    }
    if (type instanceof StructType struct) {
      StructType own = withoutMarks(struct);
      return own.isEmpty() ? new MapType(DataTypes.StringType, DataTypes.StringType, true) : own;
    }
    return type;
  }

  /**
   * Whether a file is to be read as a whole: an array over several lines, or objects over several.
   *
   * @param head its begin
   * @param all whether that is all of it
   */
  static boolean spansLines(String head, boolean all) {
    long begin = 1;
    try (JsonParser json = FACTORY.createParser(head)) {
      JsonToken first = json.nextToken();
      if (first != JsonToken.START_ARRAY && first != JsonToken.START_OBJECT) {
        return false;
      }
      begin = json.currentTokenLocation().getLineNr();
      json.skipChildren();
      if (json.currentToken() == null) {
        return !all && head.strip().indexOf('\n') >= 0;
      }
      return json.currentLocation().getLineNr() > begin;
    } catch (JsonProcessingException e) {
      // What is cut off ends within a token, or where one is missed.
      boolean isCutOff = e.getLocation().getCharOffset() >= head.length() - LONGEST_WORD;
      return isCutOff && !all && head.strip().indexOf('\n') >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
