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

package org.sparkner.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sparkner.error.BadDataException;
import org.sparkner.text.AnalyzedSentence;
import org.sparkner.text.WhiteSpace;

/**
 * Sentences of XML with marked entities, read as a stream. Neither DTDs nor entities are loaded.
 */
final class EnamexSource implements SentenceSource {
  private static final Set<String> MARKS = Set.of("enamex", "timex", "numex");
  private static final Set<String> SENTENCES = Set.of("sentence", "s");
  private static final Set<String> DOCUMENTS = Set.of("document", "doc");

  /** What else ends a text. */
  private static final Set<String> BLOCKS =
      Set.of("p", "paragraph", "title", "head", "headline", "text", "body", "div");

  private static final String EXPECTED =
      "XML such as <sentence><ENAMEX type=\"PERSON\">Ada</ENAMEX> waits.</sentence>";

  private final String name;
  private final EnamexFormat format;
  private final Consumer<String> warnings;
  private final InputStream in;
  private final XMLStreamReader xml;
  private final Deque<PlacedSentence> ready = new ArrayDeque<>();
  private final TagPlaces places = new TagPlaces();
  private final StringBuilder text = new StringBuilder();
  private final List<TextSpan> spans = new ArrayList<>();
  private String type;
  private int begin;
  private int depth;
  private int documents;
  private long line;
  private boolean ended;

  EnamexSource(CorpusFile file, EnamexFormat format, Consumer<String> warnings) {
    this.name = file.name();
    this.format = format;
    this.warnings = warnings;
    this.in = InputFile.unzipped(file.open(), name);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      this.xml = factory.createXMLStreamReader(XmlCharacters.of(in, name));
    } catch (IOException e) {
      close();
      throw InputFile.unreadable(name, e);
    } catch (XMLStreamException e) {
      close();
      throw malformed(e);
    } catch (BadDataException e) {
      close();
      throw e;
    }
  }

  @Override
  public String placeOf(String tag) {
    return places.of(tag);
  }

  @Override
  public PlacedSentence next() {
    while (ready.isEmpty() && !ended) {
      try {
        if (xml.hasNext()) {
          read(xml.next());
        } else {
          ended = true;
        }
      } catch (XMLStreamException e) {
        ended = true;
        BadDataException problem = malformed(e);
        boolean isOfFile = e.getNestedException() instanceof IOException;
        throw isOfFile ? problem : new MalformedRecordException(problem, "", documents);
      }
    }
    return ready.poll();
  }

  private void read(int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(element());
      case XMLStreamConstants.END_ELEMENT -> end(element());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (text.length() == 0) {
          line = xml.getLocation().getLineNumber();
        }
        text.append(xml.getText());
      }
      case XMLStreamConstants.END_DOCUMENT -> endText(false);
      default -> {
        // Comments and instructions are no text.
      }
    }
  }

  private String element() {
    return xml.getLocalName().toLowerCase(Locale.ROOT);
  }

  private void start(String element) {
    if (MARKS.contains(element)) {
      if (depth == 0) {
        type = type();
        begin = text.length();
      } else {
        warnings.accept(
            place() + ": found " + type() + " within " + type + ", expected one; left out.");
      }
      depth++;
      return;
    }
    if (isBlock(element)) {
      endText(false);
    }
    if (DOCUMENTS.contains(element)) {
      documents++;
    }
  }

  private String type() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equalsIgnoreCase("type")
          && !xml.getAttributeValue(i).isBlank()) {
        return xml.getAttributeValue(i).strip();
      }
    }
    throw new BadDataException(
        place()
            + ": found a "
            + xml.getLocalName()
            + " without a type, expected "
            + EXPECTED
            + ".");
  }

  private void end(String element) {
    if (MARKS.contains(element)) {
      depth--;
      if (depth == 0) {
        spans.add(new TextSpan(begin, text.length(), type));
      }
    } else if (isBlock(element)) {
      endText(SENTENCES.contains(element));
    }
  }

  private static boolean isBlock(String element) {
    return SENTENCES.contains(element) || DOCUMENTS.contains(element) || BLOCKS.contains(element);
  }

  /** What was read up to here is a text, or a sentence of its own. */
  private void endText(boolean sentence) {
    String read = text.toString();
    if (!WhiteSpace.isAll(read)) {
      Consumer<String> problems = problem -> warnings.accept(name + ":" + line + ": " + problem);
      List<LabeledSentence> sentences =
          sentence
              ? SpanAligner.align(
                  read,
                  spans,
                  tokens(read),
                  List.of(0),
                  (problem, span) -> problems.accept(problem))
              : SpanAligner.align(read, spans, format.analyzer(), problems);
      for (LabeledSentence each : sentences) {
        each.tags().forEach(tag -> places.see(tag, () -> name + ":" + line));
        ready.add(new PlacedSentence(each, documents, line, name + ":" + line));
      }
    }
    text.setLength(0);
    spans.clear();
  }

  private List<TextSpan> tokens(String sentence) {
    List<TextSpan> tokens = new ArrayList<>();
    for (AnalyzedSentence part : format.analyzer().analyze(sentence)) {
      for (int i = 0; i < part.size(); i++) {
        tokens.add(new TextSpan(part.begin(i), part.end(i), ""));
      }
    }
    return tokens;
  }

  private String place() {
    return name + ":" + xml.getLocation().getLineNumber();
  }

  private BadDataException malformed(XMLStreamException e) {
    long at = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    if (e.getNestedException() instanceof CharacterCodingException) {
      return new BadDataException(
          name
              + ":"
              + at
              + ": found bytes from here on that are not in the file's encoding, expected UTF-8, or what"
              + " the XML declares; convert the file.",
          e);
    }
    if (e.getNestedException() instanceof IOException failed) {
      return InputFile.unreadable(name, failed);
    }
    String problem = e.getMessage().replaceAll("(?s).*Message: ", "").replaceAll("\\s+", " ");
    return new BadDataException(
        name + ":" + at + ": found no XML (" + problem + "), expected " + EXPECTED + ".", e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw InputFile.unreadable(name, e);
    }
  }
}
