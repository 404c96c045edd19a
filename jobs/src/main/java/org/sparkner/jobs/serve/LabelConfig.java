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

package org.sparkner.jobs.serve;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a labelling configuration of Label Studio says: {@code <Labels name="label" toName="text">}
 * with its {@code <Label value="PER"/>}, over {@code <Text name="text" value="$text"/>}.
 *
 * @param fromName name of the labels
 * @param toName name of the text
 * @param textField field of a task's data that has the text
 * @param labels by their names and aliases in lower case; empty where any will do
 */
record LabelConfig(String fromName, String toName, String textField, Map<String, String> labels) {
  /** What Label Studio's template for named entities has. */
  static final LabelConfig USUAL = new LabelConfig("label", "text", "text", Map.of());

  /** The project's label for a type, whatever its case; null where it has none. */
  String label(String type) {
    return labels.isEmpty() ? type : labels.get(type.toLowerCase(Locale.ROOT));
  }

  /**
   * Reads a configuration; entities and document types of XML are not resolved.
   *
   * @throws Refusal if it is no XML, or has no labels of a text
   */
  static LabelConfig parse(String xml) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Builder found = new Builder();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          found.add(reader);
        }
      }
    } catch (XMLStreamException e) {
      throw new Refusal(
          400, "the labelling configuration is no XML: " + e.getMessage().replaceAll("\\s+", " "));
    }
    return found.build();
  }

  /** Takes in the elements. */
  private static final class Builder {
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String fromName;
    private String toName;

    void add(XMLStreamReader element) {
      switch (element.getLocalName()) {
        case "Text" -> fields.put(attribute(element, "name"), attribute(element, "value"));
        case "Labels" -> {
          if (fromName == null) {
            fromName = attribute(element, "name");
            toName = attribute(element, "toName");
          }
        }
        case "Label" -> {
          String label = attribute(element, "value");
          labels.put(label.toLowerCase(Locale.ROOT), label);
          String alias = attribute(element, "alias");
          if (!alias.isEmpty()) {
            labels.put(alias.toLowerCase(Locale.ROOT), label);
          }
        }
        default -> {}
      }
    }

    private static String attribute(XMLStreamReader element, String name) {
      String value = element.getAttributeValue(XMLConstants.NULL_NS_URI, name);
      value = value == null ? element.getAttributeValue(null, name) : value;
      return value == null ? "" : value;
    }

    LabelConfig build() {
      String field = fields.get(toName);
      if (fromName == null || field == null || !field.startsWith("$")) {
        throw new Refusal(
            400,
            "the labelling configuration has no <Labels name=\"label\" toName=\"text\"> of a"
                + " <Text name=\"text\" value=\"$text\"/>");
      }
      return new LabelConfig(fromName, toName, field.substring(1), labels);
    }
  }
}
