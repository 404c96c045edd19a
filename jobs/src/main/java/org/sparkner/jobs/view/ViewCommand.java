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

package org.sparkner.jobs.view;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.console.HelpGroup;
import org.sparkner.jobs.console.StatusLine;
import org.sparkner.jobs.documents.DocumentsFile;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.OutputFile;
import org.sparkner.jobs.process.Sessions;
import org.sparkner.jobs.settings.Settings;
import org.sparkner.jobs.settings.SettingsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows tagged documents in a browser. */
@Command(
    name = "view",
    description = {
      "Shows tagged documents as a page for a browser.",
      "Reads what tag has written, in any of its formats. The page is one file, which",
      "opens without a network: entities in colour, with a filter by type and by",
      "confidence, and a search."
    },
    footer = {"", "Example:", "  spark-ner view entities --output entities.html"})
public final class ViewCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "Output of spark-ner tag.")
  private String tagged;

  @HelpGroup("Page")
  @Option(names = "--output", paramLabel = "FILE", description = "The page (PATH.html).")
  private String output;

  @HelpGroup("Page")
  @Option(
      names = "--documents",
      defaultValue = "" + DocumentsFile.DOCUMENTS,
      paramLabel = "N",
      description = "Show the first N documents (${DEFAULT-VALUE}).")
  private int documents;

  @HelpGroup("Page")
  @Option(names = "--overwrite", description = "Replace the page if it exists.")
  private boolean overwrite;

  @HelpGroup("Columns")
  @Option(
      names = "--text-col",
      paramLabel = "NAME",
      description = "Column of the text or the tokens (the one that fits).")
  private String textCol;

  @HelpGroup("Columns")
  @Option(
      names = "--id-col",
      paramLabel = "NAME",
      description = "Column that names a document (id, path, title or name).")
  private String idCol;

  @Mixin private SettingsOptions settings;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (documents < 1) {
      throw new UsageException("--documents is " + documents + ", expected at least 1");
    }
    Settings all = settings.load();
    Location from = Location.of(tagged);
    Location to = output == null ? pageBeside(from) : Location.of(output);
    settings.files().reads("PATH", tagged).writes("--output", to).requireApart();
    OutputFile page = OutputFile.of("--output", to, overwrite);
    int shown;
    try (StatusLine progress = new StatusLine(spec.commandLine().getErr())) {
      progress.begin("reading " + tagged);
      shown =
          new DocumentsFile(from, new DocumentsFile.Columns(textCol, idCol), documents)
              .write(page, () -> Sessions.open(all));
      if (shown == 0) {
        progress.print("warning: " + tagged + " has no documents, so the page shows none");
      }
    } finally {
      Sessions.close();
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%,d document%s in %s; open it in a browser%n",
            shown,
            shown == 1 ? "" : "s",
            to);
    return 0;
  }

  private static Location pageBeside(Location tagged) {
    if (!tagged.isLocal()) {
      throw new UsageException(
          tagged + " is not on this machine; give --output FILE for the page, which is");
    }
    return tagged.plus(".html");
  }
}
