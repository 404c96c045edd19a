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

package org.sparkner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ObjectInputStream;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packages of all modules against the tables and the picture of ARCHITECTURE.md. It stands in
 * this module because the others lie below it, so that all of their classes are on its class path.
 */
class PackagesTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .withImportOption(location -> !location.contains("/jmh_generated/"))
          .importPackages("org.sparkner");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.util.Calendar.getInstance");

  @ParameterizedTest
  @ValueSource(strings = {"spark-ner-core", "spark-ner-ml", "jobs", "benchmarks"})
  void packagesUseWhatTheirTableSaysAndNothingElse(String module) {
    DescribedPredicate<JavaClass> ofModule =
        DescribedPredicate.describe(
            "of " + module,
            type ->
                type.getSource()
                    .orElseThrow()
                    .getUri()
                    .toString() // a jar's has no path
                    .contains("/" + module + "/target/"));

    PackageTable.of(module).check(ALL.that(ofModule));
  }

  @Test
  void thePictureShowsThePackagesOfTheCoreAndNoArrowThatIsNone() {
    PackageTable.of("spark-ner-core").checkPicture();
  }

  /** Measurements start JVMs of their own, by lists of arguments; nothing else starts anything. */
  @Test
  void whatIsShippedStartsNoProcesses() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.sparkner.benchmarks..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .orShould()
        .callMethodWhere(
            JavaCall.Predicates.target(HasName.Predicates.name("exec"))
                .and(
                    JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(
                            JavaClass.Predicates.equivalentTo(Runtime.class)))))
        .check(ALL);
  }

  @Test
  void commandsAndMeasurementsReadNoSerialisedObjects() {
    noClasses()
        .that()
        .resideInAnyPackage("org.sparkner.jobs..", "org.sparkner.benchmarks..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .check(ALL);
  }

  /** The clock on the wall may jump: it says when something was, never how long it took. */
  @Test
  void nothingIsTimedByAClockThatMayJump() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.sparkner.jobs.tracking..")
        .and()
        .doNotHaveSimpleName("ErrorLog")
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.<JavaCall<?>>describe(
                "the clock is read",
                call ->
                    CLOCKS.contains(call.getTargetOwner().getName() + "." + call.getName())
                        || (call.getTargetOwner().isEquivalentTo(Date.class)
                            && call.getTarget().getRawParameterTypes().isEmpty())))
        .check(ALL);
  }
}
