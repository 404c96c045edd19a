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

package org.sparkner.kernel;

import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The logger of a class, for what is only good to know. Where a program has no logging, the first
 * logger that SLF4J makes prints three lines about that on standard error; so none is made there.
 */
final class ProvidedLogger {
  private ProvidedLogger() {}

  static Logger of(Class<?> owner) {
    return isProvided() ? LoggerFactory.getLogger(owner) : NOPLogger.NOP_LOGGER;
  }

  private static boolean isProvided() {
    try {
      return ServiceLoader.load(SLF4JServiceProvider.class, Logger.class.getClassLoader())
          .iterator()
          .hasNext();
    } catch (LinkageError e) {
      // An SLF4J from before there were such services.
      return true;
    }
  }
}
