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

package org.sparkner.jobs.model;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.sparkner.catalog.ModelCatalog;
import org.sparkner.error.BadModelException;
import org.sparkner.error.UsageException;
import org.sparkner.jobs.files.Location;
import org.sparkner.jobs.files.TemporaryDirectory;
import org.sparkner.model.LocalModelStorage;
import org.sparkner.model.Manifest;
import org.sparkner.model.ModelReader;
import org.sparkner.model.ModelSource;
import org.sparkner.model.NerModel;
import org.sparkner.signature.ModelSignature;
import org.sparkner.signature.SigningKey;
import org.sparkner.signature.TrustedKeys;
import org.sparkner.spark.NerTaggerModel;
import org.sparkner.spark.TrustedKeysSetting;

/**
 * A saved model that a user named, by its place or by a name that is looked up in the {@link
 * ModelCatalog}. It is read where it lies; what is on another machine is copied here for as long as
 * this is open.
 */
public final class SavedModel implements AutoCloseable {
  private final String here;
  private final ModelSource source;
  private final TemporaryDirectory temporary;

  private SavedModel(String here, ModelSource source, TemporaryDirectory temporary) {
    this.here = here;
    this.source = source;
    this.temporary = temporary;
  }

  /**
   * @param name a path, a URI, or the name of a model; what exists goes before a name
   * @param keys of which one has to have signed it
   * @throws BadModelException if there is nothing of this name
   */
  public static SavedModel open(String name, TrustedKeys keys) {
    if (isName(name)) {
      return new SavedModel(name, keys.guard(ModelCatalog.here().named(name)), null);
    }
    Location place = Location.of(name);
    place.requireModel();
    if (place.isLocal()) {
      return of(place.path(), keys, null);
    }
    TemporaryDirectory temporary = TemporaryDirectory.named("spark-ner-model");
    try {
      return of(place.fetch(temporary.path()), keys, temporary);
    } catch (RuntimeException e) {
      temporary.close();
      throw e;
    }
  }

  private static SavedModel of(Path directory, TrustedKeys keys, TemporaryDirectory temporary) {
    return new SavedModel(
        directory.toString(), keys.guard(ModelReader.source(directory)), temporary);
  }

  /**
   * The stage of a model, in the running Spark.
   *
   * @param name as for {@link #open}
   * @param keys of which one has to have signed it
   */
  public static NerTaggerModel stage(String name, TrustedKeys keys) {
    if (!isName(name)) {
      return NerTaggerModel.load(Location.of(name).uri(), keys);
    }
    try (SavedModel saved = open(name, keys)) {
      TrustedKeys setting = TrustedKeysSetting.in(SparkSession.active());
      return new NerTaggerModel(ModelReader.read(setting.guard(saved.source)));
    }
  }

  /**
   * Signs a model where it lies, in place of the signature that it has.
   *
   * @param name as for {@link #open}
   * @throws UsageException if it lies where nothing can be written, such as in a jar
   * @throws BadModelException if there is nothing of this name, or a part is missing or damaged
   */
  public static void sign(String name, SigningKey key) {
    Location parts;
    if (isName(name)) {
      if (!(ModelCatalog.here().named(name) instanceof LocalModelStorage local)) {
        throw new UsageException(
            name
                + " is a model in a jar, which cannot be signed; sign its directory, then make the"
                + " jar of it by models/package.");
      }
      parts = Location.of(local.directory().toString());
    } else {
      parts = Location.of(name).child("model");
    }
    try (SavedModel saved = open(name, TrustedKeys.UNCHECKED)) {
      parts.child(ModelSignature.NAME).replace(ModelSignature.sign(saved.source, key));
    }
  }

  /**
   * Fails early where there is no such model.
   *
   * @param name as for {@link #open}
   * @throws BadModelException if there is nothing of this name
   */
  public static void require(String name) {
    if (isName(name)) {
      ModelCatalog.here().named(name);
    } else {
      Location.of(name).requireModel();
    }
  }

  /**
   * The place of this machine, or the URI, that a run reads; null for a resource of the class path
   * or where there is no such model.
   *
   * @param name as for {@link #open}
   */
  public static String place(String name) {
    if (!isName(name)) {
      return name;
    }
    return ModelCatalog.here().lookup(name).orElse(null) instanceof LocalModelStorage local
        ? local.directory().toString()
        : null;
  }

  private static boolean isName(String name) {
    return ModelCatalog.isName(name) && !Location.of(name).exists();
  }

  /** A name or a path by which programs on this machine find the model while this is open. */
  public String here() {
    return here;
  }

  /** What the model says of itself. */
  public Manifest manifest() {
    return ModelReader.manifest(source);
  }

  /** The model, loaded and verified. */
  public NerModel read() {
    return ModelReader.read(source);
  }

  @Override
  public void close() {
    if (temporary != null) {
      temporary.close();
    }
  }
}
