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

package org.sparkner.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.sparkner.spark",
    importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
  /** On either line of Spark, whose classes lie in different directories. */
  static final class WithoutTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/");
    }
  }

  private static final String ADAPTER = "org.sparkner.spark.training.dl4j..";
  private static final String[] DEEP_LEARNING = {
    "org.deeplearning4j..", "org.nd4j..", "org.datavec.."
  };

  @ArchTest
  static final ArchRule knowsNothingOfLayers =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.sparkner.network..", "org.sparkner.crf..", "org.sparkner.kernel..");

  @ArchTest
  static final ArchRule deepLearningLibrariesStayInTheirAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage(ADAPTER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DEEP_LEARNING);

  @ArchTest
  static final ArchRule publicSignaturesOfTheAdapterAreFreeOfDeepLearning =
      classes()
          .that()
          .resideInAPackage(ADAPTER)
          .and()
          .arePublic()
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(DEEP_LEARNING);

  @ArchTest
  static final ArchRule nothingKnowsTheAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage(ADAPTER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ADAPTER);

  @ArchTest
  static final ArchRule theDataSourceKnowsNothingOfTheStages =
      noClasses()
          .that()
          .resideInAPackage("..format..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sparkner.spark");

  @ArchTest
  static final ArchRule noPathIsOpenedOnTheDefaultFileSystem =
      noClasses()
          .should()
          .callMethod(
              org.apache.hadoop.fs.FileSystem.class,
              "get",
              org.apache.hadoop.conf.Configuration.class);

  /** What travels between driver and executors comes from Spark; nothing that is stored does so. */
  @ArchTest
  static final ArchRule serialisedObjectsAreReadOnlyAsTheyTravelInSpark =
      noClasses()
          .that()
          .haveNameNotMatching(
              "org[.]sparkner[.]spark[.](training[.](JavaBytes|ReplicaHost)|tagging[.]SharedTagger)")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(java.io.ObjectInputStream.class);
}
